"""Two talks side by side: found in the learner's record, counted move by move, or named where one is missing."""

import json

import pytest
from biggerpie.negotiation import load_case
from biggerpie.widgets import NegotiationTable, TwoTalks, held_talk
from biggerpie.widgets import _words as words_module
from biggerpie.widgets.negotiation_table.held_talk import HeldTalk
from biggerpie.widgets.record import FILE

from .at_the_table import ASK, HIGH, LOWER
from .keeping import Lesson


def first() -> NegotiationTable:
    return NegotiationTable(load_case("pay-rise"), "nurse", rounds=4, prepare=False)


def last() -> NegotiationTable:
    return NegotiationTable(load_case("scope-creep"), "programmer", rounds=4, prepare=False)


def hold(widget: NegotiationTable, *packages: list[int], says=(), manner: str = "", end: str = "accept") -> None:
    widget.draft = {"packages": list(packages), "says": list(says), "manner": manner}
    widget.doing = {"do": "send"}
    widget.doing = {"do": end}


def talk(widget: NegotiationTable) -> HeldTalk:
    return HeldTalk(widget.session, 0)


@pytest.fixture
def lesson(tmp_path, monkeypatch) -> Lesson:
    return Lesson(tmp_path, monkeypatch, "00-welcome")


def test_a_first_talk_is_found_in_the_record_on_another_day(lesson):
    [widget] = lesson.run("cold-talk", first)
    hold(widget, HIGH)
    session = widget.session
    lesson.another_day()
    case = load_case("pay-rise")
    assert held_talk(case, "nurse", ("00-welcome", "cold-talk"), rounds=4) == HeldTalk(session, 0)
    assert held_talk(case, "nurse", ("00-welcome", "elsewhere"), rounds=4).session.said == ()


def test_a_first_talk_that_was_held_in_german_is_found_by_an_english_lesson(lesson, monkeypatch):
    monkeypatch.setattr(words_module, "_spoken", ["de"])

    def german() -> NegotiationTable:
        return NegotiationTable(load_case("pay-rise", "de"), "nurse", rounds=4, prepare=False)

    [widget] = lesson.run("cold-talk", german)
    hold(widget, HIGH, says=(ASK,))
    held = widget.session
    lesson.another_day()
    monkeypatch.setattr(words_module, "_spoken", ["en"])
    found = held_talk(load_case("pay-rise"), "nurse", ("00-welcome", "cold-talk"), rounds=4).session
    assert found.case.language == "en"
    assert [message.moves for message in found.said] == [message.moves for message in held.said]
    assert found.payoffs == held.payoffs
    assert held_talk(load_case("pay-rise"), "vet", ("00-welcome", "cold-talk"), rounds=4).session.said == ()


def test_a_record_that_no_learner_made_is_a_talk_in_which_nothing_was_said(lesson):
    [widget] = lesson.run("cold-talk", first)
    hold(widget, HIGH)
    kept = lesson.record()
    [entry] = kept["lessons"]["00-welcome"]["cold-talk"].values()
    lesson.another_day()
    for said in ([{"moves": [{"move": "eat"}]}], "x", [1], None, [{"moves": []}] * 99):
        entry["state"]["said"] = said
        (lesson.folder / FILE).write_text(json.dumps(kept), encoding="utf-8")
        assert held_talk(load_case("pay-rise"), "nurse", ("00-welcome", "cold-talk"), rounds=4).session.said == ()


def test_what_was_done_in_both_is_counted():
    one, other = first(), last()
    hold(one, HIGH, manner="blame")
    hold(other, HIGH, LOWER, says=(ASK, {"move": "tell", "issue": 0, "wanted": 1}), manner="thank", end="leave")
    rows = TwoTalks(talk(one), talk(other)).rows
    payoffs = load_case("pay-rise").payoffs(one.session.agreement)
    assert rows[0][1:] == [str(payoffs[0]), "34"]
    assert rows[1][1:] == [str(payoffs[1]), "30"]
    assert [row[1:] for row in rows[3:]] == [["0", "1"], ["0", "1"], ["0", "1"], ["0", "1"], ["1", "0"]]
    assert rows[2][2] == "0 %"


def test_a_talk_that_is_not_over_is_named_and_nothing_is_compared():
    one, other = first(), last()
    hold(one, HIGH)
    told = TwoTalks(talk(one), talk(other))
    assert told.missing == ["Your last talk hasn't come to its end yet. Play it above, then run this cell again."]
    assert "<table" not in told._repr_html_()
    hold(other, HIGH)
    assert "<table" in TwoTalks(talk(one), talk(other))._repr_html_()
    assert repr(TwoTalks(talk(one), talk(other))).startswith("What | Your first talk | Your last talk\n")
