"""The gradebook's own record of an exercise: the instructor's cells, as they were when it was generated."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry

from ...negotiation import NegotiationError
from ..dossiers.named import LINE, NamedCase, named_case

KIT = re.compile(r"^%load_ext biggerpie\.grading\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RecordedCell:
    """A cell that nbgrader knows: its role, its points and, where students cannot edit it, its source."""

    name: str
    cell_type: str
    source: str
    checksum: str | None
    locked: bool
    grade: bool
    solution: bool
    task: bool
    points: float | None

    @property
    def is_test(self) -> bool:
        """Whether it is an autograder test, which the instructor wrote and no student can edit."""
        return self.grade and not self.solution and not self.task and self.cell_type == "code"

    def metadata(self) -> dict[str, Any]:
        """Return the cell's nbgrader metadata as nbgrader itself writes it."""
        about: dict[str, Any] = {
            "grade_id": self.name,
            "cell_type": self.cell_type,
            "checksum": self.checksum,
            "locked": self.locked,
            "grade": self.grade,
            "solution": self.solution,
            "task": self.task,
            "schema_version": 3,
        }
        return about if self.points is None else {**about, "points": self.points}


@dataclass(frozen=True, slots=True)
class RecordedExercise:
    """The recorded cells of one of the kit's exercises, and the case that it names."""

    cells: tuple[RecordedCell, ...]
    named: NamedCase


Records = dict[tuple[str, str, str], RecordedExercise | None]
"""What is known of exercises, by the gradebook's address, assignment and notebook."""
_kept: ContextVar[Records | None] = ContextVar("_kept", default=None)


def recorded_exercise(resources: Mapping[str, Any]) -> RecordedExercise | None:
    """Return the record of the notebook that nbgrader is converting, or None if it is not the kit's.

    Whether it is the kit's is read from the locked cells in the gradebook: a student cannot change that.
    """
    about = resources["nbgrader"]
    which = about["db_url"], about["assignment"], about["notebook"]
    kept = _kept.get()
    if kept is None:
        return _read_record(*which)
    if which not in kept:
        kept[which] = _read_record(*which)
    return kept[which]


@contextmanager
def records_kept(records: Records) -> Iterator[None]:
    """Read each record once while this lasts: a run over a class meets the same exercise every time."""
    token = _kept.set(records)
    try:
        yield
    finally:
        _kept.reset(token)


def grade_id_of(cell: NotebookNode) -> str:
    """Return a cell's name for nbgrader, whoever wrote its metadata; "" where it has none that is a text."""
    metadata = cell.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
    name = about.get("grade_id") if isinstance(about, Mapping) else None
    return name if isinstance(name, str) else ""


def is_the_kits(db_url: str, assignment: str, notebooks: Iterable[str]) -> bool:
    """Return whether all of an assignment's notebooks, by their files' names, are the kit's: nothing is executed."""
    return all(_read_record(db_url, assignment, name.removesuffix(".ipynb")) for name in notebooks)


def recorded_cells(resources: Mapping[str, Any]) -> tuple[RecordedCell, ...]:
    """Return the recorded cells of the notebook that nbgrader is converting, whoever's it is; none if it is unknown."""
    about = resources["nbgrader"]
    with Gradebook(about["db_url"]) as gradebook:
        try:
            return tuple(_recorded_cells(gradebook.find_notebook(about["notebook"], about["assignment"])))
        except MissingEntry:
            return ()


def _read_record(db_url: str, assignment: str, name: str) -> RecordedExercise | None:
    with Gradebook(db_url) as gradebook:
        try:
            notebook = gradebook.find_notebook(name, assignment)
        except MissingEntry:
            return None
        return _kit_exercise(tuple(_recorded_cells(notebook)))


def drafted_exercise(notebook: NotebookNode) -> RecordedExercise | None:
    """Return what an instructor's notebook would be recorded as, or None if it is not the kit's."""
    abouts = [(cell, cell.metadata["nbgrader"]) for cell in notebook.cells if "nbgrader" in cell.metadata]
    cells = (
        RecordedCell(
            name=about["grade_id"],
            cell_type=cell.cell_type,
            source=cell.source,
            checksum=None,
            locked=utils.is_locked(cell),
            grade=utils.is_grade(cell),
            solution=utils.is_solution(cell),
            task=utils.is_task(cell),
            points=about.get("points"),
        )
        for cell, about in abouts
        if "grade_id" in about
    )
    return _kit_exercise(tuple(cells))


def _kit_exercise(cells: tuple[RecordedCell, ...]) -> RecordedExercise | None:
    fixed = "\n".join(cell.source for cell in cells if cell.locked)
    if not KIT.search(fixed):
        return None
    if line := LINE.search(fixed):
        return RecordedExercise(cells, named_case(line["words"]))
    raise NegotiationError(
        "the exercise loads the kit but opens no case; add a line such as '%case job-offer candidate' to a locked cell."
    )


def _recorded_cells(notebook: Any) -> list[RecordedCell]:
    grades = {cell.name: cell for cell in notebook.grade_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name: cell for cell in notebook.task_cells}
    return [
        RecordedCell(
            name=cell.name,
            cell_type=cell.cell_type,
            source=cell.source,
            checksum=cell.checksum,
            locked=bool(cell.locked),
            grade=cell.name in grades,
            solution=cell.name in solutions,
            task=cell.name in tasks,
            points=float({**grades, **tasks}[cell.name].max_score) if cell.name in {**grades, **tasks} else None,
        )
        for cell in notebook.source_cells
    ]
