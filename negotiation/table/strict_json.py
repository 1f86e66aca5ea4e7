"""JSON from elsewhere, read within a budget: whole numbers, no name twice, nothing endless."""

import json
from typing import Any

from ..errors import NegotiationError

MOST_CHARACTERS = 500_000
LARGEST_NUMBER = 2**53
"""The largest whole number that every reader of JSON keeps."""
LONGEST_NUMBER = 16


def read_json(text: str) -> Any:
    """Return what a JSON text holds; raise NegotiationError, in one sentence, for anything that is not plain JSON.

    Refused are texts over 500,000 characters, fractions, numbers above 2^53, a name that stands twice in one
    object, and nesting that Python cannot follow.
    """
    if len(text) > MOST_CHARACTERS:
        raise NegotiationError(f"the transcript is longer than {MOST_CHARACTERS:,} characters; no talk is.")
    try:
        return json.loads(
            text, parse_int=_whole, parse_float=_refused, parse_constant=_refused, object_pairs_hook=_distinct
        )
    except NegotiationError:
        raise
    except (ValueError, RecursionError):
        raise NegotiationError("the transcript is not JSON; copy the whole of it, from { to }.") from None


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER + 1 or abs(int(digits)) > LARGEST_NUMBER:
        raise NegotiationError("the transcript holds a number that is too large; copy it again as it was.")
    return int(digits)


def _refused(text: str) -> Any:
    raise NegotiationError(f"the transcript holds {text[:20]!r}, and it needs whole numbers only.")


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise NegotiationError("the transcript says one field twice; copy it again as it was.")
    return fields
