"""Each student's section: the course's sections.csv, which `biggerpie roster` writes, or somebody by hand."""

from collections.abc import Collection, Mapping
from pathlib import Path

from ...grading import formulas
from ...grading.dossiers.ids import compared, nearest_id
from ...grading.written_rows import write_rows
from ...negotiation import plain
from .export_file import Cells, read_export
from .headings import IDS, SECTIONS, WHOLE

SECTIONS_FILE = "sections.csv"


def read_sections(course: Path) -> dict[str, str]:
    """Return sections by the ids as the course's sections.csv has them, with headings or without; none without it."""
    file = course / SECTIONS_FILE
    if not file.is_file():
        return {}
    lines = [line for line in read_export(file).lines if line[0] and line[1:]]
    return {line[0]: line[1].strip() for line in lines[_is_heading(lines[0]) if lines else 0 :]}


def sections_of(course: Path, students: Collection[str]) -> dict[str, str]:
    """Return these students' sections, by the ids as they are spelled here; capitals do not tell two apart."""
    written = {compared(one): section for one, section in read_sections(course).items()}
    return {student: written[key] for student in students if (key := compared(student)) in written}


def sections_of_nobody(course: Path, students: Collection[str]) -> list[str]:
    """Return a sentence for each line of sections.csv about nobody of these students."""
    known = {compared(student) for student in students}
    return [
        f"the line of {one!r} in {SECTIONS_FILE} counts for nobody: no student has that id{nearest_id(one, students)}"
        for one in read_sections(course)
        if compared(one) not in known
    ]


def write_sections(course: Path, sections: Mapping[str, str], students: Collection[str]) -> None:
    """Keep these students' sections in the course's sections.csv, where there are any; others keep theirs.

    No name of one is a formula.
    """
    if sections:
        named = {compared(student) for student in students}
        others = {one: section for one, section in read_sections(course).items() if compared(one) not in named}
        own = ((student, formulas.plain(section)) for student, section in sections.items())
        write_rows(course.resolve() / SECTIONS_FILE, [("student", "section"), *others.items(), *own])


def _is_heading(line: Cells) -> bool:
    return plain(line[0]) in {*IDS, *WHOLE} or plain(line[1]) in SECTIONS
