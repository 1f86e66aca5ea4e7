"""A habit: the parts that make up one way to negotiate."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ...case import Package, Profile
from ..moves import Ask, Aspect
from .frequency import SmoothedFrequency
from .guess import Guess
from .levels import Clock, Mirror
from .openness import Openness
from .temper import Temper


class OpponentModel(Protocol):
    """Whoever guesses from offers what their side wants."""

    def guess(self, own: Profile, offers: Sequence[Package]) -> Guess:
        """Return a guess from the other side's offers, in order."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How somebody negotiates, composed of parts; its words stand under its name."""

    name: str
    clock: Clock = field(default_factory=Clock)
    mirror: Mirror = field(default_factory=Mirror)
    model: OpponentModel = field(default_factory=SmoothedFrequency)
    openness: Openness = field(default_factory=Openness)
    temper: Temper = field(default_factory=Temper)
    pride: int = 100
    """How far above its reservation value the last package must be, in thousandths of the way to its best."""
    questions: tuple[Ask, ...] = (Ask(Aspect.MOST),)
    """What it asks, one question a turn from its first turn on."""
