"""Temper: how anger, trust and giving in to pressure move with what is said, and what they change."""

from dataclasses import dataclass
from typing import NamedTuple

from ..moves import Manner, Message, Remark, Tell

WHOLE = 1_000
"""All figures of mood are whole thousandths, so that no talk hangs on a float's last digit."""
BLAME = {Manner.BLAME: 600, Manner.THREATEN: 900, Manner.PRESS: 150}
"""How much blame is heard in a remark. Invented, as all figures here."""
CALMS = {Manner.ACKNOWLEDGE: 650, Manner.NAME_FEELING: 700, Manner.REFRAME: 750, Manner.BREAK: 500, Manner.THANK: 900}
"""What is left of anger, in thousandths, after a remark that calms."""
FIRST_APOLOGY, LATER_APOLOGY = 350, 950
WARMS = {
    Manner.ACKNOWLEDGE: 80,
    Manner.NAME_FEELING: 60,
    Manner.THANK: 50,
    Manner.REFRAME: 40,
    Manner.APOLOGISE: 60,
    Manner.PRESS: -50,
    Manner.BLAME: -150,
    Manner.THREATEN: -220,
}
"""What a remark adds to trust, in thousandths."""
ANSWER, GIFT, TAKEN_BACK = 60, 60, -120


class Mood(NamedTuple):
    """How somebody feels about the other, in thousandths, and how far it has given in to pressure."""

    anger: int
    trust: int
    yielded: int
    """The share of its way that it gave up because it was pressed."""
    apologies: int = 0


STRANGERS = 300
"""The trust between people who have not met, in thousandths."""


@dataclass(frozen=True, slots=True)
class Temper:
    """How somebody takes what is said; all but `leaves_at` in thousandths.

    The anger that it keeps to the next message and what it adds of the blame it hears are λ and κ of lesson 3's
    spiral. The figures are invented: they make the direction of what is known about talks come out, not its size.
    """

    begins: int = 0
    """The anger with which it comes."""
    keeps: int = 650
    reacts: int = 800
    slows: int = 250
    """By how much full anger slows conceding."""
    warms: int = 150
    """By how much full trust speeds it."""
    yields: int = 80
    """The share of its way that it gives up when it is pressed while calm."""
    snaps_at: int = 10_000
    """The anger from which it blames the other, and doesn't move."""
    breaks_at: int = 600
    """The anger from which it asks for a break."""
    leaves_at: int = 850
    """The anger from which it leaves."""

    @property
    def first_mood(self) -> Mood:
        """The mood in which it comes to the table."""
        return Mood(self.begins, STRANGERS, yielded=0)

    def after(self, mood: Mood, message: Message, gift: int, understood: int) -> Mood:
        """Return the mood after a message of the other side, whose step gave this many points.

        `understood` is how many things it said back as they are.
        """
        manners = [move.manner for move in message.moves if type(move) is Remark]
        answers = [type(move) for move in message.moves].count(Tell)
        return Mood(
            self._anger(mood, manners),
            min(WHOLE, max(0, mood.trust + self._warmth(manners, answers + understood, gift))),
            mood.yielded + sum(self._yields(mood) for manner in manners if manner is Manner.PRESS),
            mood.apologies + (Manner.APOLOGISE in manners),
        )

    def _anger(self, mood: Mood, manners: list[Manner]) -> int:
        anger = (self.keeps * mood.anger + self.reacts * sum(BLAME.get(manner, 0) for manner in manners)) // WHOLE
        for manner in manners:
            left = CALMS.get(manner, WHOLE)
            if manner is Manner.APOLOGISE:
                left = LATER_APOLOGY if mood.apologies else FIRST_APOLOGY
            anger = anger * left // WHOLE
        return anger

    def _warmth(self, manners: list[Manner], answers: int, gift: int) -> int:
        step = GIFT if gift > 0 else TAKEN_BACK if gift < 0 else 0
        return sum(WARMS.get(manner, 0) for manner in manners) + ANSWER * min(answers, 2) + step

    def _yields(self, mood: Mood) -> int:
        return self.yields * max(0, WHOLE - mood.anger) // WHOLE

    def pace(self, mood: Mood) -> int:
        """Return how fast somebody in this mood concedes, in thousandths of how fast it would in calm distrust."""
        return WHOLE - self.slows * min(mood.anger, WHOLE) // WHOLE + self.warms * mood.trust // WHOLE
