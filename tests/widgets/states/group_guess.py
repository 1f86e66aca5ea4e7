"""Guessing by the group."""

from biggerpie.widgets import GroupGuess


def locked_group_guess() -> GroupGuess:
    """Before the bet."""
    return GroupGuess(bet="guess")


def group_guess() -> GroupGuess:
    """After the bet, before anybody is met."""
    widget = GroupGuess(bet="guess")
    widget.prediction = 2
    widget.ran = True
    return widget


def asked_group_guess() -> GroupGuess:
    """After the bet on a noisy line, with a hundred people met."""
    widget = GroupGuess(asks=True, misheard=30, bet="noise")
    widget.prediction = 0
    widget.ran = True
    widget.met = 1
    return widget


def distant_group_guess() -> GroupGuess:
    """Averages as far apart as they go, and two hundreds of people met."""
    widget = GroupGuess(asks=True, apart=30)
    widget.met = 2
    return widget
