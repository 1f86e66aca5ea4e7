"""The pages beside the lessons: the front page, the glossary, and the exercises."""

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup

from ..figures import payoff_plane
from ..grading.templates import render
from ..lessons.pages import EXERCISE, lessons_folder
from ..negotiation import load_case
from ..widgets.course_map.progress import all_lessons
from .frame import framed
from .glossary import terms
from .lesson import TITLE, Lesson
from .played import svg_and_sentence
from .site_words import site_words


def other_pages(language: str, lessons: list[Lesson], shelf: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pages by their names; the shelf has the notebooks."""
    said = site_words(language)
    up = "" if lessons_folder(language) == "lessons" else "../"
    given: dict[str, dict[str, Any]] = {
        "front": {"lessons": lessons, "minutes": _minutes(), "plane": _plane(language)},
        "glossary": {"terms": terms(lessons)},
        "exercises": {"exercises": [_exercise(path, shelf[path], up) for path in shelf if path.endswith(EXERCISE)]},
    }
    names = {"front": ("index.html", said["title"])}
    names |= {name: (f"{name}.html", said[name]) for name in ("glossary", "exercises")}
    return {
        file: render(__package__, f"page/{name}.html", **framed(language, file, title), **given[name]).encode()
        for name, (file, title) in names.items()
    }


def _minutes() -> dict[str, int]:
    return {lesson.name: lesson.minutes for lesson in all_lessons()}


def _plane(language: str) -> Markup:
    """Return the picture of what can be agreed in a case of lesson 1, for day and night, and its sentence."""
    plane = payoff_plane(load_case("shared-garden", language), party="gardener")
    return Markup(svg_and_sentence(plane))  # noqa: S704  # of the kit's own case


def _exercise(path: str, content: bytes, up: str) -> dict[str, str]:
    text = "".join(json.loads(content)["cells"][0]["source"])
    title = re.search(TITLE, text)
    name = PurePosixPath(path).parent.name
    return {"name": name, "link": f"{up}notebooks/{path}", "title": title[1] if title else name, "language": "en"}
