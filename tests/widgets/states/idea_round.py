"""The round of ideas."""

from biggerpie.negotiation import load_case
from biggerpie.widgets import IdeaRound


def locked_ideas() -> IdeaRound:
    """Before the bet."""
    return IdeaRound(load_case("job-offer"), "candidate", bet="ideas")


def all_ideas() -> IdeaRound:
    """After the bet: all ideas are on the table and judged later."""
    widget = IdeaRound(load_case("job-offer"), "candidate", bet="ideas")
    widget.prediction = 2
    widget.ran = True
    return widget


def ideas_at_once() -> IdeaRound:
    """Many ideas allowed, but the first that will do has ended the round."""
    widget = IdeaRound(load_case("job-offer"), "candidate", ideas=20)
    widget.way = "at_once"
    return widget


def thirty_ideas() -> IdeaRound:
    """The fullest table."""
    return IdeaRound(load_case("job-offer"), "candidate", ideas=30)


def no_ideas_yet() -> IdeaRound:
    """A new round with an empty table."""
    widget = IdeaRound(load_case("job-offer"), "candidate")
    widget.seed += 1
    widget.told = 0
    return widget
