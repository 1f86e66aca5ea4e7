"""A mark: points, their maximum, and findings, each a sentence that names what gained or lost value."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape


class Tone(StrEnum):
    """What a finding is about; its sign and its word say so without colour."""

    GAINED = "gained"
    LOST = "lost"
    NOTE = "note"


SIGNS = {Tone.GAINED: "✓", Tone.LOST: "✗", Tone.NOTE: "•"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence for the student."""

    tone: Tone
    sentence: str

    def __str__(self) -> str:
        return f"{SIGNS[self.tone]} {self.text}"

    @property
    def text(self) -> str:
        """The sentence with a capital letter."""
        return self.sentence[:1].upper() + self.sentence[1:]


@dataclass(frozen=True, slots=True)
class Report:
    """A headline and its findings, as a student reads them; in HTML, what came from a student is escaped."""

    headline: str
    findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        return "\n".join([self.headline, *map(str, self.findings)])

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<li style="margin:.15em 0"><span aria-hidden="true">{SIGNS[f.tone]}</span> '
            f'<span style="position:absolute;clip-path:inset(50%)">{f.tone}:</span> {escape(f.text)}</li>'
            for f in self.findings
        )
        listed = f'<ul style="list-style:none;padding-left:.5em;margin:.25em 0">{rows}</ul>' if rows else ""
        return f"<div><strong>{escape(self.headline)}</strong>{listed}</div>"


@dataclass(frozen=True, slots=True)
class Mark:
    """Points out of a maximum, clamped to it, with the findings that explain them."""

    points: float
    maximum: float
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        """Keep the points between 0 and the maximum and round them to hundredths."""
        object.__setattr__(self, "points", float(round(min(max(self.points, 0.0), self.maximum), 2)))

    def report(self) -> Report:
        """Return what a student reads of the mark."""
        return Report(f"Mark for this part: {self.points:g} of {self.maximum:g}", self.findings)


def gained(sentence: str) -> Finding:
    """Return a finding about value that is there."""
    return Finding(Tone.GAINED, sentence)


def lost(sentence: str) -> Finding:
    """Return a finding about value that is missing."""
    return Finding(Tone.LOST, sentence)


def note(sentence: str) -> Finding:
    """Return a finding that changes no points."""
    return Finding(Tone.NOTE, sentence)
