"""A report: what a student reads, as text and as HTML that is safe whatever a student wrote."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from .exhibits import Exhibit


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
    """A headline, its findings and exhibits; in HTML, what came from a student is escaped."""

    headline: str
    findings: tuple[Finding, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()

    def __repr__(self) -> str:
        return "\n".join([self.headline, *map(str, self.findings), *(exhibit.text() for exhibit in self.exhibits)])

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<li style="margin:.15em 0"><span aria-hidden="true">{SIGNS[f.tone]}</span> '
            f'<span style="position:absolute;clip-path:inset(50%)">{f.tone}:</span> {escape(f.text)}</li>'
            for f in self.findings
        )
        listed = f'<ul style="list-style:none;padding-left:.5em;margin:.25em 0">{rows}</ul>' if rows else ""
        shown = "".join(exhibit.html() for exhibit in self.exhibits)
        return f"<div><strong>{escape(self.headline)}</strong>{listed}{shown}</div>"
