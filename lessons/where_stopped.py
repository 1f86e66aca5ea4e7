"""Which page `biggerpie start` opens: the lesson in which the learner was last, else the welcome page.

After a week away that is the welcome page, too: its map says where to go on, and what has come back stands below it.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ..answers.open_notebook import read_notebook
from .pages import lessons_folder

WELCOME = "00-welcome"
RECORD = "my-record.json"  # what the simulations keep; to import their package takes a second
LARGEST = 4_000_000  # bytes
AWAY = timedelta(days=7)
UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def page_to_open(folder: Path, language: str, now: datetime | None = None) -> str:
    """Return the page's path in the learner's folder, with slashes."""
    shelf = lessons_folder(language)
    last = _last_lessons(folder / shelf / RECORD, now or datetime.now(UTC))
    files = (_file_of(lesson, folder / shelf) for lesson in (*last, WELCOME))
    found = next((file for file in files if file), None)
    return f"{shelf}/{found or f'{WELCOME}.ipynb'}"


def _last_lessons(record: Path, now: datetime) -> list[str]:
    """Return the lessons, the one that was changed last first; none after a week, or where no record can be read."""
    try:
        if record.stat().st_size > LARGEST:
            return []
        moments = sorted(_moments(json.loads(record.read_text(encoding="utf-8"))["lessons"]), reverse=True)
        is_away = bool(moments) and now - datetime.fromisoformat(moments[0][0]) >= AWAY
    except UNREADABLE:
        return []
    return [] if is_away else list(dict.fromkeys(lesson for _, lesson in moments))


def _moments(lessons: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for lesson, places in lessons.items():
        for kinds in places.values():
            for entry in kinds.values():
                yield str(entry["at"]), lesson


def _file_of(lesson: str, shelf: Path) -> str | None:
    """Return the name of the notebook of this lesson, which may have been renamed; a copy of it has a longer name."""
    files = sorted(shelf.glob("*.ipynb"), key=lambda file: (file.stem != lesson, len(file.name), file.name))
    return next((file.name for file in files if _name_in(file) == lesson), None)


def _name_in(notebook: Path) -> str | None:
    try:
        return str(read_notebook(notebook)["metadata"]["biggerpie"]["lesson"])
    except UNREADABLE:
        return None
