"""The words of the course: each term that a lesson introduces, with the sentence that does so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from .lesson import Cell, Lesson
from .site_words import site_words
from .text import anchor, html_of

IN_BOLD = r" \*\*([\w -]+)\*\*"


@dataclass(frozen=True, slots=True)
class Term:
    """A term, the HTML of the sentence that introduces it, and where that stands."""

    name: str
    sentence: Markup
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
        turns = site_words(lesson.language)["terms"]
        for cell, line, before in _lines(lesson):
            for name in re.findall(turns["introduced_by"] + IN_BOLD, line):
                said = f"{before} {line}" if re.match(turns["refers_back"], line) else line
                found.setdefault(name.lower(), Term(name, _inline(said), lesson, anchor(cell.id)))
    return sorted(found.values(), key=lambda term: term.name.lower())


def _lines(lesson: Lesson) -> Iterator[tuple[Cell, str, str]]:
    """Yield each line of the text with its cell, and the line before it."""
    for cell in lesson.cells:
        lines = [] if cell.is_code else cell.source.split("\n")
        yield from ((cell, line, before) for before, line in zip(["", *lines], lines, strict=False))


def _inline(markdown: str) -> Markup:
    return Markup(html_of(markdown, {}).strip().removeprefix("<p>").removesuffix("</p>"))  # noqa: S704  # the kit's text
