"""A class of thirty goes through nbgrader's own commands; every mark equals brute force."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from biggerpie.grading.class_run.run import grade_class
from biggerpie.negotiation import Case
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, expect

from ..browser import screenshot_folder
from ..jupyter.server import jupyter, running
from .class_of_thirty import Submission, everyone, expected_label_points, expected_package_points, put_one_case_for_all
from .class_run.gradebooks import files

EXERCISE = "01-both-can-gain"


def nbgrader(course: Path, *words: str) -> str:
    """Run one of nbgrader's commands as an instructor does, and return what it said."""
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [scripts / "nbgrader", *words], cwd=course, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> tuple[Path, dict[str, Submission]]:
    """A course made by `biggerpie course`, its thirty submissions marked and given feedback."""
    folder = tmp_path_factory.mktemp("university") / "course"
    subprocess.run([Path(sys.executable).parent / "biggerpie", "course", folder], check=True, capture_output=True)
    put_one_case_for_all(folder)
    nbgrader(folder, "generate_assignment", EXERCISE)
    released = json.loads((folder / "release" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    students = {f"s{number:02}": submission for number, submission in enumerate(everyone(released), 1)}
    for student, submission in students.items():
        place = folder / "submitted" / student / EXERCISE
        place.mkdir(parents=True)
        (place / "exercise.ipynb").write_bytes(submission.file)
    thief = folder / "submitted" / "s01" / EXERCISE
    (thief / "notes.html").symlink_to(folder / "gradebook.db")
    os.mkfifo(thief / "pipe")
    (folder / "submitted" / "s02" / EXERCISE / "timestamp.txt").write_text("tomorrow, I promise")
    log = nbgrader(folder, "autograde", EXERCISE)
    assert "Traceback" not in log
    nbgrader(folder, "generate_feedback", EXERCISE)
    nbgrader(folder, "export")
    return folder, students


def marks(folder: Path) -> dict[str, dict[str, float | None]]:
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        return {
            submission.student_id: {g.name: g.auto_score for notebook in submission.notebooks for g in notebook.grades}
            for submission in gradebook.assignment_submissions(EXERCISE)
        }


def feedback(folder: Path, student: str) -> str:
    """Return the words of a student's feedback."""
    page = (folder / "feedback" / student / EXERCISE / "exercise.html").read_text(encoding="utf-8")
    return unescape(re.sub(r"<[^>]+>", "", page))


def test_there_are_thirty_different_submissions(course):
    _, students = course
    assert len({submission.file for submission in students.values()}) == 30


def test_every_mark_equals_the_one_computed_by_brute_force(course, job_offer: Case):
    folder, students = course
    found = marks(folder)
    assert found.keys() == students.keys()
    for student, submission in students.items():
        expected = {
            "mark-labels": expected_label_points(submission.right),
            "mark-package": expected_package_points(job_offer, submission.package),
            "why": None if submission.answered_why else 0.0,
        }
        assert found[student] == expected, submission.name


def test_the_exported_marks_are_those_of_the_gradebook(course):
    folder, _ = course
    with (folder / "grades.csv").open(newline="") as file:
        exported = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert exported == {s: round(sum(p or 0 for p in points.values()), 2) for s, points in marks(folder).items()}


def test_nothing_that_a_student_sent_was_run(course):
    folder, _ = course
    assert not list(folder.rglob("forged"))


def test_a_link_to_the_gradebook_is_not_followed(course):
    folder, _ = course
    handed_out = [*(folder / "autograded" / "s01").rglob("*"), *(folder / "feedback" / "s01").rglob("*")]
    assert handed_out
    assert not [p for p in handed_out if p.is_file() and p.read_bytes().startswith(b"SQLite")]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("perfect", "No package is better for both sides"),
        ("fair", "Start date: '1 April' leaves 10 points on the table"),
        ("fair", "of the value that can be created"),
        ("greedy", "The employer is 6 points worse off than without a deal"),
        ("misspelt issue", "did you mean 'salary'?"),
        ("unknown option", "'57,000' is not an option of 'salary'; use '52,000'"),
        ("missing issue", "nothing is said about 'mentoring'"),
        ("said twice", "'salary' stands there twice"),
        ("no colons", "line 2, 'salary 56,000': no colon stands there"),
        ("yaml tag", "!!python/object/apply:os.system ['touch…\" is not an option of 'salary'; use"),
        ("yaml bomb", "'a' is not an issue of this case"),
        ("one megabyte", "keep it below 10,000"),
        ("code", "there is no answer 'package' yet"),
        ("two answers in a cell", "line 8 begins a second answer"),
        ("empty", "nothing is said about 'salary'"),
        ("not JSON", "is not a notebook (it is not JSON)"),
        ("a list", "is not a notebook (it has no cells)"),
        ("second answer elsewhere", "is answered in more than one cell"),
    ],
)
def test_the_feedback_says_what_was_found(course, name, sentence):
    folder, students = course
    student = next(s for s, submission in students.items() if submission.name == name)
    assert sentence.casefold() in feedback(folder, student).casefold()


def test_the_feedback_shows_no_hidden_test(course):
    folder, students = course
    for student in students:
        shown = feedback(folder, student)
        assert "HIDDEN TESTS" not in shown
        if students[student].name != "code":
            assert "grade(package" not in shown


def test_marking_again_changes_nothing_and_keeps_the_instructors_points(course):
    folder, _ = course
    before = marks(folder)
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        grade = gradebook.find_grade("why", "exercise", EXERCISE, "s01")
        grade.manual_score = 17.0
        gradebook.find_comment("why", "exercise", EXERCISE, "s01").manual_comment = "Well seen."
        gradebook.db.commit()
    nbgrader(folder, "autograde", EXERCISE, "--force")
    assert marks(folder) == before
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        assert gradebook.find_grade("why", "exercise", EXERCISE, "s01").manual_score == 17.0
        assert gradebook.find_comment("why", "exercise", EXERCISE, "s01").manual_comment == "Well seen."


def test_the_kits_command_writes_the_same_marks_and_files_for_everyone(course, tmp_path):
    folder, _ = course
    again = shutil.copytree(folder, tmp_path / "again")
    nbgrader(folder, "generate_feedback", EXERCISE, "--force")
    assert not grade_class(again, EXERCISE, force=True).failed
    assert marks(again) == marks(folder)
    assert files(again) == files(folder)


def test_formgrader_shows_the_class_and_a_written_answer_with_its_mark_scheme(course, browser: Browser, tmp_path):
    folder, students = course
    with running(jupyter(), folder, tmp_path) as address:
        page = browser.new_page(viewport={"width": 1200, "height": 1000})
        page.goto(f"{address}/formgrader/gradebook/{EXERCISE}/exercise")
        expect(page.get_by_text("Submission #")).to_have_count(len(students), timeout=30_000)
        page.screenshot(path=screenshot_folder() / "formgrader-class.png", full_page=True)
        with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
            submission = gradebook.find_submission_notebook("exercise", EXERCISE, "s03").id
        page.goto(f"{address}/formgrader/submissions/{submission}/")
        expect(page.get_by_text("How to mark (20 marks)")).to_be_visible()
        expect(page.get_by_text("leaves 10 points on the table")).to_be_visible()
        page.screenshot(path=screenshot_folder() / "formgrader-submission.png", full_page=True)
        page.close()
