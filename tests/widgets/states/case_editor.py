"""A case that is being written."""

from biggerpie.negotiation import load_case
from biggerpie.negotiation.case_text import case_text
from biggerpie.widgets import CaseEditor


def _kitchen_case_editor() -> CaseEditor:
    """The small case to begin with, in which nothing can be agreed."""
    return CaseEditor()


def _broken_case_editor() -> CaseEditor:
    """A case with four things to mend."""
    widget = CaseEditor()
    text = widget.text.replace("title =", "titel =").replace("[20, 10, 0]", "[20, 10]")
    widget.text = text.replace('role = "Ben', 'rolle = "Ben')
    return widget


def sound_case_editor() -> CaseEditor:
    """A case that passes all checks."""
    widget = CaseEditor()
    widget.text = case_text(load_case("apple-juice"))
    return widget
