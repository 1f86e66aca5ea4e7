"""The blame spiral."""

from biggerpie.widgets import BlameSpiral


def spiral() -> BlameSpiral:
    """After the bet, with two turns reframed."""
    widget = BlameSpiral(bet="insult")
    widget.prediction = 0
    widget.ran = True
    widget.reframed = [3, 9]
    return widget


def locked_spiral() -> BlameSpiral:
    """Before the bet."""
    return BlameSpiral(bet="insult")


def shares_spiral() -> BlameSpiral:
    """After the bet on the first insult, as lesson 3 shows it: only the two shares move."""
    widget = BlameSpiral(bet="insult", knobs=["shares"])
    widget.prediction = 2
    widget.ran = True
    return widget


def reframed_spiral() -> BlameSpiral:
    """After the bet on one reframed turn, as lesson 3 shows it."""
    widget = BlameSpiral(bet="reframe", reframed=[5], knobs=["reframing"])
    widget.prediction = 0
    widget.ran = True
    return widget
