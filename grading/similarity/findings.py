"""What a class's submissions to an assignment have in common that is worth a look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..dossiers.dossier import Opened, drawn_alike
from ..submission.notebook import said_of_left_out
from .cases import Cases
from .fits import Fits, find_fits
from .handed_in import HandedInByAll, is_written, read_class
from .sheets import OtherId, marked_sheets
from .texts import Alike, alike
from .words import Run, runs_of


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, in how many submissions; `fits` is None where the case is the same for all.

    `unreadable` are those who could not be compared, `partly` those who were in part only, with the reason.
    """

    assignment: str
    read: int
    missing: tuple[str, ...]
    unreadable: Mapping[str, str]
    other_ids: tuple[OtherId, ...]
    fits: Fits | None
    texts: tuple[Alike, ...]
    partly: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not (self.other_ids or self.texts or (self.fits and (self.fits.equal or self.fits.alone)))


def look_through(course: Path, assignment: str) -> Findings:
    """Compare all submissions; raise NegotiationError with one sentence where that is not possible."""
    everyone = read_class(course, assignment)
    others: list[OtherId] = []
    fits: Fits | None = None
    why: dict[str, str] = {}
    opened: dict[str, Opened] = {}
    if everyone.exercise.named.has_variants:
        cases = Cases(course, assignment, everyone.exercise.named, everyone.everybody)
        sheets, others, unmarked = marked_sheets(everyone, cases)
        fits, why = find_fits(everyone, sheets, cases)
        why = {**unmarked, **why}
        opened = {one.student: cases.opened(one.student) for one in everyone.read}
        opened |= {sheet.student: sheet.opened for sheet in sheets}
    texts = tuple(_texts(everyone, opened))
    count = len(everyone.read)
    return Findings(
        assignment, count, everyone.missing, everyone.unreadable, tuple(others), fits, texts, _partly(everyone, why)
    )


def _partly(everyone: HandedInByAll, why: Mapping[str, str]) -> dict[str, str]:
    """Return who was compared in part only: answers that took too much, or a notebook of more cells than are read."""
    left_out = {one.student: said_of_left_out(one.left_out) for one in everyone.read if one.left_out}
    both = {student: [said[student] for said in (why, left_out) if student in said] for student in {**why, **left_out}}
    return {student: " ".join(sentences) for student, sentences in both.items()}


def _texts(everyone: HandedInByAll, opened: Mapping[str, Opened]) -> list[Alike]:
    """Return the written answers that are alike, beyond what stands in the exercise and in the student's own case."""
    cells = [cell.name for cell in everyone.exercise.cells if is_written(cell)]
    common = set().union(*(runs_of(cell.source) for cell in everyone.exercise.cells))
    if opened:
        given = {student: common | _runs_in(case) for student, case in opened.items()}
    else:
        common |= _runs_in(drawn_alike(everyone.exercise.named))
        given = {one.student: common for one in everyone.read}
    by_cell = {name: {one.student: one.texts[name] for one in everyone.read} for name in cells}
    return [pair for name, texts in by_cell.items() for pair in alike(name, texts, given)]


def _runs_in(case: object) -> set[Run]:
    """Return the runs of words in a case and its material; what a value looks like holds all of its texts."""
    return runs_of(repr(case))
