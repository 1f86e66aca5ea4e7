"""Learnt: the other side's picture as far as the talk shows it, from what they told and what they offered."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ...negotiation import Importance, Package
from ...negotiation.table import Tell, View

TOLD, GUESSED, UNKNOWN = "told", "guess", "unknown"
LEVELS = {Importance.MOST: 3, Importance.MUCH: 2, Importance.LITTLE: 1}
"""How long the bar of an issue is, out of three."""
ENOUGH = 3
"""Offers from which on it can be seen on what somebody moves."""


class Learnt(NamedTuple):
    """How much an issue seems to matter to the other side (0 to 3), how that is known, and which option they want."""

    level: int
    source: str
    wanted: int | None
    wanted_source: str


def learnt(view: View) -> list[Learnt]:
    """Return what this side can have learnt of each issue: what was told, else what is seen from three offers on."""
    told: dict[int, Tell] = {}
    for tell in (move for move in view.moves(1 - view.own) if type(move) is Tell):
        told[tell.issue] = _joined(told.get(tell.issue), tell)
    offers = [package for message in view.messages(1 - view.own) for package in message.packages]
    return [_of_issue(issue, told.get(issue), offers) for issue in range(len(view.scene.issues))]


def _joined(before: Tell | None, now: Tell) -> Tell:
    if before is None:
        return now
    wanted = before.wanted if now.wanted is None else now.wanted
    return Tell(now.issue, now.importance or before.importance, wanted)


def _of_issue(issue: int, told: Tell | None, offers: Sequence[Package]) -> Learnt:
    """Return what is learnt of one issue; what somebody offers first is taken for what they would like best."""
    level, source = 0, UNKNOWN
    if told and told.importance:
        level, source = LEVELS[told.importance], TOLD
    elif len(offers) >= ENOUGH:
        level, source = _seen(issue, offers), GUESSED
    if told and told.wanted is not None:
        return Learnt(level, source, told.wanted, TOLD)
    return Learnt(level, source, *((offers[0][issue], GUESSED) if offers else (None, UNKNOWN)))


def _seen(issue: int, offers: Sequence[Package]) -> int:
    """Return 3 where somebody never moved, 2 where they moved in at most half of their steps, else 1."""
    moved = sum(old[issue] != new[issue] for old, new in pairwise(offers))
    return 3 if not moved else 2 if 2 * moved <= len(offers) - 1 else 1
