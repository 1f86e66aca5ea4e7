"""The signed deal."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import SignedDeal

SIGNED = {"first project": "night steering"}


def locked_signature() -> SignedDeal:
    """The first simulation of lesson 8, before the bet."""
    return SignedDeal(load_case("job-offer"), "candidate", SIGNED, bet="left")


def tried_signature() -> SignedDeal:
    """After the bet: one change accepted, the next one refused, and a hint."""
    widget = locked_signature()
    widget.prediction = 0
    widget.ran = True
    widget.choices = [2, 2, 2, 1, 4, 2]
    widget.proposals = [widget.choices]
    widget.hinted = True
    widget.choices = [2, 4, 2, 1, 4, 2]
    widget.proposals = [*widget.proposals, widget.choices]
    return widget


def finished_signature() -> SignedDeal:
    """After the second change too: no package is better for both."""
    widget = tried_signature()
    widget.choices = [2, 4, 0, 1, 4, 2]
    widget.proposals = [*widget.proposals, widget.choices]
    return widget


def hidden_signature() -> SignedDeal:
    """The practice: the other side's points are hidden; a change is in mind."""
    widget = SignedDeal(load_case("attic-flat"), "mapmaker", {"kitchen": "one long table"}, show_other=False)
    widget.choices = [*widget.choices[:3], 4, *widget.choices[4:]]
    return widget


def revealed_signature() -> SignedDeal:
    """The practice after the learner asked what is left."""
    widget = hidden_signature()
    widget.revealed = True
    return widget
