"""The touchy one: comes angry, snaps, calms down when it is heard, and leaves when it is not."""

from ..parts.habit import Habit
from ..parts.levels import Clock
from ..parts.openness import Openness
from ..parts.temper import Temper

TOUCHY = Habit(
    "touchy",
    clock=Clock(first_step=120),
    openness=Openness(direction=100, strength=250, reason=250),
    temper=Temper(
        begins=600, keeps=750, reacts=900, slows=500, warms=250, snaps_at=320, breaks_at=800, leaves_at=1_200
    ),
)
