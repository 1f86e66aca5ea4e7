"""A class in which nearly everyone is hostile: no one forges, reads, stops or breaks anything."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from biggerpie.grading.course import make_course
from biggerpie.negotiation import Case

from .class_of_thirty import GOOD, NASH, expected_label_points, expected_package_points, put_one_case_for_all
from .hostile import CORPUS, Hostile
from .hostile.course import (
    EXERCISE,
    NEIGHBOUR,
    SECRETS,
    graded,
    hand_in_honestly,
    handed_back,
    marks,
    plant_secrets,
    released,
    run,
    submission_folder,
)
from .hostile.markup import HURT

HOSTILES_BETWEEN_NEIGHBOURS = 15


@dataclass(frozen=True)
class Graded:
    """The course after grading: where it is, who sent what, what was said and which marks were given."""

    folder: Path
    students: dict[str, str]
    neighbours: list[str]
    log: str
    marks: dict[str, dict[str, float | None]]


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Graded:
    """One run over all hostile submissions, with honest ones before, between and after them."""
    folder = tmp_path_factory.mktemp("university") / "course"
    make_course(folder)
    put_one_case_for_all(folder)
    run(folder, "nbgrader", "generate_assignment", EXERCISE)
    plant_secrets(folder)
    notebook = released(folder)
    students, neighbours = {}, [NEIGHBOUR]
    for number, hostile in enumerate(CORPUS):
        if number % HOSTILES_BETWEEN_NEIGHBOURS == 0:
            neighbours.append(f"s{number:03}-honest")
            hand_in_honestly(folder, neighbours[-1])
        students[hostile.name] = f"s{number:03}-hostile"
        hostile.write(submission_folder(folder, students[hostile.name]), notebook)
    log = graded(folder)
    return Graded(folder, students, neighbours, log, marks(folder))


every_hostile = pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)


def feedback(course: Graded, student: str) -> str:
    """Return a student's feedback from where the student's own text begins, or nothing where there is none."""
    page = course.folder / "feedback" / student / EXERCISE / "exercise.html"
    return page.read_text(encoding="utf-8").partition("<body")[2] if page.is_file() else ""


def explanation(course: Graded, student: str) -> str:
    """Return the words of a student's feedback, and what the run said about the student."""
    words = unescape(re.sub(r"<[^>]+>", "", feedback(course, student)))
    return words + "\n".join(line for line in course.log.splitlines() if student in line)


def test_the_corpus_is_large_and_names_each_submission_once():
    assert len(CORPUS) >= 45
    assert len({hostile.name for hostile in CORPUS}) == len(CORPUS)


def test_nothing_that_was_sent_was_run(course):
    assert not [place for place, _, files in os.walk(course.folder) if "forged" in files]


@every_hostile
def test_the_mark_is_that_of_what_is_honestly_there(course, hostile: Hostile, job_offer: Case):
    found = course.marks.get(course.students[hostile.name], {})
    assert (found.get("mark-labels") or 0.0) == expected_label_points(hostile.right)
    assert (found.get("mark-package") or 0.0) == expected_package_points(job_offer, hostile.package)


@every_hostile
def test_the_student_or_the_instructor_is_told_why(course, hostile: Hostile):
    assert hostile.sentence.casefold() in explanation(course, course.students[hostile.name]).casefold()


@every_hostile
def test_no_secret_is_handed_back(course, hostile: Hostile):
    for path, content in handed_back(course.folder, course.students[hostile.name]).items():
        assert not [place for place, token in SECRETS.items() if token.encode() in content], path
        assert b"SQLite format 3" not in content, path


@every_hostile
def test_nothing_of_it_would_run_in_the_instructors_browser(course, hostile: Hostile):
    assert not list(live(feedback(course, course.students[hostile.name])))


def test_every_neighbour_has_full_marks_and_feedback(course, job_offer: Case):
    assert len(course.neighbours) >= 5
    for student in course.neighbours:
        points = expected_package_points(job_offer, NASH if student == NEIGHBOUR else GOOD)
        assert course.marks[student] == {"mark-labels": 30.0, "mark-package": points, "why": None}
        assert (course.folder / "feedback" / student / EXERCISE / "exercise.html").is_file()


def live(page: str) -> Iterator[str]:
    """Yield the tags of a page, and the scripts in it, that hold a hostile word."""

    class Reader(HTMLParser):
        script = False

        def handle_starttag(self, tag, attrs):
            self.script = tag == "script"
            found.extend(f"<{tag} {name}={value}>" for name, value in attrs if HURT in f"{name}{value}")

        def handle_endtag(self, tag):
            self.script = False

        def handle_data(self, data):
            if self.script and HURT in data:
                found.append(data)

    found: list[str] = []
    Reader().feed(page)
    yield from found
