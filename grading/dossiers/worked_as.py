"""Who worked under another id than their own: the lines of worked-as.csv, and which of them count."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .ids import SHORTENED, compared, is_shortened_number, tidy
from .lines import read_lines
from .places import Places
from .released import note_file

FILE = "worked-as.csv"
HEADED = re.compile(r"(student|name|(own|student) ?id|id)s?", re.IGNORECASE)
"""What the first word of a line says that holds headings and no student."""
PROPOSABLE = re.compile(r"\w[\w.@+-]{0,59}")
"""An id that can be written into a line as it is: no comma, nothing that steers a terminal or that a sheet computes."""


@dataclass(frozen=True, slots=True)
class WorkedAs:
    """The id under which a student worked, by the student's own as it is compared, and what is wrong with a line.

    `for_this_exercise` are the students whose line names the exercise that was asked for.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    faulty: Mapping[str, str] = field(default_factory=dict)
    for_this_exercise: frozenset[str] = frozenset()


def read_worked_as(course: Path, exercise: str = "") -> WorkedAs:
    """Return the lines of a course's file that count in an exercise, those that name it before those for all.

    A line is `ada,adda`, or `ada,adda,01-both-can-gain` for one exercise. Raises NegotiationError if the file
    cannot be read at all; a course may have none.
    """
    for_all: dict[str, str] = {}
    for_one: dict[str, str] = {}
    faulty: dict[str, str] = {}
    for number, words, is_text in read_lines(course, FILE):
        student, identity, named = compared(words[0]), *(*words[1:3], "", "")[:2]
        if number == 1 and HEADED.fullmatch(words[0]):
            continue
        if is_shortened_number(words[0]) or is_shortened_number(identity):
            faulty[student] = f"line {number} of {FILE} does not count: {SHORTENED}"
            continue
        if not (student and identity and is_text) or len(words) > 3 or (named and not _is_exercise(course, named)):  # noqa: PLR2004  # student, id, exercise
            faulty[student] = f"line {number} of {FILE} does not count: write a student and an id, such as 'ada,adda'."
        elif not named:
            for_all[student] = identity
        elif named == exercise:
            for_one[student] = identity
    return WorkedAs(for_all | for_one, faulty, frozenset(for_one))


def proposed_line(student: str, identity: str) -> str:
    """Return the line that makes a slip count, "" where one of the ids is not plain enough to be copied."""
    return f"{student},{identity}" if PROPOSABLE.fullmatch(student) and PROPOSABLE.fullmatch(identity) else ""


def reason_against(
    identity: str, lines: Mapping[str, str], student: str, places: Places, students: Collection[str]
) -> str:
    """Return why an id that another table names for a student does not count, "" where it does.

    A slip opens a case that nobody has. One that opens a classmate's is no slip: ids can be tried until one does. Nor
    may two lines lead to the same case.
    """
    own = compared(student)
    if places.number_of(identity) == places.number_of(student):
        return ""
    others = {tidy(other) for other in students if compared(other) != own}
    lead_there = [o for o, id_ in lines.items() if o != own and places.number_of(id_) == places.number_of(identity)]
    whose = places.whose(identity, others) or min(lead_there, default="")
    if not whose:
        return ""
    return (
        f"the line '{tidy(student)},{identity}' in {FILE} does not count, because that id opens the case of {whose!r}; "
        f"the submission is marked on the case of {tidy(student)!r}. Ask how that came about."
    )


def _is_exercise(course: Path, name: str) -> bool:
    """Return whether a course has an exercise of that name."""
    if name in {".", ".."} or "/" in name:
        return False
    try:
        return (course / "source" / name).is_dir() or note_file(course, name).is_file()
    except OSError:  # a name that is too long for any file
        return False
