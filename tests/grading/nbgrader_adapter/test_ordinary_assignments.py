"""Ordinary nbgrader assignments in the same course are executed as nbgrader executes them."""

from datetime import datetime

import nbformat
from biggerpie.course.new_course import make_course
from biggerpie.grading.nbgrader_adapter.restore import TYPED, WAITS
from biggerpie.grading.report.output import UNTOLD
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from ..test_class_of_thirty import nbgrader

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}

PRETENDED = {UNTOLD: {"text/plain": "PUT"}, "text/plain": "KEPT"}


def about(grade_id: str, **more) -> dict:
    base = {
        "grade_id": grade_id,
        "schema_version": 3,
        "grade": False,
        "solution": False,
        "locked": False,
        "task": False,
    }
    return {"nbgrader": {**base, **more}}


def test_an_ordinary_assignment_beside_the_kits_is_executed(tmp_path):
    course = tmp_path / "course"
    make_course(course)
    source = new_notebook(
        cells=[
            new_markdown_cell("# Squares"),
            new_code_cell("### BEGIN SOLUTION\ns = 9\n### END SOLUTION", metadata=about("s", solution=True)),
            new_code_cell("assert s == 9", metadata=about("t", grade=True, locked=True, points=3)),
        ],
        metadata=KERNEL,
    )
    place = course / "source" / "squares"
    place.mkdir()
    nbformat.write(source, place / "squares.ipynb")
    nbgrader(course, "generate_assignment", "squares")
    released = nbformat.read(course / "release" / "squares" / "squares.ipynb", as_version=4)
    assert "raise NotImplementedError" in released.cells[1].source
    for student, code in {
        "right": "s = 3 ** 2",
        "wrong": "s = 6",
        "loading": "%load_ext biggerpie.grading\ns = 9",
        "pretending": f"get_ipython().display_pub.publish({PRETENDED})\ns = 9",
    }.items():
        released.cells[1].source = code
        released.cells[2].metadata |= {WAITS: "for 3 points", TYPED: "another text"}
        (course / "submitted" / student / "squares").mkdir(parents=True)
        nbformat.write(released, course / "submitted" / student / "squares" / "squares.ipynb")
    nbgrader(course, "autograde", "squares")
    marked = (course / "autograded" / "right" / "squares" / "squares.ipynb").read_text()
    assert WAITS not in marked
    assert TYPED not in marked, "what assistants and the instructor read is what stands in the cell"
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        gradebook.find_assignment("squares").duedate = datetime(2100, 1, 1)
        gradebook.find_comment("s", "squares", "squares", "right").manual_comment = "Short and right."
        gradebook.db.commit()
    nbgrader(course, "generate_feedback", "squares")
    page = (course / "feedback" / "pretending" / "squares" / "squares.html").read_text()
    assert "<pre>KEPT" in page
    assert "<pre>PUT" not in page
    assert "after the due date" not in page
    page = (course / "feedback" / "right" / "squares" / "squares.html").read_text()
    assert page.count("Score: 3.0 / 3.0") == 3  # in the heading, in the list, and at the test cell
    assert "Short and right." in page
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        assert not any(s.needs_manual_grade for s in gradebook.assignment_submissions("squares"))
        scores = {s.student_id: s.score for s in gradebook.assignment_submissions("squares")}
    assert scores == {"right": 3.0, "wrong": 0.0, "loading": 3.0, "pretending": 3.0}
