"""Every bet of every words file, as a lesson makes it: one choice is right, and each gets its own verdict."""

import ast
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import biggerpie.widgets
import pytest
from biggerpie.widgets import _words as module
from biggerpie.widgets import languages
from biggerpie.widgets.simulation import Simulation
from playwright.sync_api import expect

from tools.canonical import ROOT

from ..browser import screenshot_folder
from ..plain_page import widget_page

WORDS = Path(biggerpie.widgets.__file__).parent / "words"
RIGHT = {
    "one_issue": 2,
    "middle": 2,
    "alternative": 1,
    "picking": 2,
    "speed": 1,
    "slips": 2,
    "insult": 2,
    "reframe": 1,
    "grab": 1,
    "orange": 2,
    "assume": 0,
    "say_back": 1,
    "ideas": 1,
    "three": 1,
    "guess": 2,
    "noise": 1,
    "left": 2,
}
"""The choice that comes out, by the bet's name."""


def bets(language: str) -> dict[str, dict[str, Any]]:
    """Every bet that the words of a language hold, by its name."""
    read = (tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted((WORDS / language).glob("*.toml")))
    return {name: bet for said in read for name, bet in said.get("bets", {}).items()}


@cache
def in_lessons() -> dict[str, tuple[str, str]]:
    """The call that makes each bet, by the bet's name, with what the lesson does before it."""
    found = {}
    for file in sorted((ROOT / "lessons").glob("*.ipynb")):
        before: list[str] = []
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        for cell in (ast.parse("".join(c["source"])) for c in cells if c["cell_type"] == "code"):
            before += [ast.unparse(line) for line in cell.body if isinstance(line, ast.ImportFrom | ast.Assign)]
            for call in (line.value for line in cell.body if isinstance(line, ast.Expr)):
                named = [word.value for word in getattr(call, "keywords", ()) if word.arg == "bet"]
                found.update({ast.literal_eval(name): ("\n".join(before), ast.unparse(call)) for name in named})
    return found


def made(bet: str) -> Simulation:
    """The simulation as the lesson shows it, before anybody has bet."""
    before, call = in_lessons()[bet]
    names: dict[str, Any] = {}
    exec(before, names)
    widget = eval(call, names)
    assert isinstance(widget, Simulation)
    return widget


def test_every_bet_in_the_words_is_made_in_a_lesson_and_known_here():
    assert set(bets("en")) == set(in_lessons()) == set(RIGHT)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("bet", RIGHT)
def test_one_choice_is_right_and_each_has_a_verdict_of_its_own(bet, language, monkeypatch):
    monkeypatch.setattr(module, "_spoken", [language])
    verdicts = []
    for choice in range(len(bets(language)[bet]["choices"])):
        widget = made(bet)
        assert widget.bet["question"] == bets(language)[bet]["question"]
        widget.prediction = choice
        widget.ran = True
        verdicts.append(widget.verdict)
        assert widget.right == RIGHT[bet]
    won = [verdict.startswith(widget.words["bet_won"]) for verdict in verdicts]
    assert won == [choice == RIGHT[bet] for choice in range(len(verdicts))]
    openings = (widget.words["bet_won"], widget.words["bet_lost"])
    reasons = {
        verdict.removeprefix(opening) for verdict in verdicts for opening in openings if verdict.startswith(opening)
    }
    assert len(reasons) == len(verdicts) >= 3
    assert not [verdict for verdict in verdicts if "{" in verdict]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("bet", RIGHT)
def test_every_choice_says_something_of_its_own_and_stands_for_an_outcome_of_its_own(bet, language):
    choices = bets(language)[bet]["choices"]
    for key in ("text", "is", "verdict"):
        assert len({choice[key] for choice in choices}) == len(choices), key


@pytest.mark.parametrize(
    ("bet", "drawn"), [("picking", "Both together get 144 points"), ("orange", "the most is 1.80")]
)
def test_the_world_that_won_is_drawn_once_it_ran_and_not_again_after_the_learner_moved_on(bet, drawn):
    widget = made(bet)
    assert widget.right == -1
    assert drawn not in widget.picture["summary"]
    widget.prediction = 0
    widget.ran = True
    assert drawn in widget.picture["summary"]
    name = widget.remembers[0]
    setattr(widget, name, getattr(made(bet), name))
    moved = widget.state()
    again = made(bet)
    assert again._settled(moved)
    assert again.state() == moved
    assert again.right == RIGHT[bet]


@pytest.mark.parametrize("language", languages())
def test_afterwards_the_choice_that_came_out_is_marked_in_words_beside_the_one_bet_on(language, browser, monkeypatch):
    monkeypatch.setattr(module, "_spoken", [language])
    widget = made("left")
    with widget_page(browser, widget) as page:
        shown = page.locator("label.bp-choice")
        right = shown.nth(widget.bet["order"].index(RIGHT["left"]))
        shown.nth(widget.bet["order"].index(0)).click()
        page.get_by_role("button", name=widget.words["store"]).press("Enter")
        expect(right).not_to_contain_text("✓")
        page.get_by_role("button", name=widget.words["run"], exact=True).press("Enter")
        expect(right).to_contain_text(f"✓ {widget.words['came_out']}")
        expect(shown.nth(widget.bet["order"].index(0))).to_contain_text(f"← {widget.words['your_prediction']}")
        expect(page.get_by_text(widget.words["came_out"])).to_have_count(1)
        page.screenshot(path=screenshot_folder() / f"bet-afterwards-{language}.png")
