"""JSON from elsewhere, read within a budget: whole numbers, no name twice, nothing endless."""

import json
import re
from typing import Any

from ..errors import NegotiationError

MOST_CHARACTERS = 500_000
LARGEST_NUMBER = 2**53
"""The largest whole number that every reader of JSON keeps."""
LONGEST_NUMBER = 16
CURLY = re.compile(r"\{\s*[“”„‟«»]")
"""How an object begins whose straight quotes a program made curly."""


def read_json(text: str) -> Any:
    """Return what a JSON text holds; raise NegotiationError, in one sentence, for anything that is not plain JSON.

    What stands before its first brace and after its last, such as a greeting or a fence, is passed over. Refused are
    texts over 500,000 characters, fractions, numbers above 2^53, a name that stands twice in one object, and nesting
    that Python cannot follow.
    """
    if len(text) > MOST_CHARACTERS:
        raise NegotiationError(f"the transcript is longer than {MOST_CHARACTERS:,} characters; no talk is.")
    held = text[max(0, text.find("{")) : text.rfind("}") + 1]
    try:
        return json.loads(
            held, parse_int=_whole, parse_float=_refused, parse_constant=_refused, object_pairs_hook=_distinct
        )
    except NegotiationError:
        raise
    except (ValueError, RecursionError) as error:
        raise NegotiationError(_mend(held, error)) from None


def _mend(held: str, error: Exception) -> str:
    """Return a sentence that says what may have happened to a text that is not JSON, and what to do."""
    if not held:
        return "the transcript is not JSON, the text that the table keeps; copy the whole of that, from { to }."
    if CURLY.match(held):
        return "the transcript is not JSON: its straight quotes became curly ones; copy it straight from the table."
    if isinstance(error, json.JSONDecodeError):
        if "control character" in error.msg:
            return "the transcript is not JSON: its long lines were broken; copy it straight from the table."
        if error.pos == len(held):
            return "the transcript is not JSON: its end is missing; copy the whole of it, from { to }."
    return "the transcript is not JSON; copy the whole of it, from { to }."


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
