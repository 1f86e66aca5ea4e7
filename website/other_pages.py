"""The pages beside the lessons: front page, glossary, exercises, search, conformance report, and how we know."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ..figures import payoff_plane
from ..grading.templates import render
from ..lessons.pages import ENGLISH
from ..negotiation import load_case
from ..widgets.course_map.progress import all_lessons
from .conformance import CONFORMANCE, conformance_page
from .exercise import Exercise
from .frame import framed
from .glossary import terms
from .lesson import Lesson
from .lesson_page import as_script
from .played import svg_and_sentence
from .proof import PROOF, proof_page
from .site_words import site_words

FOR_SEARCH = ("one_found", "many_found", "first_shown", "none_found", "no_index")


def other_pages(
    language: str, lessons: list[Lesson], exercises: list[Exercise], guide: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the pages by their names."""
    said = site_words(language)
    given: dict[str, dict[str, Any]] = {
        "front": {"lessons": lessons, "minutes": _minutes(), "plane": _plane(language), "guide": bool(guide)},
        "glossary": {"terms": terms(lessons)},
        "exercises": {"exercises": exercises},
        "search": {"page": as_script(_for_search(language))},
    }
    names = {"front": ("index.html", said["title"])}
    names |= {name: (f"{name}.html", said[name]) for name in ("glossary", "exercises", "search")}
    pages = {CONFORMANCE: conformance_page(), PROOF: proof_page()} if language == ENGLISH else {}
    return pages | {
        file: render(__package__, f"page/{name}.html", **framed(language, file, title), **given[name]).encode()
        for name, (file, title) in names.items()
    }


def _for_search(language: str) -> dict[str, str]:
    said = site_words(language)
    index = f"{framed(language, '', '')['files']}/search/{language}.json"
    return {name: said[name] for name in FOR_SEARCH} | {"index": index}


def _minutes() -> dict[str, int]:
    return {lesson.name: lesson.minutes for lesson in all_lessons()}


def _plane(language: str) -> Markup:
    """Return the picture of what can be agreed in a case of lesson 1, for day and night, and its sentence."""
    plane = payoff_plane(load_case("shared-garden", language), party="gardener")
    return Markup(svg_and_sentence(plane))  # noqa: S704  # of the kit's own case
