"""The report in a few lines, for the terminal."""

from collections.abc import Sequence
from pathlib import Path

from ..counted import counted
from .findings import Findings
from .wording import names, uncompared


def summary(findings: Findings, file: Path) -> str:
    """Return how many were compared, what was found, and where it stands."""
    fits = findings.fits
    lines = [
        f"{findings.assignment}: {counted(findings.read, 'submission', 'submissions')} compared; no mark was changed.",
        *_people("handed in nothing", findings.missing),
        *_people("could not be compared", list(findings.unreadable)),
        *(f"  {line}" for line in uncompared(findings.unreadable)),
        *_people("could be compared in part only", list(findings.partly)),
        *(f"  {line}" for line in uncompared(findings.partly)),
        *_found(len(findings.other_ids), "submission fits", "submissions fit", "the case of another id"),
        *_found(len(fits.equal) if fits else 0, "pair has", "pairs have", "equal answers that fit one case only"),
        *_found(len(fits.alone) if fits else 0, "submission fits", "submissions fit", "another student's case better"),
        *_found(len(findings.texts), "pair or group has", "pairs or groups have", "written answers nearly the same"),
    ]
    if findings.is_empty:
        lines.append("Nothing was found that is worth a look.")
    else:
        lines.append("This may have innocent reasons; look at it together with the students.")
    return "\n".join([*lines, f"The report: {file}"])


def _people(what: str, students: Sequence[str]) -> list[str]:
    return [f"{len(students):,} {what}: {names(students)}"] if students else []


def _found(number: int, one: str, many: str, what: str) -> list[str]:
    return [f"{counted(number, one, many)} {what}."] if number else []
