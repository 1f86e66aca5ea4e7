"""My negotiation."""

from biggerpie.widgets import OwnNegotiation
from biggerpie.widgets.own_negotiation.own_negotiation import LONGEST, ROWS


def one_row_of_own_negotiation() -> OwnNegotiation:
    """A row as a lesson's close shows it, before anything was written."""
    return OwnNegotiation("issues")


def written_row_of_own_negotiation() -> OwnNegotiation:
    """A row in which something stands, under what the talk is about."""
    widget = OwnNegotiation("interests")
    widget.about = "With Mrs Okafor, about the room, before the lease ends"
    widget.interests = "I want to sleep.\nShe may need <b>somebody</b> who waters the plants."
    return widget


def empty_own_negotiation() -> OwnNegotiation:
    """The whole sheet, before anything was written."""
    return OwnNegotiation()


def full_own_negotiation() -> OwnNegotiation:
    """The whole sheet, with as much in each row as there may be, and one long word."""
    widget = OwnNegotiation()
    for number, row in enumerate(ROWS):
        setattr(widget, row, ("word " * LONGEST if number % 3 else "a\n" * 30 + "b" * LONGEST)[:LONGEST])
    return widget
