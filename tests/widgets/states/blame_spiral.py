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
