"""The texts that students were handed out: what else stands in a submission, a student has added."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import nbformat
from nbgrader.coursedir import CourseDirectory

from ...markdown.rewritten import safe_text

UNREADABLE = (OSError, ValueError, KeyError)


def handed_out(course: CourseDirectory, assignment: str, notebook: str) -> frozenset[str]:
    """Return the texts of the source's cells, as typed and as shown; nothing if the source is gone."""
    try:
        return _as_shown(source_texts(course, assignment, f"{notebook}.ipynb"))
    except UNREADABLE:
        return frozenset()


def given_texts(course: CourseDirectory, assignment: str, notebook: str) -> tuple[str, ...]:
    """Return the texts of a notebook's cells in the source and in the students' version, as far as these are there."""
    found: list[str] = []
    for folder in (course.source_directory, course.release_directory):
        with suppress(*UNREADABLE):
            place = Path(course.format_path(folder, ".", assignment), f"{notebook}.ipynb")
            found += _texts(place, place.stat().st_mtime_ns)
    return tuple(found)


def source_texts(course: CourseDirectory, assignment: str, notebook: str) -> tuple[str, ...]:
    """Return the texts of a source's cells; raise one of `UNREADABLE` where it was changed or taken away since."""
    source = Path(course.format_path(course.source_directory, ".", assignment), notebook)
    return _texts(source, source.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _texts(source: Path, _: int) -> tuple[str, ...]:
    return tuple(cell.source for cell in nbformat.read(source, as_version=4).cells)


@lru_cache(maxsize=64)
def _as_shown(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(text.strip() for text in [*texts, *(safe_text(text)[0] for text in texts)])
