"""The notebooks of a learner's folder: which lesson or exercise each one is, its title, and the marks that it shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ...answers.open_notebook import read_notebook

LONGEST = 120  # characters of a title
TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)
MARK = re.compile(r"(?:Mark for this part|Punkte für diesen Teil): (\d{1,3}(?:\.\d{1,2})?) (?:of|von) (\d{1,3})\b")
UNFIT = (LookupError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Page:
    """A notebook: its file, the lesson or the exercise for learners alone that it is, and its title.

    `marks` are the points of the parts that were marked, and the most that these could give; None before.
    """

    file: Path
    name: str
    title: str
    marks: tuple[float, int] | None


def pages_in(folder: Path) -> dict[str, Page]:
    """Return the kit's notebooks in a folder by their names; one that cannot be read is none."""
    found = (_page(file, _stamp(file)) for file in sorted(folder.glob("*.ipynb")))
    return {page.name: page for page in found if page}


def exercises_for(lessons: Path) -> dict[str, Page]:
    """Return the exercises that belong to a folder of lessons: beside it, in its own language where there are such."""
    places = (lessons.parent.parent / "exercises" / lessons.name, lessons.parent / "exercises")
    place = next((place for place in places if place.is_dir()), None)
    if place is None:
        return {}
    return {name: page for folder in sorted(place.iterdir()) for name, page in pages_in(folder).items()}


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=256)
def _page(file: Path, stamp: tuple[int, int]) -> Page | None:  # noqa: ARG001  # by it what is kept is told apart
    """Return what the notebook is; `stamp` tells it from what it was before."""
    try:
        notebook = read_notebook(file)
        about = notebook["metadata"]["biggerpie"]
        name = about.get("lesson") or about["alone"]
        first = "".join(notebook["cells"][0]["source"])
        title = TITLE.search(first)
        return Page(file, str(name), (title[1] if title else file.stem)[:LONGEST], _marks(notebook))
    except UNFIT:
        return None


def _marks(notebook: dict[str, Any]) -> tuple[float, int] | None:
    parts = [MARK.search(text) for text in _shown(notebook)]
    marks = [(float(found[1]), int(found[2])) for found in parts if found]
    return (sum(points for points, _ in marks), sum(most for _, most in marks)) if marks else None


def _shown(notebook: dict[str, Any]) -> Iterator[str]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            yield "".join(output.get("data", {}).get("text/plain", ""))
