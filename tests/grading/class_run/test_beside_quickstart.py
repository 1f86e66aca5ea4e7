"""The demo course that `nbgrader quickstart` makes is graded beside the kit's exercises as without the kit."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from biggerpie.grading.class_run.run import grade_class

from ..test_class_of_thirty import nbgrader
from .gradebooks import Dump, course_of, dump, gradebook_url

pytestmark = pytest.mark.long

NAME = "ps1"


def quickstart(folder: Path) -> Path:
    """The demo course, as nbgrader makes it."""
    subprocess.run(
        [Path(sys.executable).parent / "nbgrader", "quickstart", "demo"], cwd=folder, check=True, capture_output=True
    )
    return folder / "demo"


def hand_in(course: Path) -> None:
    """Generate the assignment; one student has solved it, one has mistaken some of it, one has sent it back."""
    nbgrader(course, "generate_assignment", NAME)
    for student in ("solved", "mistaken", "untouched"):
        place = course / "submitted" / student / NAME
        shutil.copytree(course / "release" / NAME, place)
        (place / "timestamp.txt").write_text("2030-01-15 09:00:00 UTC\n")
        for notebook in place.glob("*.ipynb"):
            if student != "untouched":
                write_answers(notebook, course / "source" / NAME / notebook.name, mistaken=student == "mistaken")


def write_answers(notebook: Path, source: Path, *, mistaken: bool) -> None:
    """Put the instructor's own answers into the students' cells; a mistaken student gets the squares wrong."""
    answers = {_id(cell): cell["source"] for cell in json.loads(source.read_text(encoding="utf-8"))["cells"]}
    content = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["source"] = "".join(answers[_id(cell)]).replace("** 2", "** 3" if mistaken else "** 2")
    notebook.write_text(json.dumps(content), encoding="utf-8")


def _id(cell: dict) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id"))


def marks(course: Path) -> Dump:
    """What the gradebook says of the demo assignment."""
    return dump(gradebook_url(course), NAME)


def test_the_demo_course_gets_the_same_marks_without_the_kit_beside_it_and_by_the_kits_command(tmp_path):
    (tmp_path / "stock").mkdir()
    without = quickstart(tmp_path / "stock")
    beside = course_of(tmp_path / "kit", 1)
    shutil.copytree(without / "source" / NAME, beside / "source" / NAME)
    hand_in(without)
    hand_in(beside)
    by_command = shutil.copytree(beside, tmp_path / "command")
    nbgrader(without, "autograde", NAME)
    nbgrader(beside, "autograde", NAME)
    assert not grade_class(by_command, NAME).failed
    scores = {student: row[1] for student, row in marks(without).items()}
    assert scores["solved"] > scores["mistaken"] > scores["untouched"]
    assert marks(beside) == marks(without)
    assert marks(by_command) == marks(without)
