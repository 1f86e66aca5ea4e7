"""The interview."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import Interview


def locked_interview() -> Interview:
    """The first simulation of lesson 5, before the bet."""
    return Interview(load_case("job-offer"), "candidate", bet="assume")


def run_interview() -> Interview:
    """The same after the bet, with one question asked."""
    widget = locked_interview()
    widget.prediction = 1
    widget.ran = True
    widget.moves = [3]
    return widget


def mishearing_interview() -> Interview:
    """The second simulation of lesson 5, after the bet: something was misheard and said back, one turn is left."""
    widget = Interview(load_case("job-offer"), "candidate", misheard=20, seed=326, bet="say_back")
    widget.prediction = 0
    widget.ran = True
    widget.moves = [3, 3]
    return widget


def debriefed_interview() -> Interview:
    """The sandbox of lesson 5 after the offer, one answer misheard."""
    widget = Interview(load_case("job-offer"), "candidate", misheard=20, seed=326)
    widget.moves = [3, 4, 0]
    widget.offered = True
    return widget
