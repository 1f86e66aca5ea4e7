"""Building the site: a page for each lesson, in every language, and the files that they share."""

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..lessons.pages import ENGLISH, EXERCISE, languages, lessons_folder, pages
from .exercise import Exercise, read_exercise
from .exercise_page import COURSE, course_page, exercise_page, opened
from .jupyterlite import SETTINGS
from .lesson import Lesson, read_lesson
from .lesson_page import Has, lesson_pages, moves_of
from .other_pages import other_pages
from .played import Played, Shown, played
from .reading_pages import reading_pages
from .search_index import search_index
from .shared_files import shared_files

OFFLINE = "offline.js"
Files = dict[str, bytes]
"""A file's path in the site, and what it holds."""


def build_site(
    folder: Path,
    *,
    python: Mapping[str, bytes] | None = None,
    only: str | tuple[str, ...] = "",
    guide: Mapping[str, str] | None = None,
    notebooks: Mapping[str, bytes] | None = None,
) -> None:
    """Write the site into a folder; `python` holds the files by which Python runs in the browser, see `python_files`.

    `notebooks` holds those by which lessons open there as notebooks, on the same Python, see `jupyterlite_files`.

    With `only`, pages whose names in the record begin otherwise are left out. `guide` is the teacher's guide, see
    `read_guide`: students' sites have none.
    """
    for name, content in site_files(python or {}, only, guide or {}, notebooks or {}).items():
        write_whole(folder / name, content, within=folder)


def site_files(
    python: Mapping[str, bytes],
    only: str | tuple[str, ...],
    guide: Mapping[str, str],
    notebooks: Mapping[str, bytes],
) -> Files:
    """Return all files of the site by their paths."""
    shelves = {language: dict(pages(language)) for language in languages()}
    lessons = {language: list(_lessons(shelf, language, only)) for language, shelf in shelves.items()}
    shown = {language: _play(shelf, language, lessons[language]) for language, shelf in shelves.items()}
    exercises = {language: _exercises(shelf, only) for language, shelf in shelves.items()}
    cells = [each for language in languages() for each in shown[language].values()]
    cells += [first for each in exercises.values() for _, first in each]
    widgets = [part for each in cells for parts in each.values() for part in parts]
    shared = shared_files([part for part in widgets if isinstance(part, Played)]) | {
        f"python/{name}": content for name, content in python.items()
    }
    site: Files = {}
    for language, shelf in shelves.items():
        own = lesson_pages(language, lessons[language], shown[language], Has(bool(python), bool(notebooks)))
        own |= other_pages(language, lessons[language], [exercise for exercise, _ in exercises[language]], guide)
        own |= reading_pages(language, guide)
        found = search_index(language, lessons[language], [exercise for exercise, _ in exercises[language]])
        shared[f"search/{language}.json"] = found
        own[COURSE] = course_page(language, python=bool(python))
        for exercise, first in exercises[language]:
            own[exercise.page] = exercise_page(language, exercise, first, python=bool(python))
        site |= {f"{'' if language == ENGLISH else f'{language}/'}{name}": content for name, content in own.items()}
        site |= {f"notebooks/{name}": content for name, content in shelf.items()}
        shared |= {f"moves/{name}.json": moves_of(cells) for name, cells in shown[language].items()}
    return _together(site, shared, notebooks)


def _lessons(shelf: Mapping[str, bytes], language: str, only: str | tuple[str, ...]) -> Iterator[Lesson]:
    found = (read_lesson(path, shelf[path]) for path in shelf if path.startswith(f"{lessons_folder(language)}/"))
    return (lesson for lesson in found if lesson.record.startswith(only))


def _exercises(
    shelf: Mapping[str, bytes], only: str | tuple[str, ...]
) -> list[tuple[Exercise, dict[str, list[Shown]]]]:
    """Return the exercises of a language, each with what its cells show of the first case."""
    read = [read_exercise(path, content) for path, content in shelf.items() if path.endswith(EXERCISE)]
    with tempfile.TemporaryDirectory() as place:
        return [(each, opened(each, Path(place) / each.name)) for each in read if each.record.startswith(only)]


def _play(shelf: Mapping[str, bytes], language: str, lessons: list[Lesson]) -> dict[str, dict[str, list[Shown]]]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / lessons_folder(language)
        folder.mkdir(parents=True)
        for lesson in lessons:
            (folder / f"{lesson.name}.ipynb").write_bytes(shelf[f"{lessons_folder(language)}/{lesson.name}.ipynb"])
        return {lesson.name: played(lesson, folder) for lesson in lessons}


def _together(pages: Files, shared: Files, notebooks: Mapping[str, bytes]) -> Files:
    """Return pages and shared files, these in a folder that is named after what they hold, so that it can be kept.

    JupyterLite's files, `notebooks`, are not kept for offline: they are many times as large.
    """
    digest = hashlib.sha256(
        json.dumps({name: hashlib.sha256(shared[name]).hexdigest() for name in sorted(shared)}).encode()
    )
    files = f"files-{digest.hexdigest()[:12]}"
    named = {name: content.replace(b"{files}", files.encode()) for name, content in pages.items()}
    named |= {f"{files}/{name}": content for name, content in shared.items() if name != OFFLINE}
    others = {name: _settled(name, content, files) for name, content in notebooks.items()}
    return named | others | {OFFLINE: _offline(shared[OFFLINE], named)}


def _settled(name: str, content: bytes, files: str) -> bytes:
    """Return a file of JupyterLite; its settings say where the shared files are."""
    return content.replace(b"{files}", files.encode()) if name.endswith(SETTINGS) else content


def _offline(script: bytes, site: Files) -> bytes:
    """Return the service worker, which keeps all of the site but the notebooks, under a name for what they hold."""
    kept = sorted(name for name in site if not name.startswith("notebooks/"))
    build = hashlib.sha256(b"".join(hashlib.sha256(site[name]).digest() for name in kept)).hexdigest()[:12]
    return script.replace(b"{{kept}}", json.dumps({"build": build, "files": kept}).encode())
