"""The sentences about submissions in the exchange that are not their claimed owner's."""

from collections import Counter
from collections.abc import Iterator

from .inbound import Inbound
from .shown_names import shown

ONE_ACCOUNT = (
    "if all students of your hub work under one account of the system, write c.ExchangeCollect.check_owner = False "
    "into nbgrader_config.py and collect again"
)


def about_refused(refused: list[Inbound], taken: set[str]) -> Iterator[str]:
    """Yield a sentence for each student and owner; one for all where nothing was taken and one account owns all."""
    owners = {record.owner for record in refused}
    if len(refused) > 1 and len(owners) == 1 and not taken:
        owner = shown(str(owners.pop()))
        yield f"All {len(refused)} submissions belong to {owner}, so none was collected; {ONE_ACCOUNT}."
        return
    for (student, owner), count in Counter((record.student, str(record.owner)) for record in refused).items():
        what = "A submission" if count == 1 else f"{count} submissions"
        belong, was = ("belongs", "was") if count == 1 else ("belong", "were")
        own = "what the student handed in was" if student in taken else "the student has handed in nothing"
        yield f"{what} in the name of {shown(student)} {belong} to {shown(owner)} and {was} not collected; {own}."
