"""A report: what a student reads, as text and as HTML that is safe whatever a student wrote."""

from dataclasses import dataclass
from enum import StrEnum

from ...negotiation.sentence import ENGLISH, in_language
from ..sentence import Sentence
from ..templates import render
from .exhibits import Exhibit


class Tone(StrEnum):
    """What a finding is about; its sign and its word say so without colour."""

    GAINED = "gained"
    LOST = "lost"
    UNREAD = "not read"
    NOTE = "note"
    TALLY = "in all"


SIGNS = {Tone.GAINED: "✓", Tone.LOST: "✗", Tone.UNREAD: "✗", Tone.NOTE: "•", Tone.TALLY: "•"}


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

    def in_language(self, language: str) -> "Finding":
        """Return the finding as it is said in a language."""
        return Finding(self.tone, in_language(self.sentence, language))


@dataclass(frozen=True, slots=True)
class Report:
    """A headline, its findings and exhibits; in HTML, what came from a student is escaped."""

    headline: str
    findings: tuple[Finding, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    language: str = ENGLISH

    def in_language(self, language: str) -> "Report":
        """Return the report as it is told in a language; what has no other words stays as it is."""
        findings = tuple(finding.in_language(language) for finding in self.findings)
        exhibits = tuple(exhibit.in_language(language) for exhibit in self.exhibits)
        return Report(in_language(self.headline, language), findings, exhibits, language)

    def __repr__(self) -> str:
        return "\n".join([self.headline, *map(str, self.findings), *(exhibit.text() for exhibit in self.exhibits)])

    def _repr_html_(self) -> str:
        tones = {tone: in_language(Sentence(f"tone.{tone.name.lower()}"), self.language) for tone in Tone}
        return str(render(__package__, "report.html", report=self, signs=SIGNS, tones=tones))
