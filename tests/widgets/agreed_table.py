"""A negotiation table after its talk."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import NegotiationTable

from .states.negotiation_table import ASK


def agreed_table() -> NegotiationTable:
    """A talk that was played again, with the debrief of the second deal."""
    widget = NegotiationTable(load_case("job-offer"), "candidate", seed=3, prepare=False, rounds=6)
    for step in range(6):
        package = [4, 4 - step // 2, 4 - step // 2, 1, 4, step // 2]
        widget.draft = {"packages": [package], "says": [ASK] if step < 2 else [], "manner": ""}
        widget.doing = {"do": "send"}
    widget.doing = {"do": "again", "which": 3}
    widget.doing = {"do": "accept"}
    return widget
