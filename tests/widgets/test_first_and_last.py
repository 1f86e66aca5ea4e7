"""First and last: what the record holds of the first bets and talk, beside the last; nothing is made up."""

import ast
import json
import re
import tomllib

import pytest
from biggerpie.widgets import FirstAndLast
from biggerpie.widgets import _words as words_module
from biggerpie.widgets.first_and_last.first_and_last import COMPARED, ENDS
from biggerpie.widgets.first_and_last.made_bet import Bet, made_bet
from biggerpie.widgets.record import FILE, Record

from tools.canonical import ROOT

from .states.first_and_last import begun_first_and_last, first_and_last, nothing_first_and_last
from .test_bets import RIGHT

TOLD = tomllib.loads(COMPARED.read_text(encoding="utf-8"))
BETS = [bet for end in ENDS for bet in TOLD[end]["bets"]]
SAID = {"prediction": 1, "ran": True}


def source(lesson: str, place: str) -> str:
    cells = json.loads((ROOT / "lessons" / f"{lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    return next("".join(cell["source"]) for cell in cells if cell["id"] == place)


@pytest.mark.parametrize("bet", BETS, ids=lambda bet: bet["name"])
def test_each_bet_is_made_in_its_lesson_and_comes_out_as_the_simulation_computes_it(bet):
    assert f'"{bet["name"]}"' in source(bet["lesson"], bet["place"])
    assert bet.get("right") == RIGHT.get(bet["name"])


@pytest.mark.parametrize("end", ENDS)
def test_each_talk_is_the_one_that_lesson_9_compares(end):
    told = TOLD[end]["talk"]
    call = re.search(
        rf"^{end} = held_talk\(load_case\((.*?)\), (.*), rounds=(\d+)\)$", source("09-at-the-table", "feel"), re.M
    )
    assert call
    assert [ast.literal_eval(part) for part in call.groups()] == [
        told["case"],
        (told["party"], tuple(told["at"])),
        told["rounds"],
    ]


def test_bets_and_deals_stand_side_by_side_and_what_is_missing_is_named():
    picture = first_and_last().picture
    assert picture["summary"] == "Of your first bets, 1 of 2 came true. Of your last bets, 1 of 2 came true."
    assert [[bet["sign"] for bet in column["bets"]] for column in picture["bets"]] == [["✗", "✓", ""], ["", "✓", "✗"]]
    assert picture["bets"][0]["bets"][2]["said"] == "Not made yet: it waits for you in lesson 1."
    assert picture["bets"][1]["bets"][0]["said"] == "Not made yet: it waits for you in lesson 8."
    assert "What came out: “The dreamer has more" in picture["bets"][1]["bets"][2]["said"]
    assert picture["missing"] == []
    assert picture["table"]["head"][1:] == ["Your first talk", "Your last talk"]
    nothing = nothing_first_and_last().picture
    assert nothing["summary"] == "You haven't made any of these bets yet."
    assert len(nothing["missing"]) == 2
    assert nothing["table"]["rows"] == []


def test_one_deal_stands_there_while_the_other_talk_is_still_to_come():
    picture, both = begun_first_and_last().picture, first_and_last().picture
    assert picture["missing"] == ["Your last talk hasn't come to its end yet: play it in lesson 9, and come back."]
    assert [first for _, first, _ in picture["table"]["rows"]] == [first for _, first, _ in both["table"]["rows"]]
    assert {last for _, _, last in picture["table"]["rows"]} == {"–"}


def test_it_looks_again(tmp_path):
    widget = FirstAndLast(tmp_path)
    record = Record(tmp_path / FILE)
    record.put(("09-at-the-table", "predict", "question, predict_stone"), SAID, None)
    record.close()
    assert "haven't" in widget.picture["summary"]
    widget.looked += 1
    assert widget.picture["summary"] == "Of your last bets, 1 of 1 came true."


@pytest.mark.parametrize(
    ("state", "before", "made"),
    [
        (SAID, None, 1),
        ({"prediction": 2, "ran": True}, SAID, 1),
        ({"prediction": -1, "ran": False}, SAID, 1),
        ({"prediction": 1, "ran": False}, None, None),
        ({"prediction": 9, "ran": True}, None, None),
        ({"prediction": True, "ran": True}, None, None),
        ({"prediction": "1", "ran": 1}, None, None),
        ({}, None, None),
    ],
)
def test_of_a_bet_that_was_made_again_the_first_counts_and_what_is_no_choice_is_none(tmp_path, state, before, made):
    record = Record(tmp_path / FILE)
    record.put(("08-a-close-for-both", "signed", "signed deal, left, Noa's job"), state, before)
    bet = made_bet(record, Bet("08-a-close-for-both", "signed", "signed_deal", "left", 2))
    texts = [choice["text"] for choice in words_module.words("signed_deal")["bets"]["left"]["choices"]]
    assert bet.bet_on == (None if made is None else texts[made])
    assert not bet.won


def test_a_bet_that_was_made_in_german_is_told_in_the_words_that_are_spoken_now(tmp_path):
    record = Record(tmp_path / FILE)
    record.put(("00-welcome", "one-price", "payoff explorer, one_issue, Preis"), {"prediction": 2, "ran": True}, None)
    record.close()
    assert FirstAndLast(tmp_path).picture["summary"] == "Of your first bets, 1 of 1 came true."
