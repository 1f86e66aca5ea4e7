"""The marks of a submission before it is marked again, and what is told where they change, are lost, or stay."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, astuple, dataclass, field
from math import isclose
from pathlib import Path

from ..atomic_files import write_whole
from ..class_run.stamps import Stamp, kept_file
from ..kit_version import EARLIER, kit_named, kit_version
from ..submission.printable_names import quoted
from .grade_rows import Part
from .judged import Judged, outlived

SAME = 0.005  # marks that look the same
LOST = (
    "the gradebook held no marks of this submission any more, so it was marked again; give again what was given by "
    "hand, or, where the student has left, move the folder out of submitted."
)


@dataclass(frozen=True, slots=True)
class MarksBefore:
    """When it was marked, by which version and on whose case, the points without a person's, and a person's.

    `score` is None where there is none.
    """

    stamp: Stamp
    score: float | None
    by_hand: Mapping[Part, Judged] = field(default_factory=dict)

    @property
    def are_lost(self) -> bool:
        """Whether it was marked, and the gradebook knows nothing of it."""
        return bool(self.stamp.submission) and self.score is None

    def told(self, files: str, case_of: str, score: float | None, by_hand: Mapping[Part, Judged]) -> Iterator[str]:
        """Yield what is to be known of the marks now; `files` is the digest of what was marked on the case of whom."""
        if self.are_lost:
            yield LOST
        if self.stamp.is_of(files) and not _equal(self.score, score):
            yield f"the same files were marked {self.score:g}, and now {score:g}, because {self._changed(case_of)}."
        yield from outlived(self.by_hand, by_hand)

    def _changed(self, case_of: str) -> str:
        kit = self.stamp.kit or EARLIER
        if self.stamp.case_of and case_of != self.stamp.case_of:
            return (
                f"they are marked on the case of {quoted(case_of)} now and were on that of "
                f"{quoted(self.stamp.case_of)}, as worked-as.csv and hub-names.csv say; see their lines"
            )
        if kit != kit_version():
            return f"{kit_named(kit)} marked them before"
        return "since then the exercise was generated again, or another case counts (see worked-as.csv)"


def note_file(course: Path, submission: Path) -> Path:
    """Return where the marks before a submission's marking are noted, as long as that is not over."""
    return kept_file(course, "marks-before", submission)


def note_marks_before(file: Path, marks: MarksBefore) -> None:
    """Note them until what has changed is told: marking may be ended after the gradebook holds the new ones."""
    by_hand = [(*part, *astuple(mark)) for part, mark in marks.by_hand.items()]
    write_whole(file, json.dumps({"stamp": asdict(marks.stamp), "score": marks.score, "by_hand": by_hand}).encode())


def noted_marks_before(file: Path) -> MarksBefore | None:
    """Return the marks before a marking that was ended too early, None where there was none."""
    try:
        noted = json.loads(file.read_text(encoding="utf-8"))
        by_hand = {(notebook, cell): Judged(*mark) for notebook, cell, *mark in noted["by_hand"]}
        return MarksBefore(Stamp(**noted["stamp"]), noted["score"], by_hand)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _equal(before: float | None, now: float | None) -> bool:
    return before is None or now is None or isclose(before, now, abs_tol=SAME)
