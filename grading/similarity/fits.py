"""Answers that fit another case clearly better than the student's own: equal ones, and any in a small class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from ..nbgrader_adapter.record import RecordedCell
from .cases import MOST_RANDOM, Cases
from .each import for_each
from .equal import EqualAnswers
from .handed_in import HandedInByAll
from .sheets import Sheet, answers_used, points_of, tests_of
from .trial import Trial, tried_on

FEW_RANDOM = 200
WEAK = 0.8
"""Whoever has a greater share of the points on their own case can fit no other case clearly better."""
LOW = 0.6
"""Below this share of the points, answers without an equal are tried on the cases of the others, too."""
FEWER_EQUAL, FEWER_FITS = 1.0, 0.1
"""Listed is only what is to be expected less often than this in the whole class."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Marks on a student's own and on another student's case, the equal answers, and what chance would do.

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


def find_fits(everyone: HandedInByAll, sheets: Sequence[Sheet], cases: Cases) -> tuple[Fits, dict[str, str]]:
    """Return the pairs in which one student's answers fit the other's case clearly better.

    Second come those whose answers took too much to be compared, with the reason.
    """
    if len(sheets) < 2:  # noqa: PLR2004  # a pair
        return Fits(), {}
    answers = EqualAnswers(everyone.read, everyone.exercise.named)
    look = Look(tests_of(everyone.exercise), {sheet.student: sheet for sheet in sheets}, answers, cases)
    weak = [sheet for sheet in sheets if sheet.total <= WEAK * look.points]
    found, why = _equal(look, weak)
    listed = sorted((fit for fit in found if fit.expected < FEWER_EQUAL), key=lambda fit: fit.expected)
    told = {fit.student for fit in listed} | set(why)
    low = [sheet for sheet in sheets if sheet.total < LOW * look.points and sheet.student not in told]
    most = ceil(FEWER_FITS * (MOST_RANDOM + 1) / max(1, len(low) * (len(sheets) - 1))) - 1
    alone, why_alone = _alone(look, low, most) if most > 0 else ([], {})
    return Fits(tuple(listed), tuple(alone), len(found) - len(listed), most > 0), {**why, **why_alone}


@dataclass(frozen=True, slots=True)
class Look:
    """What the answers of one student are looked at with: the test cells, everybody's sheet and answers, the cases."""

    tests: tuple[RecordedCell, ...]
    sheets: Mapping[str, Sheet]
    answers: EqualAnswers
    cases: Cases

    @property
    def points(self) -> float:
        """The most that could be had."""
        return points_of(self.tests)

    def equal(self, student: str, pairs: int) -> list[Fit]:
        """Return the others with equal answers that fit their case clearly better than the student's own."""
        sheet, found = self.sheets[student], []
        for other in sorted(self.answers.others(student) & self.sheets.keys()):
            names = self.answers.names(student, other)
            shared = [test for test in self.tests if answers_used(test.source) <= names]
            trial = tried_on(sheet, self.sheets[other], shared).where_they_differ()
            if self.sheets[other].number != sheet.number and trial.fits_better:
                names = frozenset().union(*(answers_used(test.source) for test in trial.tests))
                expected = self.answers.chance(student, names) * pairs
                tried = FEW_RANDOM if expected < FEWER_EQUAL else 0
                found.append(_fit(trial, names, (trial.as_good(self.cases, tried, tried), tried), expected))
        return found

    def best(self, student: str) -> str | None:
        """Return whose case all answers fit best, if clearly better than the student's own."""
        sheet = self.sheets[student]
        trials = [tried_on(sheet, other, self.tests) for other in self.sheets.values() if other.number != sheet.number]
        trial = max(trials, key=lambda trial: trial.there, default=None)
        return trial.other.student if trial and trial.fits_better else None

    def alone(self, student: str, others: Mapping[str, str], most: int, pairs: int) -> Fit | None:
        """Return the fit on the case of the student's other, unless `most` of many random cases are fitted as well."""
        other = others[student]
        trial = tried_on(self.sheets[student], self.sheets[other], self.tests)
        as_good = trial.as_good(self.cases, MOST_RANDOM, most)
        names = self.answers.names(student, other)
        expected = (as_good + 1) / (MOST_RANDOM + 1) * pairs
        return _fit(trial, names, (as_good, MOST_RANDOM), expected) if as_good < most else None


def _equal(look: Look, weak: Sequence[Sheet]) -> tuple[list[Fit], dict[str, str]]:
    """Return the pairs with equal answers that fit the other's case clearly better than the student's own."""
    pairs = len(weak) * (len(look.sheets) - 1)
    students = [sheet.student for sheet in weak if look.answers.others(sheet.student)]
    if students:
        look.cases.random(FEW_RANDOM - 1)  # drawn here, once, for all processes
    found, why = for_each(students, partial(_equal_of, look, pairs), "comparing its equal answers")
    return [fit for fits in found.values() for fit in fits], why


def _equal_of(look: Look, pairs: int, student: str) -> list[Fit]:
    return look.equal(student, pairs)


def _alone(look: Look, low: Sequence[Sheet], most: int) -> tuple[list[Fit], dict[str, str]]:
    """Return the pairs in which all answers fit the other's case as well as fewer than `most` of many random cases."""
    pairs = len(low) * (len(look.sheets) - 1)
    best, why = for_each([sheet.student for sheet in low], look.best, "trying its answers on the others' cases")
    others = {student: other for student, other in best.items() if other is not None}
    if others:
        look.cases.random(MOST_RANDOM - 1)  # drawn here, once, for all processes
    found, why_random = for_each(
        list(others),
        partial(look.alone, others=others, most=most, pairs=pairs),
        "trying its answers on random cases",
    )
    return [fit for fit in found.values() if fit is not None], {**why, **why_random}


def _fit(trial: Trial, names: frozenset[str], as_good: tuple[int, int], expected: float) -> Fit:
    who = trial.sheet.student, trial.other.student
    return Fit(*who, tuple(sorted(names)), trial.own, trial.there, trial.points, *as_good, expected)
