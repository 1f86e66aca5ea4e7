"""Every lesson of every language, finished on the site by keyboard alone, as the learner's own record counts it."""

from collections.abc import Iterator

import pytest
from biggerpie.lessons.pages import ENGLISH, languages, lessons_folder, pages
from biggerpie.website.build import build_site
from biggerpie.website.lesson import read_lesson
from biggerpie.website.python_files import python_files
from biggerpie.widgets.course_map.progress import DONE, Lesson, all_lessons, progress
from playwright.sync_api import Browser, Page

from ..built_once import built_once
from .by_keyboard import IN_SIGHT, play_once
from .conftest import faultless_page, needs_node, served
from .test_python import in_charge, kept

pytestmark = [pytest.mark.long, needs_node]
LESSONS = {lesson.name: lesson for lesson in all_lessons()}
ROUNDS = 5


def counted(language: str) -> Iterator[tuple[str, Lesson]]:
    """Yield a language's pages that the course map counts, each as its way on the site and its lesson."""
    folder = "" if language == ENGLISH else f"{language}/"
    for path, content in pages(language):
        if path.startswith(f"{lessons_folder(language)}/"):
            told = read_lesson(path, content)
            if told.record in LESSONS:
                yield f"{folder}{told.page}", LESSONS[told.record]


PAGES = dict(page for language in languages() for page in counted(language))


@pytest.fixture(scope="module")
def whole(tmp_path_factory, pyodide_package) -> Iterator[str]:
    """The address of the whole site with Python in its pages."""
    python = python_files(pyodide_package)
    site = built_once(tmp_path_factory, "whole", lambda folder: build_site(folder, python=python))
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, whole: str) -> Iterator[Page]:
    """A page of the site in which Python runs."""
    with faultless_page(browser, whole) as opened:
        opened.add_init_script(path=IN_SIGHT)
        yield opened


def missing(page: Page, lesson: Lesson) -> list[str]:
    """Return where in the lesson something is left to do, by what the browser keeps."""
    entries = kept(page)
    parts = (Lesson(lesson.name, lesson.minutes, {place: there}) for place, there in lesson.steps.items())
    return [place for part in parts for place in part.steps if progress(part, entries).state != DONE]


def test_the_course_map_counts_as_many_pages_in_each_language():
    assert len(PAGES) == len(LESSONS) * len(languages())


@pytest.mark.parametrize("name", PAGES)
def test_a_lesson_is_finished_by_keyboard_alone(page, whole, name):
    lesson, unseen = PAGES[name], []
    page.goto(f"{whole}/{name}")
    in_charge(page)
    assert missing(page, lesson) == list(lesson.steps)
    for _ in range(ROUNDS):
        unseen += play_once(page)
        if not missing(page, lesson):
            break
    assert (missing(page, lesson), unseen) == ([], [])
    assert progress(lesson, kept(page)).state == DONE
