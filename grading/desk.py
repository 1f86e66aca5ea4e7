"""The desk: the checks and marks of one student's exercise, under the names that notebooks use."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from ..negotiation import Case, NegotiationError
from .answers import Answer
from .mark import Mark, lost, note
from .report import Report
from .rubrics import mark_labels, mark_package, read_labels, read_package

ANSWER_NAMES = ("labels", "package")
WIDTH = 78  # of the box in which Validate shows a sentence


class NotReadyError(NegotiationError):
    """Something that must be mended first; Jupyter shows its sentences without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [fill(line, WIDTH, subsequent_indent="  ") for line in str(self).splitlines()]


@dataclass(frozen=True, slots=True)
class Desk:
    """One case, seen from one party's side, and a way to show things."""

    case: Case
    party: str
    show: Callable[[Report], None]
    show_mark: Callable[[Mark], None]

    def names(self) -> dict[str, Callable[..., Any]]:
        """Return the functions that an exercise's cells call."""
        return {
            "check_labels": self.check_labels,
            "grade_labels": self.grade_labels,
            "check_package": self.check_package,
            "grade_package": self.grade_package,
        }

    def check_labels(self, answer: Answer) -> None:
        """Show which issues are labelled; whether they are labelled right is not said."""
        labels = read_labels(self.case, answer)
        said = [f"{i.name}: {k}" for i, k in zip(self.case.issues, labels.values, strict=True) if k is not None]
        self._report(f"{len(said)} of {len(self.case.issues)} issues labelled", said, labels.problems)

    def check_package(self, answer: Answer) -> None:
        """Show the package and what it is worth to the student's own side."""
        reading = read_package(self.case, answer)
        package = reading.complete
        if package is None:
            self._report("This is not yet a package", [], reading.problems)
            return
        own = self.case.party(self.party)
        payoff = own.payoff(package)
        said = [f"{issue}: {option}" for issue, option in self.case.in_words(package).items()]
        problems = list(reading.problems)
        if payoff < own.reservation_value:
            problems.append("your alternative is worth more to you than this package; ask for more.")
        headline = f"{payoff} points for you; your alternative is worth {own.reservation_value}"
        self._report(headline, said, tuple(problems))

    def grade_labels(self, answer: Answer, points: float) -> float:
        """Show the mark of the labels and return its points."""
        return self._marked(mark_labels(self.case, answer, points))

    def grade_package(self, answer: Answer, points: float) -> float:
        """Show the mark of the package and return its points."""
        return self._marked(mark_package(self.case, answer, self.party, points))

    def _marked(self, mark: Mark) -> float:
        self.show_mark(mark)
        return mark.points

    def _report(self, headline: str, said: list[str], problems: tuple[str, ...] | list[str]) -> None:
        """Show what was understood; under nbgrader's Validate, fail where something is wrong, so that it says so."""
        understood = Report(headline, (*map(note, said), *map(lost, problems)))
        if problems and os.environ.get("NBGRADER_EXECUTION") == "validate":
            raise NotReadyError(repr(understood))
        self.show(understood)
