"""What an instructor changes in an exercise is held against itself when it is generated, and noticed afterwards."""

import json

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.grading.sound_exercise import promised_points
from biggerpie.negotiation import NegotiationError

from .class_of_thirty import put_one_case_for_all
from .hostile.course import EXERCISE, hand_in_honestly, run

SOURCE = f"source/{EXERCISE}/exercise.ipynb"
CHANGED = f"{SOURCE.capitalize()} has changed since {EXERCISE} was generated"
PYTHON = [
    {"cell_type": "code", "grade_id": "double", "solution": True, "source": "def double(x):\n    ### BEGIN SOLUTION\n"
     "    return 2 * x\n    ### END SOLUTION"},
    {"cell_type": "code", "grade_id": "doubled", "grade": True, "points": 5, "source": "assert double(2) == 4"},
]  # fmt: skip


@pytest.fixture
def course(tmp_path):
    """A course whose first exercise is the same case for all."""
    make_course(tmp_path / "course")
    put_one_case_for_all(tmp_path / "course")
    return tmp_path / "course"


def edit(course, change):
    """Change the source as an editor does."""
    notebook = json.loads((course / SOURCE).read_text(encoding="utf-8"))
    change(notebook["cells"])
    (course / SOURCE).write_text(json.dumps(notebook), encoding="utf-8")


def named(cells, name):
    return next(cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade_id") == name)


def test_points_of_the_cell_that_differ_from_those_of_grade_are_refused_with_both_numbers(course):
    edit(course, lambda cells: named(cells, "mark-package")["metadata"]["nbgrader"].update(points=77))
    with pytest.raises(NegotiationError, match="the test cell 'mark-package' gives up to 50 points") as told:
        generate(course, EXERCISE)
    assert str(told.value).startswith(f"nbgrader could not generate {EXERCISE}: {EXERCISE}: ")
    assert "counts it with 77 (the cell's own points); write the same number in both." in str(told.value)


@pytest.mark.parametrize(
    ("source", "points"),
    [
        ("check(labels)\n### BEGIN HIDDEN TESTS\ngrade(labels, points=20)\n### END HIDDEN TESTS", 20),
        ("grade(labels, 20.5)", 20.5),
        ("grade_package(package, points=10) + grade(labels, points=5)", 15),
        ("min(grade(labels, points=20), 10)", None),
        ("most = 7\ngrade(labels, points=most)", None),
        ("mark = grade(labels, points=20)", None),
        ("grade(labels points=20)", None),
        ("", None),
    ],
)
def test_points_are_read_off_a_last_line_that_adds_marks_only(source, points):
    assert promised_points(source) == points


def test_a_python_question_in_an_exercise_of_the_kits_is_one_sentence(course):
    def ask(cells):
        for cell in PYTHON:
            about = {"schema_version": 3, "locked": "grade" in cell, "grade": False, "solution": False, "task": False}
            metadata = {"nbgrader": {**about, **{k: v for k, v in cell.items() if k not in {"cell_type", "source"}}}}
            made = {"cell_type": "code", "source": cell["source"], "outputs": [], "execution_count": None}
            cells.append({**made, "metadata": metadata, "id": cell["grade_id"]})

    edit(course, ask)
    said = run(course, "nbgrader", "generate_assignment", EXERCISE)
    assert "the cell 'double' asks students for Python, and in an exercise that loads the kit nothing that" in said
    assert "Traceback" not in said
    assert len(said.splitlines()) < 12
    assert not (course / "release" / EXERCISE).exists()


def test_a_source_that_was_changed_after_generating_is_told_until_it_is_generated_again(course):
    generate(course, EXERCISE)
    hand_in_honestly(course, "ada")
    assert CHANGED not in grade_class(course, EXERCISE).text()
    edit(course, lambda cells: cells[0].update(execution_count=7, metadata={**cells[0]["metadata"], "editable": False}))
    assert CHANGED not in grade_class(course, EXERCISE).text()
    edit(course, lambda cells: cells[0].update(source=["Another title"]))
    for _ in range(2):
        assert grade_class(course, EXERCISE).text().count(CHANGED) == 1
    generate(course, EXERCISE)
    assert CHANGED not in grade_class(course, EXERCISE).text()
