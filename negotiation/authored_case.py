"""An authored case: what somebody wrote as text, read kindly, and kept to a size that is looked at in an instant."""

from contextlib import suppress

from .case import Case
from .case_file import parse_case
from .counterpart import TWO
from .errors import NegotiationError
from .letters import visible

SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}", " "))
MOST_ISSUES, MOST_OPTIONS, MOST_POINTS = 10, 9, 1000


def authored_case(text: str) -> Case:
    """Return the case in a text, as in a case file; it is called "your case" in error messages.

    Raises MalformedCaseError with all that is wrong in it, and NegotiationError with one sentence where it is no TOML
    or larger than two parties, ten issues, nine options each and a thousand points for one option.
    """
    case = _parsed(text)
    _limit(len(case.parties), TWO, "parties")
    _limit(len(case.issues), MOST_ISSUES, "issues")
    for issue in case.issues:
        _limit(len(issue.options), MOST_OPTIONS, f"options of {issue.name!r}")
    greatest = max(abs(worth) for party in case.parties for row in party.points for worth in row)
    _limit(greatest, MOST_POINTS, "points for one option")
    return case


def _parsed(text: str) -> Case:
    """Return the case in a text; what was pasted with signs that cannot be seen is read without them if need be."""
    try:
        return parse_case(text, "your case")
    except NegotiationError:
        typed = visible(text).translate(SPACES)
        if typed == text:
            raise
        with suppress(NegotiationError):
            return parse_case(typed, "your case")
        raise


def _limit(found: int, most: int, what: str) -> None:
    if found > most:
        raise NegotiationError(f"your case has {found} {what}; keep it to {most} at the most.")
