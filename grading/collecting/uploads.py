"""Which of a student's uploads are taken: of each file the newest."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..submission.printable_names import quoted, quoted_all


@dataclass(frozen=True, slots=True)
class Claim:
    """A file of a student, and what nbgrader is told of it."""

    file: Path
    found: dict[str, Any]

    @property
    def student(self) -> str:
        """The student's id."""
        return str(self.found["student_id"])

    @property
    def place(self) -> str:
        """Where nbgrader would put it within the submission."""
        return str(os.path.splitext(self.found["file_id"])[0]) + self.file.suffix  # noqa: PTH122  # as nbgrader does


def settled(claims: Iterable[Claim]) -> tuple[list[Claim], list[str]]:
    """Return the files to take, at most one for each place, and sentences about those in a student's name left out."""
    chosen: list[Claim] = []
    told: list[str] = []
    by_student: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_student[claim.student].append(claim)
    for student, own in by_student.items():
        newest, unclear = _newest(own)
        chosen += newest
        if unclear:
            told.append(
                f"{quoted_all(unclear)}: all would be one file of {quoted(student)}, and none was collected, "
                "for no time tells which is the newest."
            )
    return chosen, told


def _newest(claims: list[Claim]) -> tuple[list[Claim], list[str]]:
    """Return the newest claim to each place, and the names of claims to a place where no single one is the newest."""
    by_place: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_place[claim.place].append(claim)
    chosen, unclear = [], []
    for place, own in by_place.items():
        times = [claim.found["timestamp"] for claim in own]
        if any(str(folder) in by_place for folder in Path(place).parents) or (len(own) > 1 and None in times):
            unclear += [claim.file.name for claim in own]
        else:
            chosen.append(max(own, key=lambda claim: claim.found["timestamp"] or datetime.min))
    return chosen, unclear
