"""What is shown of a student's answers, as it depends on what the other side wants."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

import nbformat
from biggerpie.grading.dossiers.dossier import Opened
from biggerpie.grading.dossiers.named import NamedCase
from biggerpie.grading.marking import mark_notebook
from biggerpie.grading.nbgrader_adapter.feedback import _leave
from biggerpie.grading.nbgrader_adapter.record import RecordedExercise, drafted_exercise
from biggerpie.grading.nbgrader_adapter.restore import restored
from biggerpie.grading.submission.notebook import SubmittedCell
from biggerpie.negotiation.variants.party_texts import preferences
from biggerpie.negotiation.variants.variant import possible_profiles, with_profiles

from ..exercises import notebook_of

Answers = Mapping[str, str]
"""What stands in each answer cell, by the answer's name."""


def recorded(exercise: str) -> RecordedExercise:
    """The exercise as the gradebook would record it."""
    found = drafted_exercise(nbformat.reads(json.dumps(notebook_of(exercise)), as_version=4))
    assert found is not None
    return found


def sorts_of(exercise: RecordedExercise) -> list[str]:
    """The names of the answers that it asks for and a machine marks."""
    cells = (cell.source for cell in exercise.cells if cell.solution and cell.source.startswith("%%answer"))
    return [source.splitlines()[0].split()[1] for source in cells]


def with_others(named: NamedCase, opened: Opened, *, heard: bool) -> Iterator[Opened]:
    """The same own side and material, with all that the other side may want; `heard`: among what its words say."""
    own, other = opened.case.parties
    for points in possible_profiles(opened.case, own.points):
        if not heard or preferences(points) == preferences(other.points):
            case = with_profiles(named.template, own.points, points)
            yield replace(opened, case=case)


def shown(exercise: RecordedExercise, opened: Opened, answers: Answers, *, full: bool) -> str:
    """The outputs of all test cells as the feedback shows them: before the due date, or `full`."""
    cells = [SubmittedCell("code", text, name) for name, text in answers.items()]
    notebook = restored(exercise, cells)
    mark_notebook(notebook, exercise, opened)
    marked = [cell for cell in notebook.cells if cell.get("outputs")]
    for cell in marked:
        _leave(cell, full=full)
    return json.dumps([cell.outputs for cell in marked])
