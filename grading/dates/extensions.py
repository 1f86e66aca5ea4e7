"""Extensions: the lines of extensions.csv, which say who may hand in later, and until when."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from ...negotiation import NegotiationError, did_you_mean
from ..dossiers.ids import compared, nearest_id, tidy
from ..written_rows import write_rows
from .reading import read_moment
from .telling import written
from .zones import Zone

FILE = "extensions.csv"
HEADER = ("exercise", "student", "until")
Extensions = Mapping[tuple[str, str], datetime]
"""Until when a student may hand in an exercise, in UTC, by the exercise's name and the student's id."""


def read_extensions(course: Path) -> Extensions:
    """Return a course's extensions; raise NegotiationError where a line of the file has no meaning, or two."""
    try:
        return _parsed((course / FILE).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise NegotiationError(f"{FILE} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise NegotiationError(f"{FILE} is not written in UTF-8; save it again as 'CSV UTF-8'.") from None


def write_extensions(course: Path, extensions: Extensions, zone: Zone) -> None:
    """Write a course's extensions, each with the zone in which it is told."""
    rows = ([*whose, written(until, zone)] for whose, until in sorted(extensions.items()))
    write_rows(course / FILE, [HEADER, *rows])


def lines_of_nobody(course: Path, exercises: Collection[str], students: Collection[str]) -> tuple[str, ...]:
    """Return a sentence for each line about another exercise or student than these; raise as `read_extensions` does.

    While no students are known, a line may be about any.
    """
    ids = {compared(student) for student in students}
    return tuple(
        f"the line of {student!r} for {exercise!r} in {FILE} lets nobody hand in later: {why}"
        for exercise, student in sorted(read_extensions(course))
        if (why := _why_nobody(exercise, student, exercises, ids))
    )


def _why_nobody(exercise: str, student: str, exercises: Collection[str], ids: Collection[str]) -> str:
    if exercise not in exercises:
        return f"the course has no exercise of that name{did_you_mean(exercise, sorted(exercises))}"
    if ids and compared(student) not in ids:
        return f"no student has that id{nearest_id(compared(student), ids)}"
    return ""


@lru_cache(maxsize=4)
def _parsed(text: str) -> Extensions:
    found: dict[tuple[str, str], datetime] = {}
    for number, (exercise, student, until) in _rows(text):
        if any(name == exercise and compared(one) == compared(student) for name, one in found):
            _refuse(number, f"there is another line for {student!r} and {exercise!r}; keep one of them.")
        try:
            found[exercise, student] = read_moment(until, None)
        except NegotiationError as problem:
            _refuse(number, str(problem))
    return found


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines with their numbers; a sheet may have saved them with semicolons."""
    separator = ";" if ";" in text.partition("\n")[0] else ","
    for number, row in enumerate(_read(text, separator), 1):
        cells = [tidy(cell) for cell in row]
        if not any(cells) or cells[:2] == list(HEADER[:2]):
            continue
        if len(cells) != len(HEADER) or not all(cells):
            _refuse(number, "it must hold an exercise, a student and a time, such as 'ex,ada,2026-12-07 23:59+01:00'.")
        yield number, cells


def _read(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        yield from reader
    except csv.Error as error:
        _refuse(reader.line_num, f"it cannot be read ({error}); mend it, or delete it.")


def _refuse(number: int, why: str) -> NoReturn:
    raise NegotiationError(f"line {number} of {FILE} is wrong: {why}")
