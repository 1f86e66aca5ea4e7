"""First and last."""

import tempfile
from functools import lru_cache
from pathlib import Path

from biggerpie.negotiation import load_case
from biggerpie.widgets import FirstAndLast, NegotiationTable
from biggerpie.widgets.record import Record

from ..at_the_table import ASK, HIGH, LOWER, act

BETS = {
    ("00-welcome", "one-price", "payoff explorer, one_issue, Price"): 0,
    ("01-both-sides-can-gain", "two-issues", "payoff explorer, middle, Salary, Days at home"): 2,
    ("09-at-the-table", "predict", "question, predict_stone"): 1,
    ("10-without-being-naive", "predict", "question, predict_middle"): 0,
}


def nothing_first_and_last() -> FirstAndLast:
    """Nothing was bet, and nobody has talked."""
    return FirstAndLast(_record(bets=False))


def first_and_last() -> FirstAndLast:
    """Four of six bets are made, and both talks are over."""
    return FirstAndLast(_record(bets=True))


@lru_cache
def _record(*, bets: bool) -> Path:
    """A folder with a learner's record."""
    folder = Path(tempfile.mkdtemp(prefix="biggerpie-ends-"))
    if bets:
        record = Record(folder / "my-record.json")
        for key, choice in BETS.items():
            record.put(key, {"prediction": choice, "ran": True}, None)
        first = NegotiationTable(load_case("pay-rise"), "nurse", rounds=6, prepare=False)
        last = NegotiationTable(load_case("scope-creep"), "programmer", rounds=6)
        for widget, (lesson, place), says in (
            (first, ("00-welcome", "cold-talk"), ()),
            (last, ("09-at-the-table", "last-talk"), (ASK,)),
        ):
            act(widget, packages=[HIGH], says=says)
            act(widget, packages=[LOWER], says=says)
            widget.doing = {"do": "accept"}
            record.put((lesson, place, widget._kind), widget.state(), None)
        record.close()
    return folder
