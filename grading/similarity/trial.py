"""A trial: some answers of one student on another's case, against their own case and against random ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..nbgrader_adapter.record import RecordedCell
from .cases import Cases
from .sheets import BETTER, Marks, Sheet, marks_on, points_of

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Trial:
    """What the test cells that are looked at give a student's answers on the case of another."""

    sheet: Sheet
    other: Sheet
    tests: tuple[RecordedCell, ...]
    on_other: Marks

    @property
    def own(self) -> float:
        """The marks on the case that was worked on."""
        return sum(self.sheet.marks[test.name] for test in self.tests)

    @property
    def there(self) -> float:
        """The marks on the other's case."""
        return sum(self.on_other[test.name] for test in self.tests)

    @property
    def points(self) -> float:
        """The most that could be had."""
        return points_of(self.tests)

    @property
    def fits_better(self) -> bool:
        """Whether the other's case is fitted clearly better."""
        return bool(self.tests) and self.there - self.own >= BETTER * self.points

    def where_they_differ(self) -> "Trial":
        """Return the trial of those test cells alone that give other marks on the other's case."""
        kept = tuple(test for test in self.tests if self.on_other[test.name] != self.sheet.marks[test.name])
        return Trial(self.sheet, self.other, kept, self.on_other)

    def as_good(self, cases: Cases, tried: int, most: int) -> int:
        """Return on how many of `tried` random cases the marks are as high; stop counting at `most`."""
        found = 0
        for number in range(tried):
            marks = marks_on(self.tests, self.sheet.handed_in.answers, cases.random(number))
            found += sum(marks.values()) >= self.there - ROUNDING
            if found >= most:
                break
        return found


def tried_on(sheet: Sheet, other: Sheet, tests: Sequence[RecordedCell]) -> Trial:
    """Mark a student's answers on the case of another."""
    return Trial(sheet, other, tuple(tests), marks_on(tests, sheet.handed_in.answers, other.opened))
