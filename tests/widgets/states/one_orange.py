"""One orange."""

from biggerpie.widgets import OneOrange


def locked_orange() -> OneOrange:
    """Before the bet."""
    return OneOrange(bet="orange")


def fought_orange() -> OneOrange:
    """After the bet, back at the level of positions."""
    widget = locked_orange()
    widget.prediction = 0
    widget.ran = True
    widget.heard = []
    widget.shares = [7, 7]
    return widget


def shared_orange() -> OneOrange:
    """Both were asked, and each got what they wanted it for."""
    widget = fought_orange()
    widget.heard = ["you", "them"]
    widget.shares = [10, 0]
    return widget
