"""The warm and vague one: gives quickly, thanks often, and does not say what it wants before it trusts."""

from ..parts.habit import Habit
from ..parts.levels import Clock, Mirror
from ..parts.openness import Openness
from ..parts.temper import Temper

WARM_AND_VAGUE = Habit(
    "warm-and-vague",
    clock=Clock(first_step=200, speed=3),
    mirror=Mirror(unasked=400),
    openness=Openness(direction=420, strength=560, reason=420),
    temper=Temper(warms=250, yields=110, reacts=600, leaves_at=900),
    says_back=True,
)
