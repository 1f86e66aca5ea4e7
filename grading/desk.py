"""The desk: the checks and marks of one student's exercise, under the names that notebooks use."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from textwrap import fill
from types import MappingProxyType
from typing import Any

from ..answers.answer import Answer
from ..negotiation import Case, NegotiationError, Offer, OfferLog
from . import rubrics
from .checks import CHECKS, Check
from .dossiers.dossier import Opened, seen_by
from .dossiers.shown import shown_material
from .report.mark import Mark, note
from .report.report import Report

ANSWER_NAMES = tuple(CHECKS)
WIDTH = 78  # of the box in which Validate shows a sentence
MARKS_COME = Report("Marks come with your feedback, after the due date; the check above tells what can be told before.")
Material = Any  # what an exercise adds to its case: an offer log, a signed deal, questions, statements

MARKS = MappingProxyType[str, Callable[..., Mark]](
    {
        "labels": lambda case, party, answer, points: rubrics.mark_labels(case, answer, points),
        "package": lambda case, party, answer, points: rubrics.mark_package(case, answer, party, points),
        "packages": lambda case, party, answer, points: rubrics.mark_packages(case, answer, party, points),
        "links": lambda case, party, answer, points: rubrics.mark_links(case, answer, party, points),
        "sorts": lambda case, party, answer, points, truth: rubrics.mark_sorts(answer, truth, points),
        "remarks": lambda case, party, answer, points, truth: rubrics.mark_sorts(
            answer, truth, points, rubrics.REMARK_KINDS, "remark"
        ),
        "steps": lambda case, party, answer, points, log: rubrics.mark_steps(case, log, answer, points),
        "changes": lambda case, party, answer, points, log: rubrics.mark_step_changes(case, log, answer, points),
        "balance": lambda case, party, answer, points, log: rubrics.mark_balance(case, log, answer, points),
        "offer": lambda case, party, answer, points, log: rubrics.mark_next_offer(case, log, answer, party, points),
        "questions": lambda case, party, answer, points, questions: rubrics.mark_questions(
            case, questions, answer, party, points
        ),
        "priorities": lambda case, party, answer, points, of_party: rubrics.mark_priorities(
            case, of_party, answer, points
        ),
        "improved": lambda case, party, answer, points, signed: rubrics.mark_improved(
            case, signed if isinstance(signed, tuple) else case.package(signed), answer, party, points
        ),
        "trade": lambda case, party, answer, points, package: rubrics.mark_trade(case, answer, package, party, points),
        "authored_case": lambda case, party, answer, points: rubrics.mark_authored_case(answer, points),
    }
)
"""The rubric for each answer, by the answer's name."""


class NotReadyError(NegotiationError):
    """Something that must be mended first; Jupyter shows its sentences without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [fill(line, WIDTH, subsequent_indent="  ") for line in str(self).splitlines()]


@dataclass(frozen=True, slots=True)
class Desk:
    """One case with its material, seen from one party's side, and ways to show a report and a mark.

    A check is given the case as the party knows it, also when the instructor's run it: what it says cannot depend on
    the other side's points. With `gives_marks` off, as in a student's notebook of a course, nothing is marked.
    """

    opened: Opened
    show: Callable[[Report], None]
    show_mark: Callable[[Mark], None]
    gives_marks: bool = True

    def names(self) -> dict[str, Callable[..., Any]]:
        """Return what an exercise's cells call: `check_NAME(answer)`, `grade_NAME(answer, points=…)`, `offer_log`.

        Some take the exercise's material by name, such as `grade_offer(offer, points=30, log=log)`, and each may be
        about another case than the student's own: `check_steps(steps, log=minutes.log, case=minutes.case)`. The
        names `case`, `party`, those of the material, and `show_…` for each sort of it are there, too.
        """
        opened = self.opened
        checks = {f"check_{name}": partial(self._check, check) for name, check in CHECKS.items()}
        grade = self._grade if self.gives_marks else self._say_when
        grades = {f"grade_{name}": partial(grade, mark) for name, mark in MARKS.items()}
        shows = {f"show_{name}": partial(self._show, name) for name in opened.material}
        own = {"case": opened.case, "party": opened.case.party(opened.party), "offer_log": self.offer_log}
        return {**checks, **grades, **shows, **opened.material, **own}

    def offer_log(self, *offers: tuple[str, Mapping[str, str]]) -> OfferLog:
        """Return an offer log from pairs of a party's name and its package as issue → option."""
        case = self.opened.case
        return tuple(Offer(case.party(party).name, case.package(options)) for party, options in offers)

    def _show(self, name: str) -> None:
        """Show the material of that name."""
        self.show(shown_material(self.opened, name))

    def _grade(
        self, mark: Callable[..., Mark], answer: Answer, points: float, case: Case | None = None, **material: Material
    ) -> float:
        """Show the mark and return its points."""
        given = mark(case or self.opened.case, self.opened.party, answer, points, **material)
        self.show_mark(given)
        return given.points

    def _say_when(self, *_: Material, **__: Material) -> None:
        """Say when marks come: who may change an answer still must not be able to try it."""
        self.show(MARKS_COME)

    def _check(
        self, check: Callable[..., Check], answer: Answer, case: Case | None = None, **material: Material
    ) -> None:
        """Show what was understood; under nbgrader's Validate, fail where something is wrong, so that it says so."""
        party = self.opened.party
        understood = check(case or seen_by(party, self.opened.case), party, answer, **material)
        if understood.problems and os.environ.get("NBGRADER_EXECUTION") == "validate":
            raise NotReadyError(repr(understood.report()))
        report = understood.report()
        noted = (note(answer.note),) if answer.note else ()
        self.show(replace(report, findings=(*report.findings, *noted)))
