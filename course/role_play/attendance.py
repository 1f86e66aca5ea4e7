"""The students to be seated: one who was named as absent stays absent until they come, or all are seated again."""

from collections.abc import Collection
from dataclasses import dataclass

from ...grading.dossiers.ids import nearest_id
from ...negotiation import NegotiationError


@dataclass(frozen=True, slots=True)
class Attendance:
    """The ids of those who are there, and a sentence on others who were not seated the last time, "" for none."""

    here: tuple[str, ...]
    told: str = ""


def attendance(
    known: Collection[str],
    seated: Collection[str] = (),
    *,
    present: Collection[str] = (),
    absent: Collection[str] = (),
    late: Collection[str] = (),
) -> Attendance:
    """Return who of the class is there; `seated` are those who sat at this round's tables before, none in a new round.

    `present` are the only ones there; where somebody is absent or late, all others are as they were; else all are
    there. Raises NegotiationError for somebody who is not in the class, and where nobody is there.
    """
    for student in (*present, *absent, *late):
        if student not in known:
            raise NegotiationError(f"{student!r} is not in the class list{nearest_id(student, known)}")
    goes_on = bool(seated) and bool(absent or late)
    here = (set(present) or (set(seated) & set(known) if goes_on else set(known))) | set(late)
    here -= set(absent)
    if not here:
        raise NegotiationError("nobody is there to be seated; put the class in with 'biggerpie roster TABLE.csv'.")
    return Attendance(tuple(sorted(here)), "" if present or not seated else _told(known, seated, here, absent, late))


def _told(
    known: Collection[str], seated: Collection[str], here: set[str], absent: Collection[str], late: Collection[str]
) -> str:
    new = sorted(set(known) - set(seated) - set(absent) - set(late))
    if not new:
        return ""
    if here.issuperset(new):
        return (
            f"Seated now and not before: {', '.join(new)}; run it again with --absent and the ids of those not there."
        )
    return f"Not seated, as before: {', '.join(new)}; run it again with --late and the ids of those who have come."
