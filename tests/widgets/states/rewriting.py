"""Rewriting."""

from biggerpie.widgets import Rewriting


def rewriting() -> Rewriting:
    """Before anything is sorted."""
    return Rewriting("drawings")


def half_sorted_rewriting() -> Rewriting:
    """One part sorted right, one not, and one still open."""
    widget = Rewriting("drawings")
    widget.sorted_as = [0, 0, -1]
    return widget


def looked_rewriting() -> Rewriting:
    """A first version that still blames, and gets its diagnosis."""
    widget = Rewriting("meetings")
    widget.sorted_as = [2, 0, 1]
    widget.text = (
        "You are never there when the meeting begins. Have you no watch? It is a pity, because of you we lose time."
    )
    return widget


def compared_rewriting() -> Rewriting:
    """A version in which all four were found, beside another one."""
    widget = Rewriting("drawings")
    widget.sorted_as = [2, 0, 1]
    widget.text = (
        "Three of my e-mails have no answer. When you are back, I need the drawings by Monday. Could you send them?"
    )
    widget.compared = True
    return widget
