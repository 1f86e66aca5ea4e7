"""The exchange game."""

from biggerpie.widgets import ExchangeGame


def locked_exchange() -> ExchangeGame:
    """Before the bet."""
    return ExchangeGame(bet="slips")


def echoing_exchange() -> ExchangeGame:
    """After the bet: tit-for-tat, and one slip that echoes."""
    widget = locked_exchange()
    widget.prediction = 0
    widget.ran = True
    return widget


def generous_exchange() -> ExchangeGame:
    """After two moves: the generous rule, at another rate of slips."""
    widget = echoing_exchange()
    widget.errors = 8
    widget.strategy = "generous"
    return widget
