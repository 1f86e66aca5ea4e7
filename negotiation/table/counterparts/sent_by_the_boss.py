"""The one who was sent: repeats what a boss demands, and decides alone once somebody asks or time runs short."""

from ..parts.habit import Habit
from ..parts.levels import Clock
from ..parts.openness import Openness
from ..parts.position import Position

SENT_BY_THE_BOSS = Habit(
    "sent-by-the-boss",
    clock=Clock(first_step=100),
    position=Position(rank=2, asked_why=1, until=500),
    openness=Openness(strength=330),
)
