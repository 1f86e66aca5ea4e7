"""What was kept and does not fit any more, or was kept by an older kit, is told and not lost."""

import json

import pytest
from biggerpie.negotiation import load_case
from biggerpie.widgets import InterestMap
from biggerpie.widgets.keeping import AFRESH, BACK
from biggerpie.widgets.record import FILE

from .keeping import Lesson, shown, untouched
from .states.interest_map import linked_map
from .states.payoff_explorer import explorer, run_explorer


@pytest.fixture
def lesson(tmp_path, monkeypatch) -> Lesson:
    return Lesson(tmp_path, monkeypatch)


def test_where_what_was_before_does_not_fit_any_more_what_is_there_stays(lesson):
    [widget] = lesson.run("a-cell", explorer)
    widget.yours = [1, 1, 1]
    widget.wish = AFRESH
    widget.yours = [2, 2, 2]
    kept = lesson.record()
    [(kind, entry)] = kept["lessons"]["01-a-lesson"]["a-cell"].items()
    entry["before"]["yours"] = "1, 1, 1"
    lesson.another_day()
    (lesson.folder / FILE).write_text(json.dumps(kept), encoding="utf-8")
    [again] = lesson.run("a-cell", explorer)
    again.wish = BACK
    assert again.yours == [2, 2, 2]
    assert (again.record[BACK], "left aside" in again.record["note"]) == (False, True)
    found = lesson.record()["lessons"]["01-a-lesson"]["a-cell"]
    assert found[kind]["state"]["yours"] == [2, 2, 2]
    assert found[f"{kind}, left aside"]["state"] == entry["before"]


UNFIT = {
    "too much": {"yours": [1, 2, 3]},
    "a text for numbers": {"yours": "1, 2"},
    "a number out of bounds": {"theirs": [99, 0]},
    "a choice that there is not": {"prediction": 7},
    "a run without a bet": {"ran": True, "prediction": -1},
    "an alternative below nothing": {"alternatives": [-1, 0]},
    "nothing": {"stop": None},
}


@pytest.mark.parametrize("wrong", UNFIT.values(), ids=UNFIT.keys())
def test_what_does_not_fit_is_left_aside_with_a_sentence(lesson, wrong):
    [widget] = lesson.run("a-cell", run_explorer)
    widget.prediction = 1
    kept = lesson.record()
    [(kind, entry)] = kept["lessons"]["01-a-lesson"]["a-cell"].items()
    entry["state"] |= wrong
    lesson.another_day()
    (lesson.folder / FILE).write_text(json.dumps(kept), encoding="utf-8")
    [again] = lesson.run("a-cell", run_explorer)
    assert shown(again) == shown(untouched(run_explorer))
    assert "left aside" in again.record["note"]
    again.prediction = 0
    found = lesson.record()["lessons"]["01-a-lesson"]["a-cell"]
    assert found[f"{kind}, left aside"]["state"] == entry["state"]
    assert found[kind]["state"]["prediction"] == 0


def test_a_state_that_lacks_something_is_left_aside(lesson):
    [widget] = lesson.run("a-cell", explorer)
    widget.yours = [0, 0, 1]
    kept = lesson.record()
    [entry] = kept["lessons"]["01-a-lesson"]["a-cell"].values()
    del entry["state"]["stop"]
    lesson.another_day()
    (lesson.folder / FILE).write_text(json.dumps(kept), encoding="utf-8")
    [again] = lesson.run("a-cell", explorer)
    assert again.yours == [4, 6, 3]
    assert "left aside" in again.record["note"]


def older(lesson: Lesson, kept: object) -> InterestMap:
    lesson.folder.joinpath("map.json").write_text(json.dumps(kept), encoding="utf-8")
    [widget] = lesson.run("practise", lambda: InterestMap(load_case("job-offer"), "candidate", keep="map.json"))
    assert isinstance(widget, InterestMap)
    return widget


def test_a_map_that_an_earlier_version_kept_in_a_file_is_read_until_the_record_has_one(lesson):
    file = {"case": "The job at Heron & Reed", "party": "candidate", "map": linked_map().map}
    widget = older(lesson, file)
    assert widget.map == linked_map().map
    widget.map = {**widget.map, "links": []}
    lesson.another_day()
    again = older(lesson, file)
    assert again.map["links"] == []
    assert json.loads(lesson.folder.joinpath("map.json").read_text(encoding="utf-8")) == file


@pytest.mark.parametrize("wrong", [{"party": "employer"}, {"case": "x"}, {"map": [["["]]}, {"more": 1}])
def test_an_older_file_that_holds_something_else_is_told_and_stays(lesson, wrong):
    file = {"case": "The job at Heron & Reed", "party": "candidate", "map": linked_map().map, **wrong}
    widget = older(lesson, file)
    assert widget.map["found"] == []
    assert widget.record["note"]
    assert json.loads(lesson.folder.joinpath("map.json").read_text(encoding="utf-8")) == file
