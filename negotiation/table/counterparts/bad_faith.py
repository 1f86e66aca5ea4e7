"""The one in bad faith: says of a small thing that it matters most, and its offers give it away."""

from ..parts.habit import Habit
from ..parts.levels import Clock
from ..parts.pretence import Pretence

BAD_FAITH = Habit(
    "bad-faith",
    clock=Clock(first_step=120),
    pretence=Pretence(),
)
