"""Seats after somebody didn't come, or came late: whoever sits opposite somebody stays where they are."""

from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest

from .pairing import Group, Met, tables


def reseated(
    before: Sequence[Group],
    here: Collection[str],
    met: Met,
    *,
    sections: Mapping[str, str] | None = None,
    threes: bool = True,
) -> list[Group]:
    """Return everybody's table; each keeps its number, and is empty where nobody sits any more.

    Those who are left over sit together at the numbers that became free. Whoever is the only one left in a section
    joins a table of two there as third, or with `threes` off sits alone.
    """
    stay = [tuple(student for student in group if student in here) for group in before]
    groups = [group if len(group) > 1 else () for group in stay]
    seated = {student for group in groups for student in group}
    for group in tables(set(here) - seated, met, sections=sections, threes=False):
        place = _to_join(group[0], groups, met, sections or {}) if threes and len(group) == 1 else None
        if place is not None:
            groups[place] = (*groups[place], *group)
        elif () in groups:
            groups[groups.index(())] = group
        else:
            groups.append(group)
    return groups


def who_left(
    before: Sequence[Group], keys: Sequence[str], after: Sequence[Group], new: Sequence[str]
) -> dict[int, Group]:
    """Return by its number (from 1) who sat at each table where others sit now, or the two at another version.

    `keys` and `new` are the tables' versions before and after. A third who comes or goes changes nothing.
    """
    empty: tuple[Group, str] = ((), "")
    tables = zip_longest(zip(before, keys, strict=True), zip(after, new, strict=True), fillvalue=empty)
    found = {}
    for number, ((sat, key), (sit, now)) in enumerate(tables, 1):
        if sat[:2] != sit[:2] or (sat and key != now):
            found[number] = sat
    return found


def _to_join(student: str, groups: Sequence[Group], met: Met, sections: Mapping[str, str]) -> int | None:
    """Return where a table of two of the student's section stands, one that the student knows least; None for none."""
    own = sections.get(student, "")
    pairs = [at for at, group in enumerate(groups) if len(group) == 2 and sections.get(group[0], "") == own]  # noqa: PLR2004  # two at a table
    return min(pairs, key=lambda at: sum(met.knows(student, one) for one in groups[at]), default=None)
