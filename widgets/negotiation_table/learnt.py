"""Learnt: the other side's picture as far as the talk shows it, from what they told and what they offered."""

from typing import NamedTuple

from ...negotiation import Importance
from ...negotiation.table import Tell, View
from ...negotiation.table.parts.frequency import SmoothedFrequency

TOLD, GUESSED, UNKNOWN = "told", "guess", "unknown"
LEVELS = {Importance.MOST: 3, Importance.MUCH: 2, Importance.LITTLE: 1}
"""How long the bar of an issue is, out of three."""
ENOUGH = 3
"""Offers from which on it is worth guessing what somebody does not change."""


class Learnt(NamedTuple):
    """How much an issue seems to matter to the other side (0 to 3), how that is known, and which option they want."""

    level: int
    source: str
    wanted: int | None
    wanted_source: str


def learnt(view: View) -> list[Learnt]:
    """Return what this side can have learnt of each issue: what was told, else a guess from three offers on."""
    messages = view.messages(1 - view.own)
    told: dict[int, Tell] = {}
    for tell in (move for message in messages for move in message.moves if type(move) is Tell):
        told[tell.issue] = _joined(told.get(tell.issue), tell)
    offers = [package for message in messages if message.offer for package in message.offer.packages]
    guess = SmoothedFrequency().guess(view.party.points, offers)
    return [
        _of_issue(told.get(issue), guess.weights[issue], guess.shapes[issue], len(offers))
        for issue in range(len(view.scene.issues))
    ]


def _joined(before: Tell | None, now: Tell) -> Tell:
    if before is None:
        return now
    wanted = before.wanted if now.wanted is None else now.wanted
    return Tell(now.issue, now.importance or before.importance, wanted)


def _of_issue(told: Tell | None, weight: int, shape: tuple[int, ...], offers: int) -> Learnt:
    """Return what is learnt of one issue; a guessed weight stands beside an equal share of 1,000."""
    level, source = 0, UNKNOWN
    if told and told.importance:
        level, source = LEVELS[told.importance], TOLD
    elif offers >= ENOUGH:
        level, source = _level(weight), GUESSED
    if told and told.wanted is not None:
        return Learnt(level, source, told.wanted, TOLD)
    return Learnt(level, source, *((shape.index(max(shape)), GUESSED) if offers else (None, UNKNOWN)))


def _level(weight: int) -> int:
    return 3 if weight >= 1_250 else 2 if weight >= 750 else 1  # noqa: PLR2004  # a quarter off an equal share
