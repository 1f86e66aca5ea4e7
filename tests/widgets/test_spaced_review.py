"""Spaced review: three questions on a finished lesson return after a week, four and twelve, and press nobody."""

import re
import tomllib
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from biggerpie.lessons.shelf import fill_shelf
from biggerpie.widgets import CourseMap, SpacedReview
from biggerpie.widgets._words import words
from biggerpie.widgets.course_map import returning
from biggerpie.widgets.course_map.progress import all_lessons
from biggerpie.widgets.course_map.returning import REVIEW, today_here
from biggerpie.widgets.record import FILE, record_in
from biggerpie.widgets.record.entries import FORM, Entries
from biggerpie.widgets.record.record_file import RecordFile
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .finished import done
from .states.spaced_review import RELATIONSHIP, spaced_review

ASKED = tomllib.loads(Path(returning.__file__).with_name("returning.toml").read_text(encoding="utf-8"))
ABOUT = re.compile(r"From (?:lesson (\d+)|the welcome page)")
CONCESSIONS = "02-concessions-and-reciprocity"


def shown(folder: Path, in_days: int = 0) -> SpacedReview:
    """The review as somebody sees it who comes in so many days."""
    return SpacedReview(folder, lambda: today_here() + timedelta(in_days))


def answer(widget: SpacedReview, *choices: int) -> None:
    for place, choice in enumerate(choices):
        widget.chosen = [place, choice]


def keep(folder: Path, entries: Entries) -> None:
    """Put more into the record."""
    record = RecordFile(folder / FILE)
    assert record.write(record.read() | entries)


def pass_days(folder: Path, days: int) -> None:
    """Let so many days pass: all that the record holds is as much older."""
    restart(folder)
    record = RecordFile(folder / FILE)
    earlier = {
        key: replace(entry, at=(datetime.strptime(entry.at, FORM) - timedelta(days)).strftime(FORM))
        for key, entry in record.read().items()
    }
    assert record.write(earlier)


def restart(folder: Path) -> None:
    """End the kernel, and begin another one."""
    record_in(folder).close()
    record_in.cache_clear()


@pytest.fixture
def folder(tmp_path) -> Path:
    """A record in which one lesson was done a week ago."""
    RecordFile(tmp_path / FILE).write(done(RELATIONSHIP, 7))
    return tmp_path


@pytest.mark.parametrize("lesson", [one.name for one in all_lessons()][1:])
def test_each_lesson_has_three_questions_about_it_with_a_right_answer(lesson):
    assert len(set(ASKED[lesson])) == 3
    for file, name in (asked.split(" ") for asked in ASKED[lesson]):
        question = words(f"questions/{file}")[name]
        about = ABOUT.match(question["question"])
        assert question["right"] in range(len(question["choices"]))
        assert int(about[1] or 1) == int(lesson[:2]) if about else file == lesson[:2]


def test_no_question_returns_for_two_lessons():
    together = [asked for questions in ASKED.values() for asked in questions]
    assert len(set(together)) == len(together)
    assert set(ASKED) <= {one.name for one in all_lessons()}


@pytest.mark.parametrize(
    ("days_ago", "says"),
    [
        (0, "The next three questions, on lesson 3, will be here in 7 days."),
        (6, "The next three questions, on lesson 3, will be here tomorrow."),
        (7, "Three questions on lesson 3 have come back."),
        (400, "Three questions on lesson 3 have come back."),
    ],
)
def test_questions_come_back_a_week_after_the_lesson_and_wait_as_long_as_need_be(tmp_path, days_ago, says):
    RecordFile(tmp_path / FILE).write(done(RELATIONSHIP, days_ago))
    assert says in shown(tmp_path).picture["summary"]


def test_before_a_lesson_is_done_a_sentence_says_what_will_come(tmp_path):
    assert shown(tmp_path).picture["summary"].startswith("Nothing has come back yet. A week after")
    begun = dict(list(done(RELATIONSHIP, 30).items())[:-1])
    RecordFile(tmp_path / FILE).write(begun)
    assert shown(tmp_path).picture["summary"].startswith("Nothing has come back yet.")


def test_what_is_right_is_told_once_a_question_is_answered_and_an_answer_stays(folder):
    widget = shown(folder)
    assert [(asked["chosen"], asked["right"], asked["verdict"]) for asked in widget.picture["questions"]] == [
        (-1, -1, "")
    ] * 3
    widget.chosen = [1, 2]
    widget.chosen = [1, 0]
    first, second, _ = widget.picture["questions"]
    assert (first["chosen"], second["chosen"], second["right"]) == (-1, 2, 0)
    assert second["verdict"].startswith("Not quite. The count asked")
    assert widget.chosen == []
    assert widget.picture["closing"] == ""


@pytest.mark.parametrize("sent", [[7, 0], [0, 9], [0, -1], [-1, 0], [0], []])
def test_what_is_no_answer_is_not_kept(folder, sent):
    widget = shown(folder)
    widget.chosen = sent
    assert [asked["chosen"] for asked in widget.picture["questions"]] == [-1] * 3
    restart(folder)
    assert not [key for key in RecordFile(folder / FILE).read() if key[0] == REVIEW]


def test_answers_are_there_on_the_same_day_after_a_restart_with_their_date(folder):
    answer(shown(folder), 1, 2)
    restart(folder)
    assert [asked["chosen"] for asked in shown(folder).picture["questions"]] == [1, 2, -1]
    kept = {key: entry for key, entry in RecordFile(folder / FILE).read().items() if key[0] == REVIEW}
    assert {key[1:]: entry.state for key, entry in kept.items()} == {
        (RELATIONSHIP, "04 recall_1, after 7 days"): {"choice": 1},
        (RELATIONSHIP, "04 recall_2, after 7 days"): {"choice": 2},
    }
    assert {returning.day_of(entry) for entry in kept.values()} == {today_here()}


def test_the_same_three_return_after_four_weeks_and_after_twelve_and_then_no_more(folder):
    seen = {}
    for day in range(7, 100):
        widget = shown(folder)
        if widget.picture["questions"]:
            answer(widget, 1, 0, 1)
            seen[day] = widget.picture["closing"]
        pass_days(folder, 1)
    assert list(seen) == [7, 28, 84]
    assert "three weeks" in seen[7]
    assert "eight weeks" in seen[28]
    assert "the last" in seen[84]
    assert "All questions have come back three times" in shown(folder).picture["summary"]


def test_whoever_comes_late_gets_the_same_pause_again_and_not_two_returns_at_once(folder):
    pass_days(folder, 60)
    answer(shown(folder), 1, 0, 1)
    pass_days(folder, 1)
    assert "will be here in 20 days" in shown(folder).picture["summary"]


def test_playing_the_lesson_again_is_a_return_of_its_own_kind_and_the_week_begins_then(folder):
    record_in(folder).put((RELATIONSHIP, "hook", "question 0"), {"ran": True}, None)
    assert "will be here in 7 days" in shown(folder).picture["summary"]


def test_on_one_day_one_lesson_comes_back_the_longest_waiting_first_and_what_is_begun_before_it(folder):
    keep(folder, done(CONCESSIONS, 9))
    assert "on lesson 2 " in shown(folder).picture["summary"]
    answer(shown(folder), 1)
    pass_days(folder, 1)
    keep(folder, done("05-listening", 300))
    answer(widget := shown(folder), 1, 1, 0)
    assert "on lesson 2 " in widget.picture["summary"]
    assert "on lesson 2 " in shown(folder).picture["summary"]
    pass_days(folder, 1)
    assert "on lesson 5 " in shown(folder).picture["summary"]


@pytest.mark.parametrize("state", [{}, {"choice": 9}, {"choice": "1"}, {"choice": True}, {"choice": None}])
def test_what_no_learner_answered_is_asked_again(folder, state):
    record_in(folder).put((REVIEW, RELATIONSHIP, "04 recall_1, after 7 days"), state, None)
    widget = shown(folder)
    assert widget.picture["questions"][0]["chosen"] == -1
    widget.chosen = [0, 1]
    assert widget.picture["questions"][0]["chosen"] == 1


def test_the_map_says_that_questions_have_come_back_until_they_are_answered(tmp_path):
    fill_shelf(tmp_path)
    lessons = tmp_path / "lessons"
    RecordFile(lessons / FILE).write(done(RELATIONSHIP, 7))
    assert CourseMap(lessons).picture["summary"].endswith("three questions on lesson 3 have come back.")
    assert "come back" not in CourseMap(lessons, lambda: today_here() - timedelta(1)).picture["summary"]
    answer(shown(lessons), 1, 0, 1)
    restart(lessons)
    assert "come back" not in CourseMap(lessons).picture["summary"]


def test_it_looks_again(tmp_path):
    widget = shown(tmp_path)
    RecordFile(tmp_path / FILE).write(done(RELATIONSHIP, 7))
    assert not widget.picture["questions"]
    widget.looked += 1
    assert len(widget.picture["questions"]) == 3


def test_by_keyboard_an_answer_is_chosen_given_and_read_and_a_choice_made_elsewhere_stays(browser: Browser):
    widget = spaced_review()
    with widget_page(browser, widget) as page:
        first, second, _ = page.get_by_role("group").all()
        button = first.get_by_role("button", name="That's my answer")
        expect(button).to_be_disabled()
        second.get_by_role("radio").last.press("Space")
        first.get_by_role("radio").first.press("Space")
        button.press("Enter")
        expect(button).to_have_count(0)
        expect(first.get_by_text("✓ this is right")).to_have_count(1)
        expect(first.get_by_text("← your answer")).to_have_count(1)
        assert page.evaluate("document.activeElement.textContent") == widget.picture["questions"][0]["verdict"]
        expect(first.get_by_role("radio").first).to_be_disabled()
        expect(second.get_by_role("radio").last).to_be_checked()
        expect(second.get_by_role("button", name="That's my answer")).to_be_enabled()
