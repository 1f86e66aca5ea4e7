"""The exchange game with a learner in it."""

from biggerpie.widgets import PlayExchange


def fresh_exchange() -> PlayExchange:
    """Before the first round."""
    return PlayExchange()


def played_exchange() -> PlayExchange:
    """After twelve rounds in which the learner meant to give and kept twice."""
    widget = PlayExchange()
    for number in range(12):
        widget.moves = [*widget.moves, number not in (3, 8)]
    return widget


def finished_exchange() -> PlayExchange:
    """After the last round."""
    widget = PlayExchange()
    for _ in range(20):
        widget.moves = [*widget.moves, True]
    return widget
