"""A mark: points, their maximum, findings and exhibits."""

from dataclasses import dataclass

from ..sentence import Sentence
from .exhibits import Exhibit
from .report import Finding, Report, Tone

WAITING = Report("This part is marked. You will see the mark, and what it rests on, after the due date.")
"""What a student reads of a mark before: one and the same, whatever was answered and whatever the other side wants."""

SHORTEST = (Tone.TALLY, Tone.LOST, Tone.UNREAD, Tone.GAINED, Tone.NOTE)
"""By which sort of finding a mark is told in one sentence."""


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

    @property
    def in_short(self) -> str:
        """The one sentence that says most of the mark: its tally, else what was lost first, else what was gained."""
        ranked = sorted(self.findings, key=lambda found: SHORTEST.index(found.tone))
        return ranked[0].text if ranked else ""

    def report(self) -> Report:
        """Return what a student reads of the mark when it is told."""
        headline = Sentence("mark.headline", points=self.points, maximum=self.maximum)
        return Report(headline, self.findings, self.exhibits)


def gained(sentence: str) -> Finding:
    """Return a finding about value that is there."""
    return Finding(Tone.GAINED, sentence)


def lost(sentence: str) -> Finding:
    """Return a finding about value that is missing."""
    return Finding(Tone.LOST, sentence)


def unread(sentence: str) -> Finding:
    """Return a finding about something written that could not be read."""
    return Finding(Tone.UNREAD, sentence)


def note(sentence: str) -> Finding:
    """Return a finding that changes no points."""
    return Finding(Tone.NOTE, sentence)


def tally(sentence: str) -> Finding:
    """Return a finding that counts what was right."""
    return Finding(Tone.TALLY, sentence)
