"""The class list out of a campus system's own export."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...grading import formulas
from ...grading.nbgrader_adapter.class_marks import Classmate
from ...grading.written_rows import write_rows
from ...negotiation import NegotiationError, listing, plain
from .export_file import ExportFile, read_export
from .filling import POINTS_POSSIBLE
from .systems import OTHER, system_of

IDS = ("sis login id", "username", "orgdefinedid", "sis user id", "id number", "student id", "student_id", "id")
"""Headings that hold a student's id, the likeliest first."""
EMAILS = ("email", "e mail", "email address", "e mail address")
LAST, FIRST = ("last name", "surname", "last"), ("first name", "given name", "first")
WHOLE = ("full name", "name", "student")
SECTIONS_FILE = "sections.csv"
SECTIONS = ("section", "sections", "group", "groups")


@dataclass(frozen=True, slots=True)
class Roster:
    """The class of an export, the heading that gave the ids, and each student's section where there is one."""

    classmates: tuple[Classmate, ...]
    ids_from: str
    sections: dict[str, str]


def roster_of(export: ExportFile, id_column: str = "") -> Roster:
    """Return the class; the ids stay as they stand there. Raises NegotiationError where no column can hold them."""
    columns = {plain(heading): place for place, heading in reversed([*enumerate(export.headings)])}
    ids = plain(id_column) if id_column else next((name for name in IDS if name in columns), "")
    if ids not in columns:
        raise NegotiationError(
            f"{export.name} has no column {id_column or 'of ids'!r}; name the one that holds the ids with --id: "
            f"{listing(export.headings, 'or')}."
        )
    system = system_of(export.headings)
    found: dict[str, Classmate] = {}
    sections = {}
    for line in export.lines[1:]:
        student = line[columns[ids]].strip().removeprefix(system.prefix)
        if plain(line[0]) == POINTS_POSSIBLE or not student:
            continue
        if student in found:
            raise NegotiationError(f"{export.name} has the id {student!r} twice; keep one line. Nobody was added.")
        first, last = _names(line, columns)
        lms = line[columns["id"]].strip() if system is not OTHER and "id" in columns else ""
        found[student] = Classmate(student, first, last, _cell(line, columns, EMAILS), lms)
        sections[student] = _cell(line, columns, SECTIONS)
    if not found:
        raise NegotiationError(f"{export.name} names no student with an id; fill its column of ids, or choose another.")
    by_heading = export.headings[columns[ids]]
    return Roster(tuple(found.values()), by_heading, {s: section for s, section in sections.items() if section})


def read_sections(course: Path) -> dict[str, str]:
    """Return each student's section from the course's sections.csv; nothing where there is none."""
    file = course / SECTIONS_FILE
    return {line[0]: line[1] for line in read_export(file).lines[1:] if line[1:]} if file.is_file() else {}


def write_sections(course: Path, sections: Mapping[str, str], students: Collection[str]) -> None:
    """Keep these students' sections in the course's sections.csv, where there are any; others keep theirs.

    No name of one is a formula.
    """
    if sections:
        others = {one: section for one, section in read_sections(course).items() if one not in students}
        own = ((student, formulas.plain(section)) for student, section in sections.items())
        write_rows(course.resolve() / SECTIONS_FILE, [("student", "section"), *others.items(), *own])


def _names(line: list[str], columns: dict[str, int]) -> tuple[str, str]:
    first, last = _cell(line, columns, FIRST), _cell(line, columns, LAST)
    whole = "" if first or last else _cell(line, columns, WHOLE)
    if ", " in whole:
        last, _, first = whole.partition(", ")
    elif whole:
        first, _, last = whole.rpartition(" ")
    return first.strip(), last.strip()


def _cell(line: list[str], columns: dict[str, int], names: tuple[str, ...]) -> str:
    return next((line[columns[name]].strip() for name in names if name in columns), "")
