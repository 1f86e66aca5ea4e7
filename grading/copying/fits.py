"""Answers that fit another student's case clearly better than the own: equal ones, and any in a small class."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from tqdm import tqdm

from ..record import RecordedCell
from .cases import MOST_RANDOM, Cases
from .equal import EqualAnswers
from .handed_in import HandedInByAll
from .sheets import Sheet, answers_used, points_of, tests_of
from .trial import Trial, tried_on

FEW_RANDOM = 200
WEAK = 0.8
"""Who has a greater share of the points on the own case can fit no other case clearly better."""
LOW = 0.6
"""Below this share of the points, answers without an equal are tried on the cases of the others, too."""
FEWER_EQUAL, FEWER_FITS = 1.0, 0.1
"""Listed is only what is to be expected less often than this in the whole class."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Marks on the own and on another student's case, the equal answers, and what chance would do.

    `as_good` of `tried` random cases are fitted as well as the other's; `expected` is how many such pairs the
    whole class would hold by chance.
    """

    student: str
    other: str
    equal: tuple[str, ...]
    own: float
    there: float
    points: float
    as_good: int
    tried: int
    expected: float


@dataclass(frozen=True, slots=True)
class Fits:
    """The pairs to look at; how many were left out as to be expected; whether answers without an equal were tried."""

    equal: tuple[Fit, ...] = ()
    alone: tuple[Fit, ...] = ()
    left_out: int = 0
    tried_alone: bool = True


def find_fits(everyone: HandedInByAll, sheets: Sequence[Sheet], cases: Cases) -> Fits:
    """Return the pairs in which one student's answers fit the other's case clearly better."""
    if len(sheets) < 2:  # noqa: PLR2004  # a pair
        return Fits()
    tests = tests_of(everyone.exercise)
    answers = EqualAnswers(everyone.read, everyone.exercise.named)
    found = list(_equal(tests, sheets, answers, cases))
    listed = sorted((fit for fit in found if fit.expected < FEWER_EQUAL), key=lambda fit: fit.expected)
    told = {fit.student for fit in listed}
    low = [sheet for sheet in sheets if sheet.total < LOW * points_of(tests) and sheet.student not in told]
    most = ceil(FEWER_FITS * (MOST_RANDOM + 1) / max(1, len(low) * (len(sheets) - 1))) - 1
    alone = _alone(tests, low, sheets, answers, cases, most) if most > 0 else ()
    return Fits(tuple(listed), tuple(alone), len(found) - len(listed), most > 0)


def _equal(
    tests: Sequence[RecordedCell], sheets: Sequence[Sheet], answers: EqualAnswers, cases: Cases
) -> Iterator[Fit]:
    """Yield the pairs with equal answers that fit the other's case clearly better than the own."""
    weak = [sheet for sheet in sheets if sheet.total <= WEAK * points_of(tests)]
    by_student = {sheet.student: sheet for sheet in sheets}
    pairs = len(weak) * (len(sheets) - 1)
    for sheet in tqdm(weak, desc="equal answers", unit="", ncols=79, mininterval=1, disable=None):
        for other in sorted(answers.others(sheet.student)):
            names = answers.names(sheet.student, other)
            shared = [test for test in tests if answers_used(test.source) <= names]
            trial = tried_on(sheet, by_student[other], shared).where_they_differ()
            if by_student[other].number != sheet.number and trial.fits_better:
                names = frozenset().union(*(answers_used(test.source) for test in trial.tests))
                expected = answers.chance(sheet.student, names) * pairs
                tried = FEW_RANDOM if expected < FEWER_EQUAL else 0
                yield _fit(trial, names, (trial.as_good(cases, tried, tried), tried), expected)


def _alone(  # noqa: PLR0913, PLR0917  # what is compared, with whom, and how often it may be so by chance
    tests: Sequence[RecordedCell],
    low: Sequence[Sheet],
    sheets: Sequence[Sheet],
    answers: EqualAnswers,
    cases: Cases,
    most: int,
) -> Iterator[Fit]:
    """Yield the pairs in which all answers fit the other's case as well as fewer than `most` of many random cases."""
    pairs = len(low) * (len(sheets) - 1)
    for sheet in tqdm(low, desc="other cases", unit="", ncols=79, mininterval=1, disable=None):
        others = [other for other in sheets if other.number != sheet.number]
        trials = [tried_on(sheet, other, tests) for other in others]
        trial = max(trials, key=lambda trial: trial.there, default=None)
        if trial is None or not trial.fits_better:
            continue
        as_good = trial.as_good(cases, MOST_RANDOM, most)
        if as_good < most:
            names = answers.names(sheet.student, trial.other.student)
            yield _fit(trial, names, (as_good, MOST_RANDOM), (as_good + 1) / (MOST_RANDOM + 1) * pairs)


def _fit(trial: Trial, names: frozenset[str], as_good: tuple[int, int], expected: float) -> Fit:
    who = trial.sheet.student, trial.other.student
    return Fit(*who, tuple(sorted(names)), trial.own, trial.there, trial.points, *as_good, expected)
