"""The words of the course: each term that a lesson introduces, with the sentence that does so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .lesson import Lesson
from .text import anchor, html_of

INTRODUCED = re.compile(
    r"(?:(?:is|are) called|\bis your|\b(?:heißt|heißen)) (?:(?:an?|the|die|das|der) )?\*\*([\w -]+)\*\*"
)
HEADING = re.compile(r"^#{1,3} +(.+)$", re.MULTILINE)
REFERS_BACK = re.compile(r"(?:This|Such|What it|So etwas|Das|Dieser|Eine solche)\b")


@dataclass(frozen=True, slots=True)
class Term:
    """A term, the HTML of the sentence that introduces it, and where that stands."""

    name: str
    sentence: str
    lesson: Lesson
    section: str

    @property
    def anchor(self) -> str:
        """The id of its entry."""
        return anchor(self.name)


def terms(lessons: Iterable[Lesson]) -> list[Term]:
    """Return the terms in the order of the alphabet, each from where it comes first."""
    found: dict[str, Term] = {}
    for lesson in lessons:
        section = ""
        for line, before, heading in _lines(lesson):
            section = anchor(heading) or section
            for name in INTRODUCED.findall(line):
                said = f"{before} {line}" if REFERS_BACK.match(line) else line
                found.setdefault(name.lower(), Term(name, _inline(said), lesson, section))
    return sorted(found.values(), key=lambda term: term.name.lower())


def _lines(lesson: Lesson) -> Iterable[tuple[str, str, str]]:
    """Yield each line of the text, the one before it, and the heading that it is, or ""."""
    for cell in lesson.cells:
        before = ""
        for line in () if cell.is_code else cell.source.split("\n"):
            heading = HEADING.match(line)
            yield line, before, heading[1] if heading else ""
            before = line


def _inline(markdown: str) -> str:
    return html_of(markdown, {}).strip().removeprefix("<p>").removesuffix("</p>")
