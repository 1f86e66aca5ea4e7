"""A class in which nearly everyone is hostile: no one forges, reads, stops or breaks anything."""

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.submission.printable import STEERING
from biggerpie.negotiation import Case
from playwright.sync_api import Browser

from .class_of_thirty import GOOD, NASH, expected_label_points, expected_package_points, put_one_case_for_all
from .hostile import CORPUS, EVERYDAY, SAMPLE, Hostile
from .hostile.browser import Faults, Gallery, look_at_all
from .hostile.browser.faults import LOCAL
from .hostile.browser.look import own_requests
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
from .hostile.harmless import HARMLESS
from .hostile.markup import HURT
from .hostile.sources import SOURCES

HOSTILES_BETWEEN_NEIGHBOURS = 15
AT_ONCE = 80  # submissions in one course that the browser is opened on


@dataclass(frozen=True)
class Graded:
    """The course after grading, and an empty one like it: who sent what, what was said and which marks were given."""

    folder: Path
    empty: Path
    students: dict[str, str]
    neighbours: list[str]
    harmless: list[str]
    log: str
    marks: dict[str, dict[str, float | None]]


@pytest.fixture(scope="module")
def course(request, tmp_path_factory) -> Graded:
    """One run over the hostile submissions that are asked for, with honest ones before, between and after them."""
    all_of_them = any(item.get_closest_marker("long") for item in request.session.items)
    corpus = [hostile for hostile in CORPUS if all_of_them or hostile.name in EVERYDAY]
    folder = tmp_path_factory.mktemp("university") / "course"
    make_course(folder)
    put_one_case_for_all(folder)
    run(folder, "nbgrader", "generate_assignment", EXERCISE)
    empty = shutil.copytree(folder, folder.with_name("empty"))
    plant_secrets(folder)
    notebook = released(folder)
    students, neighbours = {}, [NEIGHBOUR]
    for number, hostile in enumerate(corpus):
        if number % HOSTILES_BETWEEN_NEIGHBOURS == 0:
            neighbours.append(f"s{number:03}-honest")
            hand_in_honestly(folder, neighbours[-1])
        students[hostile.name] = f"s{number:03}-hostile"
        hostile.write(submission_folder(folder, students[hostile.name]), notebook)
    harmless = [f"s99{number}-honest" for number in range(len(HARMLESS))]
    for student, submission in zip(harmless, HARMLESS, strict=True):
        submission.write(submission_folder(folder, student), notebook)
    log = graded(folder)
    return Graded(folder, empty, students, neighbours, harmless, log, marks(folder))


every_hostile = pytest.mark.parametrize(
    "hostile",
    [pytest.param(h, id=h.name, marks=() if h.name in EVERYDAY else pytest.mark.long) for h in CORPUS],
)


def feedback(course: Graded, student: str) -> str:
    """Return a student's feedback from where the student's own text begins, or nothing where there is none."""
    page = course.folder / "feedback" / student / EXERCISE / "exercise.html"
    return page.read_text(encoding="utf-8").partition("<body")[2] if page.is_file() else ""


def explanation(course: Graded, student: str) -> str:
    """Return the words of a student's feedback, and what the run said about the student."""
    words = unescape(re.sub(r"<[^>]+>", "", feedback(course, student)))
    return words + "\n".join(line for line in course.log.splitlines() if student in line)


def test_the_corpus_is_large_and_names_each_submission_once():
    assert len(CORPUS) >= 400
    assert len({hostile.name for hostile in CORPUS}) == len(CORPUS)


def test_every_submission_names_the_report_that_its_idea_comes_from():
    assert not [hostile.name for hostile in CORPUS if not hostile.source]
    assert not {name for names in SOURCES.values() for name in names} - {hostile.name for hostile in CORPUS}


def test_nothing_that_was_sent_was_run(course):
    assert not [place for place, _, files in os.walk(course.folder) if "forged" in files]


@every_hostile
def test_the_mark_is_that_of_what_is_honestly_there(course, hostile: Hostile, job_offer: Case):
    found = course.marks.get(course.students[hostile.name], {})
    if waits(course, hostile):
        return
    assert (found.get("mark-labels") or 0.0) == expected_label_points(hostile.right)
    assert (found.get("mark-package") or 0.0) == expected_package_points(job_offer, hostile.package)


@every_hostile
def test_the_student_or_the_instructor_is_told_why(course, hostile: Hostile):
    told = explanation(course, course.students[hostile.name])
    assert hostile.sentence.casefold() in told.casefold() or waits(course, hostile)


def test_nothing_that_the_run_says_steers_a_terminal(course):
    assert course.log
    assert all(letter.isprintable() for line in course.log.splitlines() for letter in line)


@every_hostile
def test_no_secret_is_handed_back(course, hostile: Hostile):
    for path, content in handed_back(course.folder, course.students[hostile.name]).items():
        assert not [place for place, token in SECRETS.items() if token.encode() in content], path
        assert b"SQLite format 3" not in content, path


@every_hostile
def test_nothing_of_it_would_run_in_the_instructors_browser(course, hostile: Hostile):
    assert not list(live(feedback(course, course.students[hostile.name])))


def faults(course: Graded, browser: Browser, corpus: Sequence[Hostile]) -> dict[str, Faults]:
    """What the browser finds on the pages of some submissions, by their names."""
    shown = {course.students[hostile.name]: hostile.shown for hostile in corpus}
    good = [NEIGHBOUR, course.neighbours[1], *course.harmless]
    with TemporaryDirectory() as scratch:
        gallery = Gallery.copied(course.empty, Path(scratch) / "gallery")  # formgrader is slow where many handed in
        for student in (*good, *shown):
            gallery.hang(course.folder, student)
        found = dict(look_at_all(browser, gallery, shown, good))
    return {hostile.name: found[course.students[hostile.name]] for hostile in corpus}


def test_on_a_sample_of_the_pages_nothing_acts_asks_or_is_missing(course, browser: Browser):
    found = faults(course, browser, [hostile for hostile in CORPUS if hostile.name in SAMPLE])
    assert len(found) == len(SAMPLE) >= 12
    assert not {name: fault for name, fault in found.items() if any(vars(fault).values())}


@pytest.mark.long
def test_on_all_pages_nothing_acts_asks_or_is_missing(course, browser: Browser):
    found: dict[str, Faults] = {}
    for some in batched(CORPUS, AT_ONCE):
        found |= faults(course, browser, some)
    assert len(found) == len(CORPUS)
    assert not {name: fault for name, fault in found.items() if any(vars(fault).values())}


def batched(corpus: Sequence[Hostile], size: int) -> Iterator[Sequence[Hostile]]:
    """A few after a few."""
    return (corpus[begin : begin + size] for begin in range(0, len(corpus), size))


def test_an_honest_page_asks_for_nothing_from_elsewhere(course, browser: Browser):
    asked = own_requests(browser, Gallery(course.folder), course.neighbours[1])
    assert asked
    assert not [request for request in asked if urlsplit(request.split(" ", 1)[1]).hostname not in (None, *LOCAL)]


def test_the_report_on_copying_is_written_whatever_was_handed_in(course):
    said = run(course.folder, "biggerpie", "copying", EXERCISE)
    assert (course.folder / "reports" / f"copying-{EXERCISE}.html").is_file(), said[-2000:]


def test_the_written_answers_are_shared_and_marks_are_a_table_whatever_was_handed_in(course):
    said = run(course.folder, "biggerpie", "share", EXERCISE, "--among", "kim", "lee")
    for assistant in ("kim", "lee"):
        page = course.folder / "shares" / EXERCISE / f"{assistant}.html"
        assert page.is_file(), said[-2000:]
        shown = page.read_text(encoding="utf-8").partition("<body")[2]
        assert not list(live(shown))
        assert not re.search("<(?!/?(main|h1|h2|p|section|blockquote|body|html)\\b)", shown)
        assert not STEERING.search(shown)
    said = run(course.folder, "biggerpie", "questions")
    assert (course.folder / "questions.csv").is_file(), said[-2000:]


def test_every_neighbour_has_full_marks_and_feedback(course, job_offer: Case):
    assert len(course.neighbours) >= 5
    for student in course.neighbours:
        points = expected_package_points(job_offer, NASH if student == NEIGHBOUR else GOOD)
        assert course.marks[student] == {"mark-labels": 30.0, "mark-package": points, "why": None}
        assert (course.folder / "feedback" / student / EXERCISE / "exercise.html").is_file()


def waits(course: Graded, hostile: Hostile) -> bool:
    """Whether a submission that may be too much earned nothing, and the instructor was told of it."""
    student = course.students[hostile.name]
    return hostile.may_wait and student in course.log and not any(course.marks.get(student, {}).values())


def acts(name: str, value: str | None) -> bool:
    """Whether an attribute holds a hostile word elsewhere than in the address of a plain link."""
    return HURT in f"{name}{value}" and not (name == "href" and str(value).startswith("https://"))


def live(page: str) -> Iterator[str]:
    """Yield the tags of a page, and the scripts in it, that hold a hostile word."""

    class Reader(HTMLParser):
        script = False

        def handle_starttag(self, tag, attrs):
            self.script = tag == "script"
            found.extend(f"<{tag} {name}={value}>" for name, value in attrs if acts(name, value))

        def handle_endtag(self, tag):
            self.script = False

        def handle_data(self, data):
            if self.script and HURT in data:
                found.append(data)

    found: list[str] = []
    Reader().feed(page)
    yield from found
