"""The files by which Python runs in the browser: Pyodide's own, the standard library, and the kit, packed small."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import Any

import jinja2
import markupsafe
import mistune
import traitlets

from ..lessons.pages import EXERCISE, languages, lessons_folder, pages
from ..negotiation import NegotiationError
from .exercise import read_exercise, told_cells
from .lesson import read_lesson

AS_THEY_ARE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
PACKED = ("std.zip", "rest.zip", "kit.zip", "marking.zip")
Begun = tuple[str, str, list[list[str]]]
"""The folder and the file of a page, and its cells: id and source, of an exercise's also kind and answer."""
ROOMS = ("negotiation", "answers", "widgets", "grading")
NOT_IN_BROWSERS = {"nbgrader_adapter", "class_run", "similarity", "submission_page", "feedback_page", "sandbox"}
NO_NEED = {".js", ".css", ".png", ".ts", ".typed", ".pyc"}
FIGURES = "biggerpie.figures"  # they stand still, so the browser has their picture
LIBRARIES = {traitlets: ("*.py", "utils/*.py"), jinja2: ("*.py",), markupsafe: ("*.py",), mistune: ("**/*.py",)}
"""What the kit imports besides the standard library, and which of its modules."""
STAND_INS = {
    "anywidget_stand_in": "anywidget.py",
    "ipython_stand_in": "IPython/__init__.py",
    "display_stand_in": "IPython/display.py",
    "bundle_stand_in": "biggerpie/widgets/_bundle.py",
}
OF_THE_SITE = ("__init__.py", "cells.py", "in_browser/__init__.py", "in_browser/session.py",
               "in_browser/rest_of_library.py", "in_browser/packing.py", "in_browser/exercise_session.py",
               "in_browser/course_session.py", "open_exercise.py", "course_notebook.py", "exercise.py", "kits_cell.py",
               "lesson.py", "text.py")  # fmt: skip


def python_files(pyodide: Path) -> dict[str, bytes]:
    """Return the files by their names; `pyodide` is the folder of the npm package of that name.

    Raises NegotiationError where it is not, where there is no Node.js, and where packing fails.
    """
    node = shutil.which("node")
    if not node:
        raise NegotiationError(
            "Python for the browser is packed with Node.js, which was not found: install Node.js 20 or later, or build "
            "the site with --without-python."
        )
    missing = [name for name in AS_THEY_ARE if not (pyodide / name).is_file()]
    if missing:
        raise NegotiationError(f"{pyodide} is no unpacked npm package pyodide: {missing[0]} is missing there.")
    with tempfile.TemporaryDirectory() as place:
        kit, out = Path(place, "kit"), Path(place, "out")
        out.mkdir()
        lessons, exercises = stage(kit)
        (out / "pages.json").write_text(json.dumps({"lessons": lessons, "exercises": exercises}), encoding="utf-8")
        _pack(node, pyodide, kit, out)
        packed = {name: (out / name).read_bytes() for name in PACKED}
    return packed | {name: (pyodide / name).read_bytes() for name in AS_THEY_ARE} | {"lock.json": _lock(pyodide)}


def stage(kit: Path) -> tuple[list[Begun], list[Begun]]:
    """Put together the kit as the browser has it: without scripts and styles, and with stand-ins for Jupyter.

    Returns what each lesson's page begins, and what each exercise's does.
    """
    for room in ROOMS:
        source = Path(str(resources.files(f"biggerpie.{room}")))
        shutil.copytree(source, kit / "biggerpie" / room, ignore=_no_need)
    here = Path(str(resources.files(__package__)))
    for name in OF_THE_SITE:
        _copy(here / name, kit / "biggerpie" / "website" / name)
    for name, file in STAND_INS.items():
        _copy(here / "in_browser" / f"{name}.py", kit / file)
    for library, modules in LIBRARIES.items():
        _stage_library(kit, Path(str(library.__file__)).parent, modules)
    shelves = [(language, path, content) for language in languages() for path, content in pages(language)]
    for _, path, content in shelves:
        _stage_name(kit / path, json.loads(content))
    lessons = [page for page in shelves if page[1].startswith("lessons/")]
    exercises = [page for page in shelves if page[1].endswith(EXERCISE)]
    return [_lesson(*page) for page in lessons], [_exercise(path, content) for _, path, content in exercises]


def _stage_library(kit: Path, library: Path, modules: Sequence[str]) -> None:
    """Write those of a library's modules that the patterns name."""
    for module in (file for pattern in modules for file in library.glob(pattern)):
        _copy(module, kit / library.name / module.relative_to(library))


def _stage_name(file: Path, notebook: Any) -> None:
    """Write of a page what names it, for the course map and the record."""
    brief = {"metadata": {"biggerpie": notebook["metadata"]["biggerpie"]}, "cells": notebook["cells"][:1]}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(brief), encoding="utf-8")


def _lesson(language: str, path: str, content: bytes) -> Begun:
    code = (cell for cell in read_lesson(path, content).cells if cell.is_code and FIGURES not in cell.source)
    return f"/kit/{lessons_folder(language)}", PurePosixPath(path).name, [[cell.id, cell.source] for cell in code]


def _exercise(path: str, content: bytes) -> Begun:
    return f"/kit/{PurePosixPath(path).parent}", EXERCISE, told_cells(read_exercise(path, content).cells)


def _no_need(_folder: Any, names: list[str]) -> set[str]:
    return {name for name in names if Path(name).suffix in NO_NEED or name in NOT_IN_BROWSERS or name == "__pycache__"}


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _pack(node: str, pyodide: Path, kit: Path, out: Path) -> None:
    script = resources.files(__package__).joinpath("in_browser", "pack.js")
    with resources.as_file(script) as file:
        command = [node, str(file), str(pyodide.resolve()), str(kit), str(out)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or "no reason was given").splitlines()[-1]
        raise NegotiationError(f"Python for the browser could not be packed; Node.js said last: {last}")


def _lock(pyodide: Path) -> bytes:
    """Return Pyodide's list of packages without any: none is needed, and none shall be fetched from elsewhere."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    return json.dumps({"info": lock["info"], "packages": {}}).encode()
