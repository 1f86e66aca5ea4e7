"""The text box for a written answer, on a page without its cell."""

from biggerpie.widgets import WrittenAnswer


def open_text() -> WrittenAnswer:
    """Nothing is written yet."""
    return WrittenAnswer("why")


def begun_text() -> WrittenAnswer:
    """A text of two paragraphs."""
    widget = WrittenAnswer("why")
    widget.text = "The middle is fair, and often poor for both.\n\nYou care about the fee, I care about the pictures."
    return widget
