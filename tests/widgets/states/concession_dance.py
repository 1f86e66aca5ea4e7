"""The concession dance."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import ConcessionDance


def locked_dance() -> ConcessionDance:
    """The first simulation of lesson 2, before the bet."""
    return ConcessionDance(load_case("job-offer"), "candidate", knobs=["picking"], bet="picking")


def random_dance() -> ConcessionDance:
    """The same after the bet, back in the first world: both offer any package at their level."""
    widget = locked_dance()
    widget.prediction = 0
    widget.ran = True
    widget.trades = [False, False]
    return widget


def halfway_dance() -> ConcessionDance:
    """The second simulation of lesson 2 after the bet, stopped at an offer in the middle."""
    widget = ConcessionDance(
        load_case("job-offer"), "candidate", knobs=["speed"], speeds=[1, 3], trades=[True, True], bet="speed"
    )
    widget.prediction = 1
    widget.ran = True
    widget.shown = 9
    return widget


def sandbox_dance() -> ConcessionDance:
    """Every knob, and some dances danced."""
    widget = ConcessionDance(load_case("job-offer"), "candidate")
    widget.trades = [True, False]
    widget.speeds = [0, 3]
    widget.trades = [True, True]
    return widget
