"""Marks written into the table that a campus system gave: every id stays as it is, and who has no mark is told."""

from dataclasses import dataclass

from ...grading.nbgrader_adapter.class_marks import ClassMarks, Classmate
from ...negotiation import NegotiationError, listing, plain
from .export_file import ExportFile
from .matching import class_index, matched, telling_columns
from .systems import CANVAS, System, system_of

POINTS_POSSIBLE = "points possible"
READ_ONLY = "(read only)"


@dataclass(frozen=True, slots=True)
class Filled:
    """The table to upload, how many marks stand in it, and what the instructor must know."""

    content: bytes
    count: int
    told: tuple[str, ...]


def filled(export: ExportFile, marks: ClassMarks, classmates: list[Classmate], column: str = "") -> Filled:
    """Return the table with the marks in one column, named by its heading or the assignment's name in it.

    A student without a whole mark keeps what stood there. Raises NegotiationError where the column is not there or is
    out of other points than the assignment.
    """
    system, known = system_of(export.headings), class_index(classmates)
    columns = telling_columns(export, known)
    if not columns:
        raise NegotiationError(
            f"no column of {export.name} tells the students of your class list; download the table with ids, or put "
            "the class in again with 'biggerpie roster'."
        )
    place = column_of(export, system, column or marks.assignment)
    first = _first_student(export, system, place, marks)
    found = matched(export, system, columns, known, range(first, len(export.lines)))
    lines = [list(line) for line in export.lines]
    given = {s: m.points for s, m in marks.marks.items() if m.points is not None and s in found.lines}
    for student, points in given.items():
        lines[found.lines[student]][place] = f"{points:.2f}"
    told = [*found.told, *_not_there(marks, found.lines), *_without_mark(marks, found.lines)]
    kept = _kept(export, system, {*columns, place})
    return Filled(export.written([[line[at] for at in kept] for line in lines]), len(given), tuple(told))


def column_of(export: ExportFile, system: System, name: str) -> int:
    """Return where the column of an assignment stands; raise NegotiationError where none or several are called so."""
    titles = [heading if heading == name else _title(heading, system) for heading in export.headings]
    found = [place for place, title in enumerate(titles) if title == name] or [
        place for place, title in enumerate(titles) if plain(title) == plain(name)
    ]
    if len(found) == 1:
        return found[0]
    what = "more than one column" if found else "no column"
    raise NegotiationError(
        f"{export.name} has {what} {name!r}; name the one to fill with --column: {listing(export.headings, 'or')}."
    )


def _title(heading: str, system: System) -> str:
    found = system.title.fullmatch(heading)
    return found["title"] if found else heading


def _first_student(export: ExportFile, system: System, place: int, marks: ClassMarks) -> int:
    """Return where the students' lines begin: Canvas has a line of points before them, which must be the exercise's."""
    if system is not CANVAS:
        return 1
    at = next((n for n, line in enumerate(export.lines[1:4], 1) if plain(line[0]) == POINTS_POSSIBLE), 0)
    said = export.lines[at][place].strip() if at else ""
    if said == READ_ONLY:
        raise NegotiationError(f"Canvas lets nobody import into {export.headings[place]!r}; choose another column.")
    try:
        differs = bool(said) and abs(float(said.replace(",", ".")) - marks.maximum) > 0.005  # noqa: PLR2004  # Canvas compares hundredths
    except ValueError:
        differs = True
    if differs:
        raise NegotiationError(
            f"{export.headings[place]!r} is out of {said} points in Canvas and {marks.assignment} out of "
            f"{marks.maximum:g}; give the assignment {marks.maximum:g} points in Canvas and download the table again."
        )
    return at + 1


def _kept(export: ExportFile, system: System, wanted: set[int]) -> list[int]:
    if system.keeps_all:
        return [*range(len(export.headings))]
    also = {at for at, heading in enumerate(export.headings) if plain(heading) in system.also}
    return sorted(wanted | also)


def _not_there(marks: ClassMarks, lines: dict[str, int]) -> list[str]:
    gone = sorted(student for student, mark in marks.marks.items() if mark.points is not None and student not in lines)
    return [f"{student} has marks and is not in the table." for student in gone]


def _without_mark(marks: ClassMarks, lines: dict[str, int]) -> list[str]:
    waiting = {s: marks.marks[s].status for s in lines if s in marks.marks and marks.marks[s].points is None}
    return [f"{student} keeps what stood there: {status}." for student, status in sorted(waiting.items())]
