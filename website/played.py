"""What the cells of a lesson show, and what its widgets answer to single moves."""

from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import anywidget

from ..figures.picture import Picture
from ..widgets import speak
from ..widgets._words import spoken
from .cells import shown_by, widgets_among
from .lesson import Cell, Lesson
from .recording import Recording, recording
from .text import wide


@dataclass(frozen=True, slots=True)
class Played:
    """A widget of a lesson: its cell's id, its class's name, script and style, and the recording."""

    cell: str
    name: str
    script: str
    style: str
    recording: Recording


Shown = Played | str
"""What a cell shows: a widget, or HTML."""


def played(lesson: Lesson, folder: Path) -> dict[str, list[Shown]]:
    """Return by the id of each code cell what it shows; the folder holds the lessons, as a learner's does."""
    with chdir(folder), speaking(lesson.language):  # a lesson in English does not say so
        return {cell.id: _shown(cell) for cell in lesson.cells if cell.is_code}


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let widgets speak a language, whatever the cells say, and then the one that they spoke before."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)


def _shown(cell: Cell) -> list[Shown]:
    count = -1
    parts: list[Shown] = []
    for value in shown_by(cell.source):
        if isinstance(value, anywidget.AnyWidget):
            count += 1
            parts.append(_played(cell, count, value))
        else:
            parts.append(_html(value))
    return parts


def _played(cell: Cell, place: int, widget: Any) -> Played:
    record = recording(lambda: widgets_among(shown_by(cell.source))[place])
    return Played(cell.id, type(widget).__name__, widget._esm, widget._css, record)


def _html(value: Any) -> str:
    """Return what Jupyter would show of the value; of a figure its picture for day and night, sentence and table."""
    if isinstance(value, Picture):
        return f"{svg_and_sentence(value)}{wide(value.table_html())}"
    return str(value._repr_html_())


def svg_and_sentence(picture: Picture) -> str:
    """Return a picture for day and night, and its sentence, as HTML."""
    times = (("by-day", False), ("at-night", True))
    pictures = "".join(f'<div class="{when}">{picture.svg(dark=dark)}</div>' for when, dark in times)
    return f'<div class="figure">{pictures}<p>{escape(picture.sentence)}</p></div>'
