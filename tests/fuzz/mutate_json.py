"""Damaging JSON in its structure: values swapped, made extreme, renamed, doubled or left out, anywhere in the tree."""

import json
from random import Random
from typing import Any

from .mutate import EXTREMES, WORDS, mutated_bytes, mutated_text

MOST_CHANGES = 3
DEEP = '{"a":[' * 500 + "1" + "]}" * 500
RAW = ("NaN", "-Infinity", "1e999", "9" * 5000, "-0", "[" * 100_000, DEEP, '"\\ud800"', "{}", "tru")
"""What Python's writer of JSON would not write."""
HOLE = "\N{BLACK SQUARE}hole"


def mutated_json(data: Any, draw: Random) -> bytes:
    """Return the JSON of data with up to three changes in its tree, and now and then in its bytes, too."""
    data = json.loads(json.dumps(data))
    for _ in range(draw.randint(1, MOST_CHANGES)):
        data = _changed(data, draw)
    text = json.dumps(data, ensure_ascii=draw.random() < 0.5)
    if HOLE in text or '"\\u25a0hole"' in text:
        text = text.replace(f'"{HOLE}"', draw.choice(RAW)).replace('"\\u25a0hole"', draw.choice(RAW))
    content = text.encode("utf-8", "surrogatepass")
    return mutated_bytes(content, draw) if draw.randrange(8) == 0 else content


def _changed(data: Any, draw: Random) -> Any:
    """Return the tree with one place in it changed."""
    places = list(_places(data))
    if not places or draw.randrange(20) == 0:
        return _value(data, draw, [])
    holder, key = draw.choice(places)
    match draw.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[draw.choice((*WORDS, *EXTREMES, *map(str, holder)))] = holder.pop(key)
        case 2 if isinstance(holder, list):
            holder.insert(draw.randrange(len(holder) + 1), holder[key])
        case 3 if isinstance(holder, list):
            holder.extend([holder[key]] * draw.choice((1, 20, 400)))
        case _:
            holder[key] = _value(holder[key], draw, places)
    return data


def _value(value: Any, draw: Random, places: list[tuple[Any, Any]]) -> Any:
    """Return another value in the place of this one: its text damaged, an extreme, or one from elsewhere."""
    if isinstance(value, str) and draw.random() < 0.6:
        return mutated_text(value, draw)
    if places and draw.random() < 0.3:
        holder, key = draw.choice(places)
        return json.loads(json.dumps(holder[key]))  # a copy, so that no tree holds itself
    return draw.choice(
        (None, True, False, 0, -1, 2**63, -(2**70), 0.5, 1e308, "", [], {}, [[]], [None], {"": None}, HOLE, HOLE,
         draw.choice(WORDS), draw.choice(EXTREMES), [draw.choice(WORDS)] * 300, {"a": {"b": {"c": []}}})
    )  # fmt: skip


def _places(data: Any) -> Any:
    """Yield every place of the tree as its holder and the key in it."""
    waiting = [data]
    while waiting:
        holder = waiting.pop()
        items = holder.items() if isinstance(holder, dict) else enumerate(holder) if isinstance(holder, list) else ()
        for key, value in items:
            yield holder, key
            waiting.append(value)
