"""Who worked under another id than the own: the lines of worked-as.csv, and which of them count."""

from collections.abc import Collection, Mapping
from pathlib import Path

from ...negotiation import NegotiationError
from .places import Places
from .pool import tidy

FILE = "worked-as.csv"
Lines = Mapping[str, str]
"""The id under which a student worked, by the student's own."""


def read_worked_as(course: Path) -> Lines:
    """Return the lines of a course's file; {} without one. Raises NegotiationError for one that cannot be read."""
    file = course / FILE
    if not file.exists():
        return {}
    try:
        rows = [line.split(",") for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError):
        raise NegotiationError(f"{FILE} cannot be read; write lines such as 'ada,adda', as UTF-8 text.") from None
    for number, line in enumerate(rows, 1):
        if len(line) != len(("student", "id")):
            raise NegotiationError(f"{FILE}, line {number}: write a student and an id, such as 'ada,adda'.")
    return {tidy(student): tidy(identity) for student, identity in rows}


def refusal(lines: Lines, student: str, places: Places, students: Collection[str]) -> str:
    """Return why a student's line does not count, "" where it does or there is none.

    A slip opens a case that nobody has. One that opens a classmate's is no slip: ids can be tried until one does. Nor
    may two lines lead to the same case.
    """
    identity = lines.get(tidy(student), tidy(student))
    if places.number_of(identity) == places.number_of(student):
        return ""
    others = {tidy(other) for other in students} - {tidy(student)}
    by_lines = {other: id_ for other, id_ in lines.items() if other != tidy(student)}
    lead_there = [other for other, id_ in by_lines.items() if places.number_of(id_) == places.number_of(identity)]
    whose = places.whose(identity, others) or min(lead_there, default="")
    if not whose:
        return ""
    return (
        f"the line '{tidy(student)},{identity}' in {FILE} does not count, because that id opens the case of {whose!r}; "
        f"the submission is marked on the case of {tidy(student)!r}. Ask how that came about."
    )
