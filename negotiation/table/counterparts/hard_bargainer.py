"""The hard bargainer: opens high, comes down slowly, and presses."""

from ..parts.habit import Habit
from ..parts.levels import Clock, Mirror
from ..parts.openness import Openness
from ..parts.temper import Temper

HARD_BARGAINER = Habit(
    "hard-bargainer",
    clock=Clock(first_step=60, speed=1),
    mirror=Mirror(unasked=200),
    openness=Openness(direction=300, strength=450, reason=400),
    temper=Temper(yields=50, reacts=500, leaves_at=1_100),
    pride=200,
    presses_every=3,
    questions=(),
)
