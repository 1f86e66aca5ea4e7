"""An authored case: what somebody wrote as text, read kindly, and kept to a size that is looked at in an instant."""

from contextlib import suppress

from .case import Case
from .case_file import parse_case
from .counterpart import TWO
from .errors import NegotiationError
from .letters import visible
from .sentence import Sentence

SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}", " "))
MOST_ISSUES, MOST_OPTIONS, MOST_POINTS = 10, 9, 1000


def authored_case(text: str) -> Case:
    """Return the case in a text, as in a case file; it is called "your case" in error messages.

    Raises MalformedCaseError with all that is wrong in it, and NegotiationError with one sentence where it is no TOML
    or larger than two parties, ten issues, nine options each and a thousand points for one option.
    """
    case = _parsed(text)
    _limit("parties", len(case.parties), TWO)
    _limit("issues", len(case.issues), MOST_ISSUES)
    for issue in case.issues:
        _limit("options", len(issue.options), MOST_OPTIONS, issue=issue.name)
    greatest = max(abs(worth) for party in case.parties for row in party.points for worth in row)
    _limit("points", greatest, MOST_POINTS)
    return case


def _parsed(text: str) -> Case:
    """Return the case in a text; what was pasted with signs that cannot be seen is read without them if need be."""
    yours = Sentence("file.yours")
    try:
        return parse_case(text, yours)
    except NegotiationError:
        typed = visible(text).translate(SPACES)
        if typed == text:
            raise
        with suppress(NegotiationError):
            return parse_case(typed, yours)
        raise


def _limit(what: str, found: int, most: int, **named: str) -> None:
    if found > most:
        raise NegotiationError(Sentence(f"file.many_{what}", found=found, most=most, **named))
