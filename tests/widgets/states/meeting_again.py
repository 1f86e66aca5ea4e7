"""Meeting again."""

from biggerpie.widgets import MeetingAgain


def meeting() -> MeetingAgain:
    """After the bet."""
    widget = MeetingAgain(bet="grab")
    widget.prediction = 0
    widget.ran = True
    return widget
