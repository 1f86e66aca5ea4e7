"""A notebook's JSON without its outputs and widget state, which may be large or nested without end."""

import re

STRING = rb'"(?:[^"\\]++|\\.)*+"'
DROPPED = rb'"(?:outputs|widgets)"\s*+:\s*+(?=[\[{])'
KEPT = re.compile(rb'(?:[^"]++|(?!' + DROPPED + rb")" + STRING + rb")*+(?:" + DROPPED + rb")?+", re.DOTALL)
BRACKETS = re.compile(rb'(?:[^"\[\]{}]++|' + STRING + rb")*+(?:([\[{]++)|([\]}]++))?+", re.DOTALL)
MOST_BRACKETS = 6_000_000  # runs of them in a file: what takes a few seconds to read


def without_outputs(text: bytes) -> bytes:
    """Return the JSON with every value of `outputs` and `widgets` replaced by null, in one pass.

    What is no JSON stays no JSON. Outputs with more brackets than anybody's stay too.
    """
    parts: list[bytes] = []
    position, runs = 0, 0
    while found := KEPT.match(text, position):
        parts.append(found[0])
        position, skipped = _end_of_value(text, found.end(), MOST_BRACKETS - runs)
        if position == found.end():
            return b"".join(parts) + text[position:]
        parts.append(b"null")
        runs += skipped
    return text


def _end_of_value(text: bytes, start: int, most: int) -> tuple[int, int]:
    """Return where the list or table at `start` ends, or `start` where none does, and how many runs it holds."""
    depth = 0
    if text[start : start + 1] not in (b"[", b"{"):
        return start, 0
    for number, run in enumerate(BRACKETS.finditer(text, start), 1):
        depth += len(run[1] or b"") - len(run[2] or b"")
        if depth <= 0:
            return run.end() + depth, number
        if number >= most or run.lastindex is None:  # too many, or no bracket up to the end
            break
    return start, 0
