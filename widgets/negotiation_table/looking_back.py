"""Looking back in words: each step, a better package, the trades missed, and when the mood turned."""

from collections.abc import Iterable, Iterator

from ...negotiation import Package
from ...negotiation.table import Debrief
from ..contract import Table
from ..plane import with_sign
from .faces import ANGRY, ANNOYED
from .sayings import Sayings

CROSS = (ANNOYED, ANGRY)
MOST_TRADES = 2
"""Missed trades that are told; more are too many to take to heart."""


def step_table(found: Debrief, sayings: Sayings) -> Table:
    """Return every step: its round, whose it was, its kind, and what it changed for both, in points."""
    said = sayings.words
    rows = []
    for step in found.steps:
        if step.kind is None:
            continue
        mine = step.side == sayings.own
        changes = (step.own, step.other) if mine else (step.other, step.own)
        who = said.say("you_say") if mine else sayings.name
        rows.append([str(round_of(step.message)), who, said.say("steps", step.kind), *map(with_sign, changes)])
    heads = [*said.heads("round", "who", "step", "to_you"), said.say("to_name", name=sayings.name)]
    return {"title": said.say("step_by_step"), "head": heads, "rows": rows}


def round_of(message: int) -> int:
    """Return the round (from 1) of a message (from 1)."""
    return (message + 1) // 2


def better_package(found: Debrief, sayings: Sayings) -> Iterator[str]:
    """Name the learner's offer that could have been worth the most more to the other side at no cost to the learner."""
    instead = found.sides[sayings.own].what_if
    if instead:
        changed = _named(_changes(instead.step.package, instead.package), sayings)
        gain = instead.changes[1 - sayings.own]
        turn = round_of(instead.step.message)
        yield sayings.words.say("what_if", round=turn, gain=gain, changed=changed, name=sayings.name)


def missed(found: Debrief, sayings: Sayings) -> Iterator[str]:
    """Name the trades that the deal left undone, those with the most joint value first."""
    for trade in found.missed[:MOST_TRADES]:
        own, other = trade.changes[sayings.own], trade.changes[1 - sayings.own]
        changed = _named(zip(trade.issues, trade.options, strict=True), sayings)
        yield sayings.words.say("missed", changed=changed, own=own, other=other, name=sayings.name)


def _changes(old: Package, new: Package) -> Iterator[tuple[int, int]]:
    return ((issue, option) for issue, option in enumerate(new) if option != old[issue])


def _named(changes: Iterable[tuple[int, int]], sayings: Sayings) -> str:
    issues = sayings.case.issues
    return sayings.words.say("between").join(
        sayings.words.say("change", issue=issues[issue].name, option=issues[issue].options[option])
        for issue, option in changes
    )


def mood_turned(seen: list[str], sayings: Sayings) -> Iterator[str]:
    """Say in which round the other side's face first clouded, and in which it had cleared; `seen` are its faces.

    The first of them is the one with which it came.
    """
    cross = next((at for at, face in enumerate(seen) if face in CROSS), None)
    if cross is None:
        return
    said = sayings.words
    yield (
        said.say("clouded", round=round_of(cross), name=sayings.name)
        if cross
        else said.say("came_cross", name=sayings.name)
    )
    cleared = next((at for at, face in enumerate(seen) if at > cross and face not in CROSS), None)
    if cleared is not None:
        yield said.say("cleared", round=round_of(cleared))
