"""Answers that fit another student's case clearly better than the own: equal ones, and any in a small class."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from tqdm import tqdm

from ..record import RecordedCell
from .cases import MOST_RANDOM, Cases
from .equal import EqualAnswers
from .handed_in import HandedInByAll
from .sheets import BETTER, Marks, Sheet, answers_used, marks_on, points_of, tests_of

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
    tried_alone: bool = False


def find_fits(everyone: HandedInByAll, sheets: Sequence[Sheet], cases: Cases) -> Fits:
    """Return the pairs in which one student's answers fit the other's case clearly better."""
    if len(sheets) < 2:  # noqa: PLR2004  # a pair
        return Fits()
    tests = tests_of(everyone.exercise)
    equal = EqualAnswers(everyone.read, everyone.exercise.named)
    weak = [sheet for sheet in sheets if sheet.total <= WEAK * points_of(tests)]
    found = list(_equal(tests, weak, {sheet.student: sheet for sheet in sheets}, equal, cases))
    listed = sorted((fit for fit in found if fit.expected < FEWER_EQUAL), key=lambda fit: fit.expected)
    known = {fit.student for fit in listed}
    low = [sheet for sheet in sheets if sheet.total < LOW * points_of(tests) and sheet.student not in known]
    pairs = len(low) * (len(sheets) - 1)
    tried = pairs / (MOST_RANDOM + 1) < FEWER_FITS
    alone = list(_alone(tests, low, sheets, equal, cases)) if tried else []
    return Fits(tuple(listed), tuple(alone), len(found) - len(listed), tried)


def _equal(
    tests: Sequence[RecordedCell], weak: list[Sheet], sheets: dict[str, Sheet], equal: EqualAnswers, cases: Cases
) -> Iterator[Fit]:
    """Yield the pairs with equal answers that fit the other's case clearly better than the own."""
    pairs = len(weak) * (len(sheets) - 1)
    for sheet in tqdm(weak, desc="equal answers", unit="", ncols=79, mininterval=1, disable=None):
        for other in sorted(equal.others(sheet.student)):
            names = equal.names(sheet.student, other)
            shared = [test for test in tests if answers_used(test.source) <= names]
            if sheets[other].number == sheet.number or not shared:
                continue
            there = marks_on(shared, sheet.handed_in.answers, sheets[other].opened)
            counted = [test for test in shared if there[test.name] != sheet.marks[test.name]]
            names &= frozenset().union(*(answers_used(test.source) for test in counted))
            expected = equal.chance(sheet.student, names) * pairs
            if counted and _is_better(counted, sheet.marks, there):
                tried = FEW_RANDOM if expected < FEWER_EQUAL else 0
                yield _fit(sheet, other, names, counted, there, (_as_good(sheet, counted, there, cases, tried), tried), expected)


def _alone(
    tests: Sequence[RecordedCell], low: list[Sheet], sheets: Sequence[Sheet], equal: EqualAnswers, cases: Cases
) -> Iterator[Fit]:
    """Yield the pairs in which all answers together fit the other's case, as hardly any of many random cases."""
    pairs = len(low) * (len(sheets) - 1)
    for sheet in tqdm(low, desc="other cases", unit="", ncols=79, mininterval=1, disable=None):
        others = [other for other in sheets if other.number != sheet.number]
        on_others = {o.student: marks_on(tests, sheet.handed_in.answers, o.opened) for o in others}
        other = max(on_others, key=lambda student: sum(on_others[student].values()), default="")
        if not other or not _is_better(tests, sheet.marks, on_others[other]):
            continue
        most = next(n for n in count() if (n + 1) / (MOST_RANDOM + 1) * pairs >= FEWER_FITS)
        as_good = _as_good(sheet, tests, on_others[other], cases, MOST_RANDOM, most)
        if as_good < most:
            names = equal.names(sheet.student, other)
            expected = (as_good + 1) / (MOST_RANDOM + 1) * pairs
            yield _fit(sheet, other, names, tests, on_others[other], (as_good, MOST_RANDOM), expected)


def _is_better(tests: Sequence[RecordedCell], own: Marks, there: Marks) -> bool:
    return sum(there[test.name] - own[test.name] for test in tests) >= BETTER * points_of(tests)


def _as_good(
    sheet: Sheet, tests: Sequence[RecordedCell], there: Marks, cases: Cases, tried: int, most: int = MOST_RANDOM
) -> int:
    """Return on how many random cases the answers would be marked as high; stop where it is `most`."""
    wanted, found = sum(there[test.name] for test in tests), 0
    for number in range(tried):
        marks = marks_on(tests, sheet.handed_in.answers, cases.random(number))
        found += sum(marks.values()) >= wanted
        if found >= most:
            break
    return found


def _fit(  # noqa: PLR0913, PLR0917
    sheet: Sheet,
    other: str,
    names: frozenset[str],
    tests: Sequence[RecordedCell],
    there: Marks,
    chance: tuple[int, int],
    expected: float,
) -> Fit:
    own = sum(sheet.marks[test.name] for test in tests)
    better = sum(there[test.name] for test in tests)
    return Fit(sheet.student, other, tuple(sorted(names)), own, better, points_of(tests), *chance, expected)
