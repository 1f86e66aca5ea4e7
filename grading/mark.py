"""A mark: points, their maximum, findings and exhibits; each says what may be told while the other side is secret."""

from dataclasses import dataclass, replace
from enum import StrEnum

from .exhibits import Exhibit
from .report import Finding, Report, Tone


class Diagnosis(StrEnum):
    """How much of the other side the feedback tells: everything, or hints only."""

    FULL = "full"
    HINTS = "hints"


@dataclass(frozen=True, slots=True)
class Mark:
    """Points out of a maximum, clamped to it, with the findings and exhibits that explain them."""

    points: float
    maximum: float
    findings: tuple[Finding, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()

    def __post_init__(self) -> None:
        """Keep the points between 0 and the maximum and round them to hundredths."""
        object.__setattr__(self, "points", float(round(min(max(self.points, 0.0), self.maximum), 2)))

    def report(self, diagnosis: Diagnosis = Diagnosis.FULL) -> Report:
        """Return what a student reads of the mark; in hints mode only what was said to be no secret."""
        headline = f"Mark for this part: {self.points:g} of {self.maximum:g}"
        if diagnosis is Diagnosis.FULL:
            return Report(headline, self.findings, self.exhibits)
        hints = tuple(replace(finding, sentence=finding.hint) for finding in self.findings if finding.hint)
        shown = (exhibit.hint() for exhibit in self.exhibits)
        return Report(headline, hints, tuple(exhibit for exhibit in shown if exhibit is not None))


def gained(sentence: str, hint: str = "") -> Finding:
    """Return a finding about value that is there; `hint` is what may be said of it while the other side is secret."""
    return Finding(Tone.GAINED, sentence, hint)


def lost(sentence: str, hint: str = "") -> Finding:
    """Return a finding about value that is missing; `hint` as in `gained`."""
    return Finding(Tone.LOST, sentence, hint)


def note(sentence: str, hint: str = "") -> Finding:
    """Return a finding that changes no points; `hint` as in `gained`."""
    return Finding(Tone.NOTE, sentence, hint)


def public(finding: Finding) -> Finding:
    """Return the finding as one that tells nothing of the other side, so that it is always shown."""
    return replace(finding, hint=finding.sentence)
