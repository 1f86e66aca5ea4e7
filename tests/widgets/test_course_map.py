"""The course map: what counts as done, what comes next, and the marks so far."""

import json
import re

import pytest
from biggerpie.lessons.shelf import fill_shelf
from biggerpie.widgets import CourseMap
from biggerpie.widgets.course_map.progress import BEGUN, DONE, NEW, Lesson, all_lessons, minutes_left, progress
from biggerpie.widgets.keeping import Keeping
from biggerpie.widgets.record import Entry, Record
from IPython.core.interactiveshell import InteractiveShell
from playwright.sync_api import Browser, expect

from tools.canonical import ROOT

from ..plain_page import widget_page
from .states.course_map import begun_course_map, course_map, done_course_map

AT = "2026-11-26T16:20:00.000000Z"
LESSON = Lesson("a", 20, {"hook": 1, "recall": 3})
OPTIONAL = "second"
RAN, NOT_YET, MOVED = {"ran": True}, {"ran": False, "prediction": 1}, {"moves": [1]}


def entries(*states: tuple[str, dict]) -> dict:
    return {("a", place, f"question {number}"): Entry(AT, state) for number, (place, state) in enumerate(states)}


@pytest.mark.parametrize(
    ("kept", "played", "state"),
    [
        ([], 0, NEW),
        ([("hook", NOT_YET)], 0, NEW),
        ([("hook", RAN)], 1, BEGUN),
        ([("hook", MOVED)], 1, BEGUN),
        ([("hook", RAN), ("hook", RAN)], 1, BEGUN),
        ([("sandbox", RAN)], 0, NEW),
        ([("hook", RAN), ("recall", RAN), ("recall", RAN)], 3, BEGUN),
        ([("hook", RAN), ("recall", RAN), ("recall", RAN), ("recall", RAN)], 4, DONE),
    ],
)
def test_a_lesson_is_done_when_all_in_it_was_played(kept, played, state):
    come = progress(LESSON, entries(*kept))
    assert (come.played, come.state) == (played, state)
    assert progress(Lesson("b", 20, {"hook": 1}), entries(*kept)).played == 0


def test_starting_afresh_undoes_no_progress():
    afresh = {("a", "hook", "question"): Entry(AT, NOT_YET, before=RAN)}
    assert progress(LESSON, afresh).played == 1


def test_the_minutes_left_are_those_of_what_was_not_played_in_steps_of_five():
    begun = progress(LESSON, entries(("hook", RAN)))
    assert minutes_left([begun]) == 15
    assert minutes_left([begun, progress(Lesson("b", 21, {"hook": 1}), {})]) == 40
    assert minutes_left([]) == 0


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, int]]:
    """By lesson and cell, how many simulations keep something, found by running the lesson."""
    shell, made, found = InteractiveShell.instance(), [], {}
    begin = Keeping.begin_keeping
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Keeping, "begin_keeping", lambda widget, kind: (begin(widget, kind), made.append(widget)))
        for path in sorted((ROOT / "lessons").glob("[0-9]*.ipynb")):
            shell.reset()
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
                made.clear()
                if cell["cell_type"] == "code":
                    shell.run_cell("".join(cell["source"])).raise_error()
                kept = sum(bool(widget.remembered) for widget in made)
                found.setdefault(path.stem, {}).update({cell["id"]: kept})
    InteractiveShell.clear_instance()
    return found


def test_the_steps_are_what_the_lessons_hold_above_their_close(shown):
    wanted = {}
    for lesson, cells in shown.items():
        above = list(cells)[: list(cells).index("close")]
        wanted[lesson] = {cell: cells[cell] for cell in above if cells[cell] and cell != OPTIONAL}
    assert {lesson.name: dict(lesson.steps) for lesson in all_lessons()} == wanted


@pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.name)
def test_minutes_and_exercise_are_those_that_the_lesson_names(lesson):
    text = (ROOT / "lessons" / f"{lesson.name}.ipynb").read_text(encoding="utf-8")
    assert re.findall(r"In about (\d+) minutes", text) in ([str(lesson.minutes)], [])
    assert re.findall(r"\.\./exercises/([\w-]+)/", text) == ([lesson.exercise] if lesson.exercise else [])


def test_the_map_says_how_far_one_is_and_goes_on():
    assert course_map().picture["summary"] == (
        "0 of 11 lessons done, about 350 minutes left, not counting the exercises. Go on with Welcome to Bigger Pie."
    )
    begun = begun_course_map().picture
    assert begun["summary"].startswith("2 of 11 lessons done, about 310 minutes left")
    assert "Go on with Lesson 2: Concessions" in begun["summary"]
    assert [stop["state"] for stop in begun["lessons"]] == [DONE, DONE, BEGUN, *[NEW] * 8]
    assert [stop["next"] for stop in begun["lessons"]].index(True) == 2
    assert begun["lessons"][2]["said"] == "1 of 11 played"
    assert begun["lessons"][1]["exercise"]["marks"] == "so far 20.5 of 30"
    assert begun["lessons"][1]["exercise"]["page"] == "../exercises/01-both-can-gain/exercise.ipynb"
    assert done_course_map().picture["summary"].startswith("All 11 lessons are done.")
    assert begun["pages"] == [
        {"title": "My negotiation", "page": "my-negotiation.ipynb"},
        {"title": "First and last", "page": "first-and-last.ipynb"},
    ]


def test_a_renamed_page_is_on_the_map_and_a_deleted_or_broken_one_is_not(tmp_path):
    fill_shelf(tmp_path)
    lessons = tmp_path / "lessons"
    (lessons / "05-listening.ipynb").rename(lessons / "my ears.ipynb")
    (lessons / "06-options-for-mutual-gain.ipynb").unlink()
    (lessons / "07-backgrounds-and-cultures.ipynb").write_text("[" * 100_000)
    (lessons / "my-record.json").write_text("{")
    stops = CourseMap(lessons).picture["lessons"]
    assert [stop["page"] for stop in stops][4:] == [
        "04-interests-not-positions.ipynb",
        "my ears.ipynb",
        "08-a-close-for-both.ipynb",
        "09-at-the-table.ipynb",
        "10-without-being-naive.ipynb",
    ]
    assert (lessons / "my-record.json").read_text() == "{"


def test_a_folder_without_lessons_is_told(tmp_path):
    assert "There are no lessons beside this page" in CourseMap(tmp_path).picture["summary"]


def test_the_map_looks_again_when_it_comes_into_view(tmp_path, browser: Browser):
    fill_shelf(tmp_path)
    with widget_page(browser, CourseMap(tmp_path / "lessons")) as page:
        expect(page.locator(".bp-says")).to_contain_text("0 of 11 lessons done")
        record = Record(tmp_path / "lessons" / "my-record.json")
        record.put(("00-welcome", "one-price", "payoff explorer"), RAN, None)
        record.put(("00-welcome", "cold-talk", "negotiation table"), {"said": []}, None)
        record.close()
        for display in ("none", "block"):
            page.evaluate(f"document.getElementById('place').style.display = '{display}'")
            page.wait_for_timeout(300)
        expect(page.locator(".bp-says")).to_contain_text("1 of 11 lessons done")
