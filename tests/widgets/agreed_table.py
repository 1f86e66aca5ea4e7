"""A negotiation table after its talk."""

from biggerpie.widgets import NegotiationTable

from .at_the_table import ASK, act, table


def agreed_table() -> NegotiationTable:
    """A talk that was played again, with the debrief of the second deal."""
    widget = table(rounds=6)
    for step in range(6):
        package = [4, 4 - step // 2, 4 - step // 2, 1, 4, step // 2]
        act(widget, packages=[package], says=[ASK] if step < 2 else [])
    widget.doing = {"do": "again", "which": 3}
    widget.doing = {"do": "accept"}
    return widget
