"""The texts that students were handed out: what else stands in a submission, a student has added."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.coursedir import CourseDirectory

from ...markdown.rewritten import shown


def handed_out(config: Any, assignment: str, notebook: str) -> frozenset[str]:
    """Return the texts of the source's cells, as they stand there and as they are shown; none where it is gone."""
    course = CourseDirectory(config=config)
    folder = Path(course.format_path(course.source_directory, ".", assignment))
    source = folder / f"{notebook}.ipynb"
    try:
        return _texts(source, source.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError):
        return frozenset()


@lru_cache(maxsize=64)
def _texts(source: Path, _: int) -> frozenset[str]:
    texts = [cell.source for cell in nbformat.read(source, as_version=4).cells]
    return frozenset(text.strip() for text in [*texts, *(shown(text)[0] for text in texts)])
