"""The table of the next offer."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import NextOfferTable

TALK = (
    ("gardener", (4, 0, 3, 4)),
    ("grandmother", (0, 4, 3, 0)),
    ("gardener", (4, 1, 3, 4)),
    ("grandmother", (2, 4, 3, 0)),
)


def next_offer() -> NextOfferTable:
    """The practice of lesson 2, as it opens."""
    return NextOfferTable(load_case("shared-garden"), "gardener", TALK)


def dear_offer() -> NextOfferTable:
    """A step that pays much for little, after the learner asked what it gives."""
    widget = next_offer()
    widget.choices = [3, 2, 3, 3]
    widget.revealed = True
    return widget
