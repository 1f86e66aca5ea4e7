"""Who worked under another id than the own: the lines of worked-as.csv, and which of them count."""

import re
from codecs import BOM_UTF8
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...negotiation import NegotiationError
from .places import Places
from .pool import tidy

FILE = "worked-as.csv"
PROPOSABLE = re.compile(r"\w[\w.@+-]{0,59}")
"""An id that can be written into a line as it is: no comma, nothing that steers a terminal or that a sheet computes."""


@dataclass(frozen=True, slots=True)
class WorkedAs:
    """The id under which a student worked, by the student's own, and what is wrong with a line, by whom it names."""

    ids: Mapping[str, str] = field(default_factory=dict)
    faulty: Mapping[str, str] = field(default_factory=dict)


def read_worked_as(course: Path) -> WorkedAs:
    """Return the lines of a course's file, if it has one; raise NegotiationError if it cannot be read at all."""
    try:
        content = (course / FILE).read_bytes()
    except FileNotFoundError:
        return WorkedAs()
    except OSError as error:
        raise NegotiationError(f"{FILE} cannot be read ({error.strerror}).") from None
    ids: dict[str, str] = {}
    faulty: dict[str, str] = {}
    for number, line in enumerate(content.removeprefix(BOM_UTF8).splitlines(), 1):
        student, *identities = (tidy(part) for part in line.decode("utf-8", "surrogateescape").split(","))
        if [student, *identities] == [""]:
            continue
        if student and len(identities) == 1 and identities[0] and _is_text(line):
            ids[student] = identities[0]
        else:
            faulty[student] = f"line {number} of {FILE} does not count: write a student and an id, such as 'ada,adda'."
    return WorkedAs(ids, faulty)


def proposed_line(student: str, identity: str) -> str:
    """Return the line that makes a slip count, "" where one of the ids is not plain enough to be copied."""
    return f"{student},{identity}" if PROPOSABLE.fullmatch(student) and PROPOSABLE.fullmatch(identity) else ""


def reason_against(lines: Mapping[str, str], student: str, places: Places, students: Collection[str]) -> str:
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


def _is_text(line: bytes) -> bool:
    """Return whether a line is UTF-8."""
    return line.decode("utf-8", "ignore").encode() == line
