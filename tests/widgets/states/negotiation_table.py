"""The negotiation table."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import NegotiationTable

from ..at_the_table import ASK, HIGH, LOWER, act


def _blank_table() -> NegotiationTable:
    """The sheet before anything is noted."""
    return NegotiationTable(load_case("job-offer"), "candidate", seed=3)


def _prepared_table() -> NegotiationTable:
    """A sheet with a question, an alternative that is too low and an issue taken for more than it is."""
    widget = _blank_table()
    widget.plan = {
        "matter": ["most", "most", "most", "much", "much", ""],
        "least": 30,
        "questions": [ASK, {**ASK, "aspect": "why", "issue": 2}, None],
        "opening": HIGH,
    }
    return widget


def talking_negotiation_table() -> NegotiationTable:
    """In the middle of a talk, with two packages and a sentence that blames about to be said."""
    widget = _prepared_table()
    widget.seated = True
    act(widget, packages=[HIGH], says=[ASK])
    act(widget, packages=[LOWER, [4, 3, 1, 1, 4, 0]], typed="Thank you, that helps me.")
    widget.typed = "You never move."
    widget.draft = {"packages": [LOWER, HIGH], "says": [{"move": "tell", "issue": 0, "wanted": 4}], "manner": ""}
    return widget
