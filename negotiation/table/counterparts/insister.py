"""The one who insists: repeats one demand, and has a reason for whoever asks why twice."""

from ..parts.habit import Habit
from ..parts.levels import Clock, Mirror
from ..parts.position import Position

INSISTER = Habit(
    "insister",
    clock=Clock(first_step=100),
    mirror=Mirror(unasked=250),
    position=Position(rank=0, asked_why=2, until=600),
    questions=(),
)
