"""Groups: how often guessing a person by the group is wrong, against asking."""

from dataclasses import dataclass
from random import Random
from statistics import NormalDist

from ..errors import NegotiationError

STANDARD = NormalDist()


@dataclass(frozen=True, slots=True)
class GroupGuesses:
    """Shares (0 to 1) of people of whom one was wrong: by guessing from the group, and by asking one question."""

    guessed: float
    asked: float


def wrong_by_group(distance: float) -> float:
    """Return how often one is wrong who takes each person to be on the group's side of the midpoint (0 to 1).

    Φ(-d/2): two equally spread normal groups whose means lie d standard deviations apart (after Cohen 1988).
    Half a standard deviation: .40, one .31, two .16. Raises NegotiationError for a negative distance.
    """
    _check(distance)
    return STANDARD.cdf(-distance / 2)


def asking_pays_until(error: float) -> float:
    """Return the distance of the groups, in standard deviations, up to which asking is less often wrong.

    `error` is the chance of mishearing the answer, above 0 and at most .5: one wrong answer in ten beats the
    group until 2.6 standard deviations apart. Raises NegotiationError for another chance.
    """
    if not 0 < error <= 1 / 2:
        raise NegotiationError(f"an answer misheard with chance {error} tells nothing here; give one up to 0.5.")
    return -2 * STANDARD.inv_cdf(error)


def guess_people(distance: float, error: float, people: int, seed: int) -> GroupGuesses:
    """Return how often guessing and asking were wrong of so many people, drawn in turn from the two groups.

    The first group lies around 0, the second around the distance; whoever is above the midpoint is on the
    second's side. Each is also asked which side, and misheard with the chance `error` (0 to 1). Raises
    NegotiationError for a negative distance, for another chance, and where there is nobody.
    """
    _check(distance)
    if not 0 <= error <= 1 or people < 1:
        raise NegotiationError("guessing takes at least one person, and a chance of error from 0 to 1.")
    draw = Random(seed)  # noqa: S311  # a simulation needs no cryptography
    guessed = asked = 0
    for number in range(people):
        second = number % 2 == 1
        guessed += (draw.gauss(distance * second, 1) > distance / 2) != second
        asked += draw.random() < error
    return GroupGuesses(guessed / people, asked / people)


def _check(distance: float) -> None:
    if distance < 0:
        raise NegotiationError("groups cannot be less than nothing apart; give a distance of 0 or more.")
