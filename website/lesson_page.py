"""The pages of a language's lessons, and the recordings that belong to them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from ..grading.templates import render
from ..lessons.pages import ENGLISH, lessons_folder
from .frame import framed
from .glossary import terms
from .glossary_links import GlossaryLinks
from .jupyterlite import notebook_link
from .lesson import Lesson
from .played import Played, Shown
from .site_words import site_words
from .still import still
from .text import anchor, html_of

FOR_SCRIPTS = (
    "coming", "waiting", "here", "stopped", "not_begun", "slow", "reload", "absent", "kept_save", "kept_sure",
    "kept_deleted", "kept_empty", "kept_loaded", "kept_unread", "kept_newer", "kept_full",
)  # fmt: skip


SCRIPTS = (
    "running.js", "held.js", "host.js", "in_tab.js", "moves.js", "keeping.js", "kept.js", "python.js",
    "record_buttons.js", "returning.js", "save.js", "saying.js", "sight.js", "unheard.js",
)  # fmt: skip
Cells = Mapping[str, list[Shown]]
"""What each code cell of a lesson shows, by its id."""


class Has(NamedTuple):
    """What a site has beside its texts: Python in the pages, and JupyterLite, in which lessons open as notebooks."""

    python: bool
    notebooks: bool = False


def lesson_pages(language: str, lessons: list[Lesson], shown: Mapping[str, Cells], has: Has) -> dict[str, bytes]:
    """Return each lesson's page by its name; `shown` has by a lesson's name what its cells show."""
    return {lesson.page: _page(language, lesson, lessons, shown[lesson.name], has).encode() for lesson in lessons}


def moves_of(shown: Cells) -> bytes:
    """Return what a lesson's widgets answer to single moves, as its page reads it."""
    return json.dumps(
        [{name: each.recording[name] for name in ("bets", "knobs")} for each in widgets_of(shown)]
    ).encode()


def widgets_of(shown: Cells) -> list[Played]:
    """Return the widgets of a page in their order."""
    return [part for parts in shown.values() for part in parts if isinstance(part, Played)]


def _page(language: str, lesson: Lesson, lessons: list[Lesson], shown: Cells, has: Has) -> str:
    widgets, folder = widgets_of(shown), lessons_folder(language)
    site = "./" if language == ENGLISH else "../"
    place = lessons.index(lesson)
    moves = f"{lesson.name}.json"
    live = {widget.cell for widget in widgets}
    page = {
        "words": {name: site_words(language)[name] for name in FOR_SCRIPTS},
        "site": site,
        "folder": f"/kit/{folder}",
        "lesson": f"{lesson.name}.ipynb",
        "cells": [[cell.id, cell.source] for cell in lesson.cells if cell.id in live],
        "python": has.python,
        "moves": moves,
    }
    return render(
        __package__,
        "page/lesson.html",
        **framed(language, lesson.page, lesson.title, said_in=lesson.language),
        script="lesson.js",
        page=as_script(page),
        simulations=starts(widgets),
        scripts=[*SCRIPTS, *modules(widgets)],
        moves=moves,
        parts=_parts(lesson, shown, GlossaryLinks(terms(lessons), lesson.language)),
        before=lessons[place - 1] if place else None,
        after=next(iter(lessons[place + 1 :]), None),
        notebook=f"{site}notebooks/{folder}/{lesson.name}.ipynb",
        as_notebook=f"{site}{notebook_link(f'{folder}/{lesson.name}.ipynb')}" if has.notebooks else "",
    )


def _parts(lesson: Lesson, shown: Cells, links: GlossaryLinks) -> list[Any]:
    parts, count = [], 0
    instead = site_words(lesson.language)["instead"]
    for cell in lesson.cells:
        if not cell.is_code:
            text = links.linked(html_of(cell.source, instead))
            parts.append(f'<section id="{anchor(cell.id)}">{text}</section>')
        for part in shown.get(cell.id, ()):
            if isinstance(part, Played):
                inner = still(part.recording, lesson.language)
                parts.append(f'<div class="shown" id="simulation-{count}"><noscript>{inner}</noscript></div>')
                count += 1
            else:
                parts.append(f'<div class="shown">{part}</div>')
    return [Markup(part) for part in parts]  # noqa: S704  # the kit's own texts


def starts(widgets: Sequence[Played]) -> str:
    """Return of each widget its module and its state in the beginning, as the page reads it."""
    return as_script([{"module": f"{each.name}.js", "state": each.recording["start"]} for each in widgets])


def modules(widgets: Sequence[Played]) -> list[str]:
    """Return the scripts of the widgets, each once."""
    return sorted({f"widgets/{widget.name}.js" for widget in widgets})


def as_script(data: Any) -> str:
    """Return data as JSON that may stand in a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
