"""The six sorts of students, and the notebooks that they hand in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from biggerpie.answers.answer import find_answer
from biggerpie.grading.dossiers.dossier import Opened

from .chance import chance
from .lines import Student
from .logroller import logroller
from .one_idea import greedy, middle
from .perfect import perfect

Notebook = dict[str, Any]
SKILLS: Mapping[str, Student | None] = MappingProxyType(
    {"perfect": perfect, "logroller": logroller, "middle": middle, "random": chance, "greedy": greedy, "empty": None}
)
"""How each answers; who is `empty` hands in the notebook as it was released."""
WRITTEN = "In the middle we both give up what matters to us, so let us trade: you early, I many."


def skill_of(student: str) -> str:
    """The skill in a student's id, such as 'greedy' in 'greedy-07'."""
    return student.rpartition("-")[0]


def handed_in(released: Notebook, opened: Opened, student: str) -> Notebook:
    """The notebook that a student hands in, with the case as this student has it."""
    write = SKILLS[skill_of(student)]
    if write is None:
        return released
    return {**released, "cells": [_filled(cell, write, opened, student) for cell in released["cells"]]}


def _filled(cell: dict[str, Any], write: Student, opened: Opened, student: str) -> dict[str, Any]:
    about = cell["metadata"].get("nbgrader", {})
    if not about.get("solution"):
        return cell
    form = find_answer("".join(cell["source"]))
    return {**cell, "source": write(opened, form.name, student) if form else WRITTEN}
