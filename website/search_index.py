"""What a search looks through: each section of lessons and exercises, the glossary and the bibliography, as text."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape

from ..lessons.pages import ENGLISH
from .exercise import Exercise
from .glossary import terms
from .lesson import Lesson
from .reading_pages import BIBLIOGRAPHY, bibliography
from .site_words import site_words
from .text import anchor, html_of

FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
TAG = re.compile(r"</?(?P<name>\w+)[^>]*>")
INLINE = {"a", "code", "em", "strong", "span"}
ENTRY = re.compile(r"^### ([^\n]+)\n(.+?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
Section = tuple[str, str, str, str]
"""A page's title, the address of a section of it, the language and the text of that."""


def search_index(language: str, lessons: Iterable[Lesson], exercises: Iterable[Exercise]) -> bytes:
    """Return the sections of a language's pages as JSON; what is folded until after a bet is left out."""
    return json.dumps([*_sections(language, list(lessons), exercises)], ensure_ascii=False).encode()


def plain(html: str) -> str:
    """Return the text of HTML, without what is folded away."""
    text = TAG.sub(lambda tag: "" if tag["name"] in INLINE else " ", FOLDED.sub(" ", html))
    return " ".join(unescape(text).split())


def _sections(language: str, lessons: list[Lesson], exercises: Iterable[Exercise]) -> Iterator[Section]:
    said = site_words(language)
    for term in terms(lessons):
        place = f"glossary.html#{term.anchor}"
        yield f"{said['glossary']}: {term.name}", place, term.lesson.language, plain(term.sentence)
    for lesson in lessons:
        texts = [(cell.id, cell.source) for cell in lesson.cells if not cell.is_code]
        yield from _page(lesson.title, lesson.page, lesson.language, texts)
    for exercise in exercises:
        texts = [(cell.id, cell.source) for cell in exercise.cells if cell.kind == "text"]
        yield from _page(exercise.title, exercise.page, ENGLISH, texts)
    for name, told in ENTRY.findall(bibliography()):
        title = f"{said['bibliography']}: {name}"
        yield title, f"{BIBLIOGRAPHY}#{anchor(name)}", ENGLISH, plain(html_of(told, {}))


def _page(title: str, page: str, language: str, cells: Iterable[tuple[str, str]]) -> Iterator[Section]:
    for cell, source in cells:
        if text := plain(html_of(source, site_words(language)["instead"])):
            yield title, f"{page}#{anchor(cell)}", language, text
