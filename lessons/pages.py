"""What a learner's folder is filled with: the lessons and exercises of a language, under its own names.

A language other than English has a folder in `lessons` with its translated lessons and `names.toml`, which tells how
each page is called. What is not translated comes in English, under the language's name for it.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

ENGLISH = "en"
NAMES = "names.toml"
EXERCISE = "exercise.ipynb"
LINK = re.compile(r"\]\((?P<way>(?:[\w.-]+/)*)(?P<name>[\w.-]+)\.ipynb\)")


def languages() -> list[str]:
    """Return the languages that there are lessons in, English first."""
    folders = resources.files("biggerpie.lessons").iterdir()
    return [ENGLISH, *sorted(folder.name for folder in folders if folder.joinpath(NAMES).is_file())]


def lessons_folder(language: str) -> str:
    """Return the folder of a language's lessons within a learner's folder."""
    return "lessons" if language == ENGLISH else f"lessons/{language}"


def pages(language: str) -> Iterator[tuple[str, bytes]]:
    """Return each page's path in a learner's folder, and what it holds."""
    lessons = resources.files("biggerpie.lessons")
    exercises = resources.files("biggerpie.exercises").joinpath("self-paced")
    if language == ENGLISH:
        yield from ((f"lessons/{file.name}", file.read_bytes()) for file in _notebooks(lessons))
        yield from ((f"exercises/{name}/{EXERCISE}", file.read_bytes()) for name, file in _exercises(exercises))
        return
    own = lessons.joinpath(language)
    names = tomllib.loads(own.joinpath(NAMES).read_text(encoding="utf-8"))
    for file in _notebooks(lessons):
        name = names["lessons"][file.name.removesuffix(".ipynb")]
        translated = own.joinpath(f"{name}.ipynb")
        text = (translated if translated.is_file() else file).read_text(encoding="utf-8")
        yield f"lessons/{language}/{name}.ipynb", _linked(text, language, names).encode()
    told_here = dict(_exercises(exercises.joinpath(language)))
    for name, file in _exercises(exercises):
        told = told_here.get(name, file).read_text(encoding="utf-8")
        text = _linked(told, language, names, lessons=f"../../../lessons/{language}/")
        yield f"exercises/{language}/{names['exercises'][name]}/{EXERCISE}", text.encode()


def _notebooks(folder: Traversable) -> list[Traversable]:
    found = (file for file in folder.iterdir() if file.name.endswith(".ipynb"))
    return sorted(found, key=lambda file: file.name)


def _exercises(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    found = folder.iterdir() if folder.is_dir() else ()
    for exercise in sorted(found, key=lambda each: each.name):
        if (file := exercise.joinpath(EXERCISE)).is_file():
            yield exercise.name, file


def _linked(text: str, language: str, names: dict[str, dict[str, str]], lessons: str = "") -> str:
    """Return a page whose links lead to the language's pages; `lessons` is the way from it to the lessons."""

    def link(found: re.Match[str]) -> str:
        name = found["name"]
        if name in names["lessons"]:
            return f"]({lessons}{names['lessons'][name]}.ipynb)"
        exercise = names["exercises"].get(found["way"].rstrip("/").rpartition("/")[2])
        return f"](../../exercises/{language}/{exercise}/{EXERCISE})" if exercise else found[0]

    return LINK.sub(link, text)
