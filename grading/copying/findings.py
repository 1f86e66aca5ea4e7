"""What a class's submissions to an assignment have in common that is worth a look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..dossiers.dossier import drawn_alike
from .cases import Cases
from .fits import Fits, find_fits
from .handed_in import HandedInByAll, is_written, read_class
from .sheets import OtherId, Sheet, marked_sheets
from .texts import Alike, Run, alike, runs_of, words_of


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, in how many submissions; `fits` is None where the case is the same for all.

    `unreadable` are those who could not be compared, with the reason.
    """

    assignment: str
    read: int
    missing: tuple[str, ...]
    unreadable: Mapping[str, str]
    other_ids: tuple[OtherId, ...]
    fits: Fits | None
    texts: tuple[Alike, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not (self.other_ids or self.texts or (self.fits and (self.fits.equal or self.fits.alone)))


def look_through(course: Path, assignment: str) -> Findings:
    """Compare all submissions; raise NegotiationError with one sentence where that is not possible."""
    everyone = read_class(course, assignment)
    sheets: list[Sheet] = []
    others: list[OtherId] = []
    fits = None
    if everyone.exercise.named.has_variants:
        cases = Cases(course, assignment, everyone.exercise.named, everyone.everybody)
        sheets, others = marked_sheets(everyone, cases)
        fits = find_fits(everyone, sheets, cases)
    texts = tuple(_texts(everyone, sheets))
    count = len(everyone.read)
    return Findings(assignment, count, everyone.missing, everyone.unreadable, tuple(others), fits, texts)


def _texts(everyone: HandedInByAll, sheets: Sequence[Sheet]) -> list[Alike]:
    """Return the written answers that are alike, beyond what stands in the exercise and in the own case."""
    cells = [cell.name for cell in everyone.exercise.cells if is_written(cell)]
    common = set().union(*(runs_of(words_of(cell.source)) for cell in everyone.exercise.cells))
    if sheets:
        given = {sheet.student: common | _runs_in(sheet.opened) for sheet in sheets}
    else:
        common |= _runs_in(drawn_alike(everyone.exercise.named))
        given = {one.student: common for one in everyone.read}
    by_cell = {name: {one.student: one.texts[name] for one in everyone.read} for name in cells}
    return [pair for name, texts in by_cell.items() for pair in alike(name, texts, given)]


def _runs_in(opened: object) -> set[Run]:
    """Return the runs of words in a case and its material; what a value looks like holds all of its texts."""
    return runs_of(words_of(repr(opened)))
