"""First and last."""

from functools import lru_cache
from pathlib import Path

from biggerpie.negotiation import load_case
from biggerpie.widgets import FirstAndLast, NegotiationTable
from biggerpie.widgets.record import Record

from ..at_the_table import ASK, HIGH, LOWER, act
from ..folders import new_folder

BETS = {
    ("00-welcome", "one-price", "payoff explorer, one_issue, Price"): 0,
    ("01-both-sides-can-gain", "two-issues", "payoff explorer, middle, Salary, Days at home"): 2,
    ("09-at-the-table", "predict", "question, predict_stone"): 1,
    ("10-without-being-naive", "predict", "question, predict_middle"): 0,
}


def nothing_first_and_last() -> FirstAndLast:
    """Nothing was bet, and nobody has talked."""
    return FirstAndLast(_record(bets=0, talks=0))


def begun_first_and_last() -> FirstAndLast:
    """The first two bets are made, and the first talk is over."""
    return FirstAndLast(_record(bets=2, talks=1))


def first_and_last() -> FirstAndLast:
    """Four of six bets are made, and both talks are over."""
    return FirstAndLast(_record(bets=4, talks=2))


@lru_cache
def _record(*, bets: int, talks: int) -> Path:
    """A folder with a record of so many bets and talks."""
    folder = new_folder()
    record = Record(folder / "my-record.json")
    for key, choice in list(BETS.items())[:bets]:
        record.put(key, {"prediction": choice, "ran": True}, None)
    first = NegotiationTable(load_case("pay-rise"), "nurse", rounds=6, prepare=False)
    last = NegotiationTable(load_case("scope-creep"), "programmer", rounds=6)
    held = (
        (first, ("00-welcome", "cold-talk"), ()),
        (last, ("09-at-the-table", "last-talk"), (ASK,)),
    )
    for widget, (lesson, place), says in held[:talks]:
        act(widget, packages=[HIGH], says=says)
        act(widget, packages=[LOWER], says=says)
        widget.doing = {"do": "accept"}
        record.put((lesson, place, widget._kind), widget.state(), None)
    record.close()
    return folder
