"""The marks of a submission before it is marked again, and what is told where they change, are lost, or stay."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isclose

from ..class_run.stamps import Stamp
from ..kit_version import EARLIER, kit_named, kit_version
from ..submission.printable_names import quoted
from .judged import Judged, Part, outlived

SAME = 0.005  # marks that look the same
LOST = (
    "the gradebook held no marks of this submission any more, so it was marked anew; give again what was given by "
    "hand, or, where the student has left, move the folder out of submitted."
)


@dataclass(frozen=True, slots=True)
class MarksBefore:
    """When it was marked, by which version and on whose case, and the points without a person's, None for none.

    `case_of` is the id on whose case it is marked now.
    """

    stamp: Stamp
    score: float | None
    case_of: str = ""

    @property
    def are_lost(self) -> bool:
        """Whether it was marked, and the gradebook knows nothing of it."""
        return bool(self.stamp.submission) and self.score is None

    def told(
        self, files: str, score: float | None, by_hand: Mapping[Part, Judged], by_hand_now: Mapping[Part, Judged]
    ) -> Iterator[str]:
        """Yield what is to be known of the marks now; `files` is the digest of what was marked."""
        if self.are_lost:
            yield LOST
        if self.stamp.submission.startswith(files) and not _equal(self.score, score):
            yield f"the same files were marked {self.score:g}, and now {score:g}, because {self._changed()}."
        yield from outlived(by_hand, by_hand_now)

    def _changed(self) -> str:
        kit = self.stamp.kit or EARLIER
        if self.stamp.case_of and self.case_of != self.stamp.case_of:
            return (
                f"they are marked on the case of {quoted(self.case_of)} now and were on that of "
                f"{quoted(self.stamp.case_of)}, as worked-as.csv and hub-names.csv say; see their lines"
            )
        if kit != kit_version():
            return f"{kit_named(kit)} marked them before"
        return "since then the exercise was generated anew, or another case counts (see worked-as.csv)"


def _equal(before: float | None, now: float | None) -> bool:
    return before is None or now is None or isclose(before, now, abs_tol=SAME)
