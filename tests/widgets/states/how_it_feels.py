"""How it feels."""

from biggerpie.widgets import HowItFeels


def unrated_feeling() -> HowItFeels:
    """Before anything is rated."""
    return HowItFeels()


def rated_feeling() -> HowItFeels:
    """Everything rated, one sentence hostile and one long."""
    widget = HowItFeels()
    widget.mine = [4, 5, 4, 2]
    widget.theirs = [4, 3, 1, 5]
    widget.my_words = "<img src=x onerror=alert(1)> {you} “good enough, and I said what I wanted”"
    widget.their_words = "W" * 200
    return widget
