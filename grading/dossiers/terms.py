"""A new term: its class must not get the cases of the last one, whose marks and findings are known by now."""

from collections.abc import Collection
from datetime import UTC, date, datetime

from ...negotiation import NegotiationError, listing
from .ids import tidy
from .places import Places
from .released import NOTES, RELEASE, Released, if_nobody_has_begun
from .secret import FILE

LONGEST_TERM = 200
"""Days after which a secret is taken for that of another term."""
STILL_THERE = 0.25
"""Where a smaller share of those for whom an exercise was generated is left in the class list, the class is another."""
MOST_NAMED = 5
ANEW = (
    f"For a new class keep a copy of {FILE} with the old term's marks, delete it and the folder {NOTES} here, and the "
    f"folder {RELEASE}, and generate every exercise again"
)


def today() -> date:
    """Return the day."""
    return datetime.now(UTC).date()


def refuse_last_terms(exercise: str, made: date | None, released: Released | None, students: Collection[str]) -> None:
    """Raise NegotiationError with what to do where an exercise is to be generated with the secret of another term.

    `made` is the day on which the secret was made; where it does not say, the exercise's first generating counts.
    """
    since = made or (_day(released.begun) if released else None)
    if since and (today() - since).days > LONGEST_TERM:
        raise NegotiationError(
            f"the cases of {exercise} come from a {FILE} of {since}, {(today() - since).days} days ago, and who took "
            f"the course then knows them. {ANEW}; if it is the same class still, write 'made on {today()}' into the "
            f"second line of {FILE}."
        )
    if not (released and released.students and students):
        return
    if len(left := _left(released, students)) < STILL_THERE * len(released.students):
        raise NegotiationError(
            f"{exercise} was generated for another class: {len(left)} of its {len(released.students)} students are in "
            f"the class list now. {ANEW}; {if_nobody_has_begun(exercise)}."
        )


def doubts(exercise: str, released: Released, students: Collection[str]) -> list[str]:
    """Return a sentence for whatever an instructor should know of the cases of a class, by name."""
    said = _shared(exercise, released.places, students)
    begun = _day(released.begun)
    if begun and (today() - begun).days > LONGEST_TERM:
        said.append(
            f"{exercise} was generated on {begun}, {(today() - begun).days} days ago; if this is another class, it has "
            f"the cases of the last one. {ANEW}."
        )
    return said


def _shared(exercise: str, places: Places, students: Collection[str]) -> list[str]:
    groups = places.shared(students)
    if not groups:
        return []
    named = "; ".join(listing(group) for group in groups[:MOST_NAMED])
    more = f"; and {len(groups) - MOST_NAMED} more" if len(groups) > MOST_NAMED else ""
    return [
        f"the same case in {exercise} have {named}{more}. That happens to whoever joined the class list after the "
        f"exercise was first generated; let them not work together, or, "
        f"{if_nobody_has_begun(exercise)}."
    ]


def _left(released: Released, students: Collection[str]) -> set[str]:
    return {tidy(student) for student in students} & {tidy(student) for student in released.students}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
