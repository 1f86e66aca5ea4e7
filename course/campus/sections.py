"""Each student's section: the course's sections.csv, which `biggerpie roster` writes, or somebody by hand."""

from collections.abc import Collection, Mapping
from pathlib import Path

from ...grading import formulas
from ...grading.written_rows import write_rows
from .export_file import read_export

SECTIONS_FILE = "sections.csv"


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
