"""What a widget answers to single moves, recorded when the site is built, so that the first knob moves at once.

A recording holds for each choice of the bet what storing it and running it change, and then for each knob, moved
alone, what changes at each of its positions. All are changes of the state before: `start`, the choice stored, and
for the knobs the state in which the first choice has run.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, TypedDict

import anywidget
import traitlets

from .cells import State, answer, changes, put, state_of

FURTHEST = 20  # positions to either side; a knob that goes further waits for Python there
LARGEST = 600_000  # bytes; a widget that answers with more waits for Python


class Bet(TypedDict):
    """What storing a choice changes, and then running it."""

    stored: State
    ran: State


class Recording(TypedDict):
    """The state in the beginning, what each choice of the bet brings, and what each position of each knob does."""

    start: State
    bets: list[Bet]
    knobs: dict[str, dict[str, State]]


def recording(make: Callable[[], anywidget.AnyWidget]) -> Recording:
    """Record the widget that `make` makes afresh each time."""
    start = state_of(make())
    choices = start.get("bet", {}).get("choices", [])
    bets = [_bet(make(), place) for place in range(len(choices))]
    return {"start": start, "bets": bets, "knobs": _knobs(lambda: _played(make(), bets))}


def _played(widget: anywidget.AnyWidget, bets: list[Bet]) -> anywidget.AnyWidget:
    """Return the widget after its first choice has run."""
    if bets:
        _bet(widget, 0)
    return widget


def _bet(widget: anywidget.AnyWidget, place: int) -> Bet:
    return {"stored": answer(widget, {"prediction": place}), "ran": answer(widget, {"ran": True})}


def _knobs(make: Callable[[], anywidget.AnyWidget]) -> dict[str, dict[str, State]]:
    """Return the positions of all knobs, none where that is too much."""
    knobs: dict[str, dict[str, State]] = {}
    size = 0
    for name in getattr(make(), "remembers", ()):
        for value, changed in _positions(make, name):
            size += len(json.dumps(changed))
            if size > LARGEST:
                return {}
            knobs.setdefault(name, {})[value] = changed
    return knobs


def _positions(make: Callable[[], anywidget.AnyWidget], name: str) -> Iterator[tuple[str, State]]:
    """Yield each value of a knob, as JSON writes it, and what it changes."""
    widget = make()
    base = state_of(widget)
    for values in _ways(widget.traits()[name], base[name]):
        for value in values:
            put(widget, {name: value})
            after = state_of(widget)
            if after[name] != value:
                break  # beyond its end
            yield json.dumps(value, separators=(",", ":")), changes(base, after, {name: value})
            put(widget, {name: base[name]})
            if state_of(widget) != base:
                widget = make()  # it remembers where it was


def _ways(trait: traitlets.TraitType[Any, Any], now: Any) -> Iterator[Iterator[Any]]:
    """Return the ways that a knob may go from where it is, alone: for a list, each of its entries alone."""
    if not isinstance(trait, traitlets.List):
        yield from _ends(trait, now)
        return
    for place, entry in enumerate(now):
        for way in _ends(getattr(trait, "_trait", None), entry):
            yield ([*now[:place], value, *now[place + 1 :]] for value in way)


def _ends(trait: Any, now: Any) -> Iterator[Iterator[Any]]:
    """Return the values up and down from the one that stands; those of a choice one by one."""
    if isinstance(trait, traitlets.Bool):
        yield iter((now,))
        yield iter((not now,))
    elif isinstance(trait, traitlets.Enum):
        yield from (iter((value,)) for value in trait.values or ())
    elif isinstance(trait, traitlets.Int):
        least = now if trait.min is None else int(trait.min)
        most = now + FURTHEST if trait.max is None else int(trait.max)
        yield iter(range(now, min(now + FURTHEST, most) + 1))
        yield iter(range(now - 1, max(now - FURTHEST, least) - 1, -1))
