"""The idea pad."""

from biggerpie.widgets import IdeaPad


def empty_pad() -> IdeaPad:
    """Before the first idea."""
    return IdeaPad("job-offer")


def filled_pad() -> IdeaPad:
    """Some ideas, among them a long one and one with markup, and a prompt."""
    widget = IdeaPad("job-offer")
    widget.ideas = [
        "Noa starts on 1 March and works from home on school days",
        "<img src=x onerror=alert(1)> the port pays for the mentor",
        "a" * 200,
    ]
    widget.prompt = 3
    return widget


def judged_pad() -> IdeaPad:
    """Inventing is done, and one idea is ticked."""
    widget = filled_pad()
    widget.done = True
    widget.kept = [0]
    return widget
