"""A table to talk at, and what a learner does there."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import NegotiationTable

ASK = {"move": "ask", "aspect": "most"}
HIGH = [4, 4, 4, 1, 4, 0]
LOWER = [3, 4, 1, 1, 4, 0]


def table(**more) -> NegotiationTable:
    return NegotiationTable(load_case("job-offer"), "candidate", seed=3, prepare=False, **more)


def act(widget: NegotiationTable, *, packages=(), says=(), manner="", typed="") -> None:
    widget.typed = typed
    widget.draft = {"packages": [list(package) for package in packages], "says": list(says), "manner": manner}
    widget.doing = {"do": "send"}
