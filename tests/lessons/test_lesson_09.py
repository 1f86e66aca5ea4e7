"""Lesson 9: what it says of its cases is computed, giving beats standing still, and every question it asks exists."""

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from biggerpie.negotiation import audit, greatest_sum, load_case, package_mark
from biggerpie.negotiation.table import meet
from biggerpie.widgets import Question
from biggerpie.widgets._words import words

from ..widgets.keeping import Lesson
from .table_talk import Stone, earned

LESSONS = Path(__file__).parents[2] / "lessons"
CELLS = json.loads((LESSONS / "09-at-the-table.ipynb").read_text(encoding="utf-8"))["cells"]
TEXT = {cell["id"]: "".join(cell["source"]) for cell in CELLS}
COLD = "".join(
    "".join(cell["source"])
    for cell in json.loads((LESSONS / "00-welcome.ipynb").read_text(encoding="utf-8"))["cells"]
    if cell["id"] == "cold-talk"
)
TABLE = re.compile(r"NegotiationTable\((.+)\)$", re.MULTILINE)
CASES = ("scope-creep", "school-holidays", "hospital-rota", "pay-rise")


@pytest.mark.parametrize("case", CASES)
def test_who_gives_has_more_than_who_stands_still_on_both_sides_of_every_case_of_the_page(case):
    for own in (0, 1):
        gave = earned(load_case(case), own, meet("plain-dealer", 5), rounds=8, seed=1)
        assert gave > earned(load_case(case), own, Stone(), rounds=8, seed=1)
    assert {*re.findall(r'load_case\("([\w-]+)"\)', "\n".join(TEXT.values()))} == set(CASES)


def test_the_last_talk_is_as_hard_as_the_first_and_as_long():
    first, last = load_case("pay-rise"), load_case("scope-creep")
    assert first.reservation_values == last.reservation_values
    assert sorted(greatest_sum(first).payoffs) == sorted(greatest_sum(last).payoffs)
    assert package_mark(first, first.compromise) == package_mark(last, last.compromise)
    assert "counterpart" not in COLD + TEXT["last-talk"]
    assert "rounds=6" in COLD
    assert "rounds=6" in TEXT["last-talk"]


def test_the_first_page_reads_one_of_its_points_aloud_as_the_case_has_it():
    case = load_case("pay-rise")
    rise, worth = case.issues[0], case.parties[0].points[0]
    assert (case.parties[0].name, rise.options[-1], worth[-1]) == ("nurse", "280", 28)
    for page in ("00-welcome.ipynb", "de/00-willkommen.ipynb", "es/00-bienvenida.ipynb"):
        assert "280: 28" in (LESSONS / page).read_text(encoding="utf-8")


def test_the_talks_that_are_compared_are_those_that_were_held(tmp_path, monkeypatch):
    lesson = Lesson(tmp_path, monkeypatch)
    for lesson.name, place, source in (("00-welcome", "cold-talk", COLD), ("09-at-the-table", "last-talk", None)):
        names: dict[str, Any] = {"display": lambda *_: None}
        *before, shown = (source or TEXT[place]).splitlines()
        exec("\n".join(before), names)
        [widget] = lesson.run(place, lambda shown=shown, names=names: eval(shown, names))
        widget.doing = {"do": "leave"}
    lesson.end()
    names = {"display": (shown := []).append}
    exec(TEXT["feel"], names)
    [talks] = shown
    assert talks.missing == []


def test_every_question_that_the_lesson_asks_is_there_and_none_is_left_over():
    asked = re.findall(r'Question\(9, "(\w+)"\)', "\n".join(TEXT.values()))
    for name in asked:
        assert len(Question(9, name).bet["choices"]) == 3
    said = words("questions/09", "en")
    assert {key for key, value in said.items() if isinstance(value, dict) and "choices" in value} == set(asked)


def test_the_second_offer_of_the_one_who_knows_how_costs_little_and_brings_much():
    shown: dict[str, Any] = {}
    exec(TEXT["watch"], shown)
    talk = shown["session"]
    first, second = (message.offer.packages[0] for message in talk.said[:4:2])
    cost, gift = (before - after for before, after in zip(*map(talk.case.payoffs, (first, second)), strict=True))
    assert 0 <= 10 * cost <= -gift
    assert talk.agreement
    assert "soon over" in TEXT["explain"]
    assert len(talk.said) <= talk.rounds


def test_whoever_bargains_hard_has_most_and_the_pie_is_as_large_with_everybody():
    names: dict[str, Any] = {}
    exec(TEXT["everybody"].replace("standings_picture(", "found = (", 1), names)
    found, told = names["found"], TEXT["everybody-intro"]
    assert [found[0].name, found[-1].name] == ["hard-bargainer", "warm-and-vague"]
    assert "bargains hard has the most, and whoever is warm and vague the least" in told
    bet = Question(9, "predict_everybody")
    assert bet._bet["choices"][bet.right_choice()]["text"] == "The one who bargains hard."
    created = [standing.created.mean for standing in found]
    won = [standing.won.mean for standing in found]
    assert max(created) - min(created) < Fraction(2, 100)
    assert max(won) - min(won) > Fraction(20, 100)
    assert "together they create much the same" in told
    assert all(standing.agreed.mean == 1 for standing in found)
    assert "Nobody walks out" in told
    assert {standing.cases for standing in found} == {3}
    assert "three cases that you've played" in told


def test_the_case_to_begin_with_lacks_what_the_page_says_and_can_be_given_it():
    names: dict[str, Any] = {}
    exec(TEXT["own-case"].replace("CaseEditor()", "editor = CaseEditor()"), names)
    editor = names["editor"]
    passed = {check.name: check.passed for check in audit(editor.case)}
    assert not passed["a deal"]
    assert not passed["a trade"]
    first, second = editor.case.parties
    for one, other in zip(first.points, second.points, strict=True):
        assert len({a + b for a, b in zip(one, other, strict=True)}) == 1
