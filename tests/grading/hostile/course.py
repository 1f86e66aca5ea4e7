"""A course with secrets in it, honest students, and one place that says how it is graded."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from nbgrader.api import Gradebook

from ..class_of_thirty import GOOD, NASH, RIGHT, Notebook, as_file, filled, labels, package

EXERCISE = "01-both-can-gain"
NEIGHBOUR = "zz"  # an honest student, the last of all, whose work and record are secret
SECRETS = {place: f"token-{place}-5f1c" for place in ("gradebook", "source", "neighbour", "environment")}
ENVIRONMENT = {"COURSE_SECRET": SECRETS["environment"]}


def graded(course: Path) -> str:
    """Mark all submissions, give feedback, and return what was said about it: on the screen, and whole in the file."""
    said = run(course, "biggerpie", "grade", EXERCISE)
    whole = course / "reports" / f"grading-{EXERCISE}.txt"
    return said + (whole.read_text(encoding="utf-8") if whole.is_file() else "")


def run(course: Path, *command: str) -> str:
    """Run a command as an instructor does, and return what it said."""
    scripts = Path(sys.executable).parent
    environment = {**os.environ, **ENVIRONMENT, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [scripts / command[0], *command[1:]], cwd=course, env=environment, capture_output=True, check=False, timeout=900
    )
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def released(course: Path) -> Notebook:
    """Read the students' version."""
    notebook: Notebook = json.loads((course / "release" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    return notebook


def plant_secrets(course: Path) -> None:
    """Put a token into the gradebook, the source and a neighbour's work, where no student should find it."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        gradebook.update_or_create_student(NEIGHBOUR, last_name=SECRETS["gradebook"])
    source = course / "source" / EXERCISE / "exercise.ipynb"
    notebook = json.loads(source.read_text(encoding="utf-8"))
    source.write_text(json.dumps({**notebook, "metadata": {"note": SECRETS["source"]}}), encoding="utf-8")
    hand_in_honestly(course, NEIGHBOUR)


def submission_folder(course: Path, student: str) -> Path:
    """Make the folder of a student's submission."""
    folder = course / "submitted" / student / EXERCISE
    folder.mkdir(parents=True)
    return folder


def hand_in_honestly(course: Path, student: str) -> None:
    """Hand in the best answers."""
    options = NASH if student == NEIGHBOUR else GOOD
    why = f"We trade. {SECRETS['neighbour']}" if student == NEIGHBOUR else "We trade."
    answers = as_file(filled(released(course), labels(*RIGHT), package(options), why))
    (submission_folder(course, student) / "exercise.ipynb").write_bytes(answers)


def marks(course: Path) -> Mapping[str, Mapping[str, float | None]]:
    """Read every student's marks, by test cell."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        return {
            submission.student_id: {g.name: g.auto_score for notebook in submission.notebooks for g in notebook.grades}
            for submission in gradebook.assignment_submissions(EXERCISE)
        }


def handed_back(course: Path, student: str) -> dict[Path, bytes]:
    """Read every file that was made for a student."""
    folders = [course / step / student for step in ("autograded", "feedback")]
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}
