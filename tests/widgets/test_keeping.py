"""What a learner did in any simulation is there again when its cell runs again, on whatever day."""

import pytest
from biggerpie.negotiation import load_case
from biggerpie.widgets import InterestMap, PackageBuilder, PayoffExplorer, Question, Rewriting
from biggerpie.widgets.keeping import AFRESH, BACK

from .catalogue import WIDGETS
from .keeping import Lesson, shown, touch, untouched
from .states.answer_sheet import label_sheet, written_package
from .states.blame_spiral import locked_spiral, spiral
from .states.payoff_explorer import explorer, run_explorer
from .states.rewriting import looked_rewriting

KEPT = [make for make in WIDGETS if make().remembered]
TOUCHED = [make for make in KEPT if make().state() != make()._start]


@pytest.fixture
def lesson(tmp_path, monkeypatch) -> Lesson:
    return Lesson(tmp_path, monkeypatch)


def test_most_states_of_the_catalogue_are_kept_and_touched():
    assert len(KEPT) > 40
    assert len(TOUCHED) > 30


@pytest.mark.parametrize("make", TOUCHED, ids=lambda make: make.__name__)
def test_every_simulation_is_there_again_on_another_day_as_it_was_left(lesson, make):
    [widget] = lesson.run("a-cell", make)
    touched = make()
    touch(widget, touched)
    lesson.another_day()
    [again] = lesson.run("a-cell", make)
    assert shown(again) == shown(touched)
    assert again.record == {AFRESH: True, BACK: False, "note": ""}


@pytest.mark.parametrize("make", TOUCHED, ids=lambda make: make.__name__)
def test_starting_afresh_is_undone_on_another_day_too(lesson, make):
    fresh = shown(untouched(make))
    [widget] = lesson.run("a-cell", make)
    touch(widget, make())
    widget.wish = AFRESH
    assert (shown(widget), widget.wish) == (fresh, "")
    assert widget.record == {AFRESH: False, BACK: True, "note": ""}
    lesson.another_day()
    [again] = lesson.run("a-cell", make)
    assert shown(again) == fresh
    again.wish = BACK
    assert shown(again) == shown(make())
    assert again.record == {AFRESH: True, BACK: False, "note": ""}


@pytest.mark.parametrize("make", KEPT, ids=lambda make: make.__name__)
def test_a_simulation_nobody_touched_offers_nothing_and_writes_nothing(lesson, make):
    [widget] = lesson.run("a-cell", make)
    assert widget.record == {AFRESH: False, BACK: False, "note": ""}
    widget.wish = AFRESH
    widget.wish = BACK
    lesson.end()
    assert list(lesson.folder.iterdir()) == []


def test_what_was_done_since_is_not_lost_by_going_back(lesson):
    [widget] = lesson.run("a-cell", explorer)
    widget.yours = [1, 1, 1]
    widget.wish = AFRESH
    widget.yours = [2, 2, 2]
    widget.wish = BACK
    assert widget.yours == [1, 1, 1]
    widget.wish = BACK
    assert widget.yours == [2, 2, 2]


def test_outside_a_lesson_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    widget = spiral()
    widget._ipython_display_()
    widget.persistence = 7
    assert list(tmp_path.iterdir()) == []


def test_an_answer_stands_in_its_cell_and_is_kept_nowhere_else(lesson):
    sheet, builder = lesson.run("a-cell", label_sheet, written_package)
    sheet.values = [["distributive"] * 6]
    builder.choices = [0, 0, 0, 0]
    lesson.end()
    assert list(lesson.folder.iterdir()) == []
    assert (sheet.record, builder.record) == ({}, {})


def test_a_cell_that_is_run_again_at_once_shows_what_was_not_even_written_yet(lesson):
    [widget] = lesson.run("a-cell", explorer)
    widget.stop = 0
    widget.yours = [0, 10, 0]
    [again] = lesson.run("a-cell", explorer)
    assert again.yours == [0, 10, 0]


def test_three_questions_in_one_cell_keep_their_own_choices(lesson):
    makes = [lambda name=f"recall_{number}": Question(2, name) for number in (1, 2, 3)]
    for choice, widget in enumerate(lesson.run("recall", *makes)):
        widget.prediction = choice
        widget.ran = choice < 2
    lesson.another_day()
    again = lesson.run("recall", *makes)
    assert [(one.prediction, one.ran, bool(one.verdict)) for one in again] == [
        (0, True, True),
        (1, True, True),
        (2, False, False),
    ]


def test_two_of_a_kind_in_one_cell_are_told_apart(lesson):
    for number, widget in enumerate(lesson.run("sandbox", spiral, spiral)):
        widget.persistence = 10 + number
    lesson.another_day()
    assert [one.persistence for one in lesson.run("sandbox", spiral, spiral)] == [10, 11]


def test_the_same_cell_in_another_lesson_is_another_place(lesson, tmp_path, monkeypatch):
    [widget] = lesson.run("practise", explorer)
    widget.yours = [1, 1, 1]
    [other] = Lesson(tmp_path, monkeypatch, "02-another").run("practise", explorer)
    assert other.yours == [4, 6, 3]


def test_a_cell_that_was_changed_to_another_case_or_party_begins_anew_and_loses_nothing(lesson):
    job = load_case("job-offer")
    [widget] = lesson.run("sandbox", lambda: InterestMap(job, "employer"))
    widget.map = {**widget.map, "found": ["own-0"]}
    [other] = lesson.run("sandbox", lambda: InterestMap(job, "candidate"))
    assert other.map["found"] == []
    [back] = lesson.run("sandbox", lambda: InterestMap(job, "employer"))
    assert back.map["found"] == ["own-0"]


def test_the_record_is_readable_and_names_no_widget_and_no_notebook(lesson):
    [widget] = lesson.run("two-issues", run_explorer)
    widget.prediction = 2
    widget.ran = True
    record = lesson.record()
    assert record["version"] == 1
    [(kind, entry)] = record["lessons"]["01-a-lesson"]["two-issues"].items()
    assert kind == "payoff explorer, middle, Salary, Days at home"
    assert set(entry) == {"at", "state"}
    kept = {"prediction": 2, "ran": True, "yours": [2, 6], "theirs": [6, 2], "alternatives": [0, 0], "stop": 4}
    assert entry["state"] == kept


def test_a_bet_is_told_the_same_verdict_whatever_was_moved_since(lesson):
    [widget] = lesson.run("insult", locked_spiral)
    widget.prediction = 2
    widget.ran = True
    verdict = widget.verdict
    widget.persistence, widget.reactivity = 10, 10
    lesson.another_day()
    [again] = lesson.run("insult", locked_spiral)
    assert (again.verdict, again.persistence) == (verdict, 10)


def test_a_text_that_is_still_being_written_is_kept(lesson):
    [widget] = lesson.run("practise", looked_rewriting)
    widget.sorted_as = [0, 1, 2]
    widget.draft = "I need the"
    lesson.another_day()
    [again] = lesson.run("practise", looked_rewriting)
    assert (again.draft, again.text) == ("I need the", "")


def test_every_lesson_tells_its_simulations_apart_by_what_they_are_about():
    kinds = {make()._kind for make in KEPT}
    assert "question, sign" in kinds
    assert "rewriting, meetings" in kinds
    assert "interest map, The job at Heron & Reed, employer" in kinds
    case = load_case("shared-garden")
    assert PackageBuilder(case, "gardener")._kind != PackageBuilder(case, "grandmother")._kind
    assert PayoffExplorer(["A"], [1], [1])._kind != PayoffExplorer(["B"], [1], [1])._kind
    assert Rewriting("kitchen")._kind != Rewriting("invoice")._kind
