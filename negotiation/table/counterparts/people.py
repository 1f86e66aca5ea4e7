"""The people to meet, by name, and what is said about them."""

from dataclasses import dataclass

from ...errors import NegotiationError, did_you_mean
from ..parts.habit import Habit
from ..parts.voice import about
from .bad_faith import BAD_FAITH
from .counterpart import Counterpart
from .hard_bargainer import HARD_BARGAINER
from .insister import INSISTER
from .plain_dealer import PLAIN_DEALER
from .sent_by_the_boss import SENT_BY_THE_BOSS
from .touchy import TOUCHY
from .warm_and_vague import WARM_AND_VAGUE

HABITS: tuple[Habit, ...] = (
    PLAIN_DEALER,
    WARM_AND_VAGUE,
    HARD_BARGAINER,
    TOUCHY,
    INSISTER,
    SENT_BY_THE_BOSS,
    BAD_FAITH,
)


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is said about a counterpart: its name in words, what it does, where that comes from, how to deal with it."""

    name: str
    about: str
    source: str
    advice: str


def counterpart_names() -> tuple[str, ...]:
    """Return the names of the people to meet, the plainest first."""
    return tuple(habit.name for habit in HABITS)


def meet(name: str, seed: int = 0, language: str = "en") -> Counterpart:
    """Return the counterpart of that name; the same seed and language say the same again.

    Raises NegotiationError for an unknown name, with the nearest one, and for a language it does not speak.
    """
    habit = habit_of(name)
    portrait(name, language)
    return Counterpart(habit, seed, language)


def habit_of(name: str) -> Habit:
    """Return the habit of the counterpart of that name; raise NegotiationError with the nearest name for an unknown."""
    habits = {habit.name: habit for habit in HABITS}
    if name not in habits:
        raise NegotiationError(f"{name!r} is nobody to meet{did_you_mean(name, habits)}")
    return habits[name]


def portrait(name: str, language: str = "en") -> Portrait:
    """Return what is said about a counterpart, in a language.

    Raises NegotiationError for an unknown name and for a language that counterparts do not speak.
    """
    habit_of(name)
    return Portrait(**about(name, language))
