"""The page itself, filled from a template: who, what, the marks at the top, then part by part."""

from collections.abc import Mapping
from dataclasses import dataclass

from nbformat import NotebookNode

from ..nbgrader_adapter.record import RecordedExercise
from ..nbgrader_adapter.untold_scores import LATER
from ..report.report import SIGNS
from ..templates import page_css, render
from .parts import Part, parts_of, scores_of

WAITS = "A person has still to mark this."
BY_A_PERSON = "Marked by a person."


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in, by whom and when, in words; which marks a person has still to give, and the page's policy."""

    exercise: str
    student: str
    name: str
    when: str
    waiting: frozenset[str]
    policy: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table at the top."""

    number: int
    title: str
    marks: str
    in_short: str


def feedback_page(notebook: NotebookNode, exercise: RecordedExercise, marks: Mapping[str, object], by: Handed) -> str:
    """Return the page; `marks` is what nbgrader knows of them: `score`, `max_score` and `late_penalty`."""
    title, parts = parts_of(notebook, exercise)
    is_told = marks["score"] != LATER
    rows = [_row(parts.index(part) + 1, part, about, by) for part, about in scores_of(parts)]
    values = {"title": title or by.exercise, "parts": parts, "rows": rows, "by": by, "is_told": is_told, "signs": SIGNS}
    total = _marks(marks["score"], marks["max_score"])
    late = f"{marks['late_penalty']:g}" if is_told and marks["late_penalty"] else ""
    waits = is_told and any(row.in_short == WAITS for row in rows)
    return str(
        render(
            __package__,
            "page.html",
            css=page_css(__package__),
            policy=by.policy,
            total=total,
            late=late,
            waits=waits,
            **values,
        )
    )


def _row(number: int, part: Part, about: NotebookNode, by: Handed) -> Row:
    marks = _marks(about["score"], about["points"])
    if about["score"] == LATER:
        return Row(number, part.title, marks, "")
    if about["grade_id"] in by.waiting:
        return Row(number, part.title, f"? of {about['points']:g}", WAITS)
    said = next((report.in_short for report in part.reports if report.in_short), "")
    return Row(number, part.title, marks, said or BY_A_PERSON)


def _marks(score: object, most: object) -> str:
    return LATER if score == LATER else f"{round(float(str(score)), 2):g} of {float(str(most)):g}"
