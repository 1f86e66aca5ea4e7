"""An open exercise: one student's case and material, and the names that its cells use, `check` and `grade` first."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from textwrap import fill
from typing import Any

from ..answers.answer import Answer
from ..negotiation import Case, NegotiationError, Offer, OfferLog
from .dossiers.dossier import Opened, seen_by
from .dossiers.material_report import material_report
from .marks_so_far import MarksSoFar
from .names_of_0_1 import names_of_0_1
from .report.mark import Mark, note
from .report.report import Report
from .rubrics import RUBRICS
from .rubrics.above import beginning_above
from .rubrics.rubric import Rubric
from .sentence import Sentence

ANSWER_NAMES = tuple(RUBRICS)
WIDTH = 78  # of the box in which Validate shows a sentence
MARKS_COME = Report("Marks come with your feedback, after the due date; the check above tells what can be told before.")
Material = Any  # what an exercise adds to its case: an offer log, a signed deal, questions, statements


class NotReadyError(NegotiationError):
    """Something that must be mended first; Jupyter shows its sentences without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [fill(line, WIDTH, subsequent_indent="  ") for line in str(self).splitlines()]


@dataclass(frozen=True, slots=True)
class Exercise:
    """One case with its material, seen from one party's side, and ways to show a report and a mark.

    With `gives_marks` off, as in a student's notebook of a course, nothing is marked. `marks` are those given so far.
    """

    opened: Opened
    show: Callable[[Report], None]
    show_mark: Callable[[Mark], None]
    gives_marks: bool = True
    marks: MarksSoFar = field(default_factory=MarksSoFar)

    def names(self) -> dict[str, Any]:
        """Return what an exercise's cells use: `check`, `grade`, `marks`, `offer_log`, `case`, `party`, its material.

        For each sort of material there is `show_…`, too.
        """
        opened = self.opened
        shows = {f"show_{name}": partial(self._show, name) for name in opened.material}
        own = {"case": opened.case, "party": opened.case.party(opened.party), "offer_log": self.offer_log}
        grade, grade_by = (self.grade, self.grade_by) if self.gives_marks else (self.say_when, self.say_when)
        both = {"check": self.check, "grade": grade, "marks": self.marks}
        return {**names_of_0_1(self.check_by, grade_by), **both, **shows, **opened.material, **own}

    def check(self, answer: Answer, case: Case | None = None, **material: Material) -> None:
        """Show what was understood of an answer; under nbgrader's Validate, fail where something is wrong.

        Some kinds of answer take the exercise's material by name, `check(steps, log=minutes.log)`, and each may be
        about another case than the student's own: `case=minutes.case`. A check is given the case as the party knows
        it, also when the instructor's run it: what it says cannot depend on the other side's points.
        """
        self.check_by(_rubric(answer), answer, case, **material)

    def grade(self, answer: Answer, points: float, case: Case | None = None, **material: Material) -> float:
        """Show the mark and return its points.

        With `above=60` among the material, marks begin above 60 of 100: what a guess can reach earns nothing.
        """
        return self.grade_by(_rubric(answer), answer, points, case, **material)

    def check_by(self, rubric: Rubric, answer: Answer, case: Case | None = None, **material: Material) -> None:
        """Show what a rubric understood of an answer."""
        party = self.opened.party
        understood = rubric.check(case or seen_by(party, self.opened.case), party, answer, **material)
        if (understood.unread or understood.advice) and os.environ.get("NBGRADER_EXECUTION") == "validate":
            raise NotReadyError(repr(understood.report()))
        report = understood.report()
        noted = (note(answer.note),) if answer.note else ()
        self.show(replace(report, findings=(*report.findings, *noted)))

    def grade_by(
        self,
        rubric: Rubric,
        answer: Answer,
        points: float,
        case: Case | None = None,
        above: float = 0,
        **material: Material,
    ) -> float:
        """Show a rubric's mark of an answer, which begins `above` so many of 100, and return its points."""
        whole = rubric.mark(case or self.opened.case, self.opened.party, answer, points, **material)
        given = beginning_above(whole, above)
        self.marks.note(answer.name, given)
        self.show_mark(given)
        return given.points

    def say_when(self, *_: Material, **__: Material) -> None:
        """Say when marks come: who may change an answer still must not be able to try it."""
        self.show(MARKS_COME)

    def offer_log(self, *offers: tuple[str, Mapping[str, str]]) -> OfferLog:
        """Return an offer log from pairs of a party's name and its package as issue → option."""
        case = self.opened.case
        return tuple(Offer(case.party(party).name, case.package(options)) for party, options in offers)

    def _show(self, name: str) -> None:
        """Show the material of that name."""
        self.show(material_report(self.opened, name))


def _rubric(answer: Answer) -> Rubric:
    """Return the rubric of an answer; raise NotReadyError where something else stands under its name."""
    if not isinstance(answer, Answer):
        raise NotReadyError(Sentence("no_answer"))
    return RUBRICS[answer.name]
