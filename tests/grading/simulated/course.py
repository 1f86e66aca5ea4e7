"""A course of simulated students in all exercises, generated, handed in and marked by real nbgrader."""

import json
import os
from collections import defaultdict
from itertools import cycle, islice
from pathlib import Path
from statistics import fmean

from biggerpie.course.new_course import exercise_names, make_course
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.class_run.workers import in_processes
from biggerpie.grading.dossiers.dossier import FILE, Opened, read_dossier, read_dossiers
from biggerpie.grading.dossiers.graded import graded_case
from biggerpie.grading.dossiers.named import LINE, named_case
from biggerpie.grading.dossiers.secret import FILE as SECRET_FILE
from biggerpie.grading.nbgrader_adapter.generating import generate
from nbgrader.api import Gradebook

from ..class_run.gradebooks import gradebook_url
from .everyone import SKILLS, Notebook, handed_in, skill_of

SIZE = int(os.environ.get("SIMULATED_STUDENTS", "200"))
"""A whole class, which takes two and a half minutes; for a quick look SIMULATED_STUDENTS=36."""
SECRET = "the same cases in every run, " * 3
CORES = 2
STUDENTS = tuple(f"{skill}-{number:03}" for number, skill in enumerate(islice(cycle(SKILLS), SIZE), 1))
Marks = dict[str, dict[str, float]]
"""By exercise and student, in hundredths of what the test cells give; written answers do not count."""


def ready_course(folder: Path) -> Path:
    """A course in which everybody has handed in everything."""
    make_course(folder)
    (folder / SECRET_FILE).write_text(f"{SECRET}\n", encoding="utf-8")
    with Gradebook(gradebook_url(folder), "course") as gradebook:
        for student in STUDENTS:
            gradebook.add_student(student)
    for exercise, result in in_processes(lambda: lambda it: _prepared(folder, it), exercise_names(), CORES):
        assert result == exercise, result
    return folder


def _prepared(course: Path, exercise: str) -> str:
    """Generate an exercise and hand it in for everybody."""
    generate(course, exercise)
    _hand_in(course, exercise)
    return exercise


def _hand_in(course: Path, exercise: str) -> None:
    released: Notebook = json.loads((course / "release" / exercise / "exercise.ipynb").read_text(encoding="utf-8"))
    named = named_case(LINE.search("\n".join("".join(cell["source"]) for cell in released["cells"]))["words"])
    dossiers = read_dossiers(course / "release" / exercise / FILE)

    def opened(student: str) -> Opened:
        """A perfect student has the grader's case, everybody else their own dossier."""
        if skill_of(student) == "perfect":
            return graded_case(course, exercise, named, student)
        return read_dossier(named, dossiers.of(student))

    for student in STUDENTS:
        place = course / "submitted" / student / exercise
        place.mkdir(parents=True)
        notebook = handed_in(released, opened(student), student)
        (place / "exercise.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def graded(course: Path) -> Marks:
    """Mark every exercise of everybody, and read the gradebook."""
    marks = {}
    for exercise in exercise_names():
        summary = grade_class(course, exercise, workers=CORES, feedback=False)
        assert not summary.failed, summary
        marks[exercise] = _machine_marks(course, exercise)
    return marks


def _machine_marks(course: Path, exercise: str) -> dict[str, float]:
    with Gradebook(gradebook_url(course)) as gradebook:
        found = {}
        for submission in gradebook.assignment_submissions(exercise):
            cells = [cell for cell in submission.notebooks[0].grades if cell.name.startswith("mark-")]
            found[submission.student_id] = 100 * sum(it.auto_score for it in cells) / sum(it.max_score for it in cells)
    return found


def means(marks: Marks) -> dict[str, dict[str, float]]:
    """The mean mark by exercise and skill."""
    return {exercise: _means(of_class) for exercise, of_class in marks.items()}


def _means(of_class: dict[str, float]) -> dict[str, float]:
    by_skill = defaultdict(list)
    for student, mark in of_class.items():
        by_skill[skill_of(student)].append(mark)
    return {skill: fmean(by_skill[skill]) for skill in SKILLS}


def table(marks: Marks) -> str:
    """The mean marks as a table."""
    head = f"{'':24}" + "".join(f"{skill:>11}" for skill in SKILLS)
    rows = means(marks).items()
    return "\n".join([head, *(f"{name:24}" + "".join(f"{mean:11.1f}" for mean in row.values()) for name, row in rows)])
