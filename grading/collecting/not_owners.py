"""The sentences about submissions in the exchange that are not their claimed owner's."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from ..submission.printable_names import quoted, quoted_all
from .inbound import Inbound

ONE_ACCOUNT = (
    "if that is no student but the one account under which all students of your hub work, write "
    "c.ExchangeCollect.check_owner = False into nbgrader_config.py and collect again"
)


def about_not_owners(not_owners: list[Inbound], taken: Collection[str], roster: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each owner, or one for all where nothing was taken and one account owns all.

    That account may be a hub's, under which everybody works; an account of a student on the roster is none.
    """
    by_owner: dict[str, list[str]] = defaultdict(list)
    for record in not_owners:
        by_owner[str(record.owner)].append(record.student)
    for owner, students in by_owner.items():
        if len(by_owner) == 1 and len(set(students)) > 1 and not taken and owner not in roster:
            yield f"All {len(students)} submissions belong to {quoted(owner)}, so none was collected; {ONE_ACCOUNT}."
        else:
            yield _forged(owner, students, taken)


def _forged(owner: str, students: list[str], taken: Collection[str]) -> str:
    names = sorted(set(students))
    what = "A submission" if len(students) == 1 else f"{len(students)} submissions"
    belong, was = ("belongs", "was") if len(students) == 1 else ("belong", "were")
    told = f"{what} in the name of {quoted_all(names)} {belong} to {quoted(owner)} and {was} not collected"
    if len(names) == 1:
        own = "what the student handed in was" if names[0] in taken else "the student has handed in nothing"
        return f"{told}; {own}."
    if missing := [name for name in names if name not in taken]:
        return f"{told}; of these, {quoted_all(missing)} handed in nothing."
    return f"{told}; what these students handed in was."
