"""Marks that a person gave, and what they were given for: nbgrader keeps them when another text is handed in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from .grade_rows import GradeRow, Part

UNREADABLE = (OSError, ValueError, KeyError, AttributeError)


@dataclass(frozen=True, slots=True)
class Judged:
    """Points that a person gave for a part of a notebook, and what stood there: its text and its outputs."""

    points: float
    maximum: float
    content: str


def judged(rows: Iterable[GradeRow], autograded: Path) -> Mapping[Part, Judged]:
    """Return what a person has marked of a submission, as the folder of marked notebooks holds it."""
    given = [(row, row.by_hand) for row in rows if row.by_hand is not None]
    contents = {name: _contents(autograded / f"{name}.ipynb") for name in {row.notebook for row, _ in given}}
    return {row.part: Judged(points, row.maximum, contents[row.notebook].get(row.cell, "")) for row, points in given}


def outlived(before: Mapping[Part, Judged], after: Mapping[Part, Judged]) -> list[str]:
    """Return a sentence for each mark that a person gave for something else than what stands there now."""
    return [
        f"{part[1]!r} has {mark.points:g} of {mark.maximum:g} points, which a person gave for another answer than the "
        "one handed in now; look at it again in formgrader."
        for part, mark in before.items()
        if part in after and after[part].content != mark.content
    ]


def let_stand(
    book: Gradebook, assignment: str, student: str, before: Mapping[Part, Judged], after: Mapping[Part, Judged]
) -> set[Part]:
    """Let marks that a person gave be the last word where the same stands there as then; nbgrader asks again.

    Return the parts that wait for nobody now.
    """
    same = {part for part, mark in before.items() if mark.content and part in after and after[part] == mark}
    if not same:
        return same
    for notebook in book.find_submission(assignment, student).notebooks:
        for grade in notebook.grades:
            if (notebook.name, grade.name) in same:
                grade.needs_manual_grade = False
    book.db.commit()
    return same


def _contents(notebook: Path) -> dict[str, str]:
    try:
        cells = nbformat.read(notebook, as_version=4).cells
        graded = ((cell.metadata.get("nbgrader", {}).get("grade_id"), cell) for cell in cells)
        return {name: repr((cell.source, cell.get("outputs"))) for name, cell in graded if name}
    except UNREADABLE:
        return {}
