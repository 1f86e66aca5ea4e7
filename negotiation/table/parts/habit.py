"""A habit: the parts that make up one way to negotiate."""

from dataclasses import dataclass, field

from ..moves import Ask, Aspect
from .levels import Clock, Mirror
from .openness import Openness
from .picking import Guessing, Picking
from .position import Position
from .pretence import Pretence
from .temper import Temper


@dataclass(frozen=True, slots=True)
class Habit:
    """How somebody negotiates, composed of parts; its words stand under its name."""

    name: str
    clock: Clock = field(default_factory=Clock)
    mirror: Mirror = field(default_factory=Mirror)
    picking: Picking = field(default_factory=Guessing)
    openness: Openness = field(default_factory=Openness)
    temper: Temper = field(default_factory=Temper)
    pride: int = 100
    """How far above its reservation value the last package must be, in thousandths of the way to its best."""
    position: Position | None = None
    pretence: Pretence | None = None
    presses_every: int = 0
    """In how many turns once it presses the other; 0 is never."""
    says_back: bool = False
    """Whether it says back what it was told."""
    questions: tuple[Ask, ...] = (Ask(Aspect.MOST),)
    """What it asks, one question a turn from its first turn on."""
