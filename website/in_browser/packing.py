"""Packs Python for the browser: run once inside Pyodide under Node.js, when the site is built.

What the lessons import of the standard library goes into one zip, all the rest of it into another that is fetched only
where something asks for it, the kit into a third, and into a fourth what only exercises need, of the standard library,
too; all as bytecode of the Python that runs them, without its tables of lines.
"""

import importlib
import json
import marshal
import os
import sys
import zipfile
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path, PurePosixPath
from types import CodeType
from typing import Any, Literal

WITHOUT_DOCSTRINGS = 2
EXTRA = {"encodings.cp437", "encodings.idna", "encodings.utf_8_sig", "traceback", "linecache", "tokenize"}
"""What Python asks for by name only, or where something goes wrong."""
NOT_NEEDED = {"ssl"}
"""What asyncio imports where it is there and does without elsewhere: a page opens no connection by Python."""
MARKING = ("biggerpie/grading/", "biggerpie/website/open_exercise", "biggerpie/website/exercise",
           "biggerpie/website/course_notebook", "biggerpie/website/kits_cell", "biggerpie/website/lesson",
           "biggerpie/website/text",
           "biggerpie/website/in_browser/exercise_session", "biggerpie/website/in_browser/course_session",
           "exercises/", "jinja2/", "markupsafe/", "mistune/")  # fmt: skip
"""Where that stands which only exercises need."""
UNCHECKED = MAGIC_NUMBER + (1).to_bytes(4, "little")
"""How a file of bytecode begins that is read without looking for its source (PEP 552)."""
LONGEST_ENTRY = 8  # code units
SAME_LINE = 0x80 | 13 << 3, 0
"""An entry of one code unit in a table of lines: no column, and no step to another line (CPython's InternalDocs)."""
REST = "biggerpie/website/in_browser/rest.txt"


def pack(kit: str, out: str, pages: str) -> None:
    """Write the four zips into `out`, from the folder of the kit and what the pages begin, as JSON."""
    sys.path.insert(0, kit)
    begun = json.loads(pages)
    for_lessons = (_used_by("session", kit, begun["lessons"]) | EXTRA) - NOT_NEEDED
    importlib.import_module("biggerpie.website.in_browser.course_session")
    for_exercises = _used_by("exercise_session", kit, begun["exercises"]) - for_lessons
    left = _pack_library(out, for_lessons, for_exercises)
    with _zip(out, "kit.zip") as lessons, _zip(out, "marking.zip", "a") as marking:
        for file in sorted(file for file in Path(kit).rglob("*") if file.is_file()):
            name = file.relative_to(kit).as_posix()
            if file.name != Path(__file__).name:
                _add(marking if name.startswith(MARKING) else lessons, name, file.read_bytes())
        _add(lessons, REST, "\n".join(left).encode())


def _pack_library(out: str, for_lessons: set[str], for_exercises: set[str]) -> list[str]:
    """Share the standard library out to three zips; return the modules that lessons do not need."""
    std = next(place for place in sys.path if place.endswith(".zip"))
    left = []
    with (
        zipfile.ZipFile(std) as source,
        _zip(out, "std.zip") as needed,
        _zip(out, "rest.zip") as rest,
        _zip(out, "marking.zip") as marking,
    ):
        for name in (name for name in source.namelist() if name.endswith(".py")):
            module = _module(name)
            _add(needed if module in for_lessons else rest, name, source.read(name))
            left += [] if module in for_lessons else [module]
            if module in for_exercises:
                _add(marking, name, source.read(name))
    return left


def _used_by(name: str, kit: str, pages: list[Any]) -> set[str]:
    """Begin pages in a session and return the modules that are imported then; leave no file behind."""
    session = importlib.import_module(f"biggerpie.website.in_browser.{name}")
    for folder, file, cells in pages:
        begun = session.begin(folder.replace("/kit", kit, 1), file, cells, {})
        session.replay([[place, {}] for place in range(len(begun["states"]))])
        for place in (cell[0] for cell in cells if "test" in cell[2:3]):  # a lesson's cell has an id and a source only
            session.test(place)
    os.chdir("/")
    for record in Path(kit).rglob("my-record*.json"):
        record.unlink()
    return set(sys.modules)


def _zip(out: str, name: str, mode: Literal["w", "a"] = "w") -> zipfile.ZipFile:
    return zipfile.ZipFile(Path(out) / name, mode, zipfile.ZIP_STORED)


def _module(name: str) -> str:
    parts = PurePosixPath(name).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file, Python as bytecode; without the time, so that the same kit gives the same zip."""
    if name.endswith(".py"):
        code = compile(content, name, "exec", dont_inherit=True, optimize=WITHOUT_DOCSTRINGS)
        name, content = f"{name}c", UNCHECKED + source_hash(content) + marshal.dumps(_without_lines(code))
    packed.writestr(zipfile.ZipInfo(name), content)


def _without_lines(code: CodeType) -> CodeType:
    """Return the code with each function on its first line: tables of lines are a third of what would be sent."""
    inner = tuple(_without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    whole, left = divmod(len(code.co_code) // 2, LONGEST_ENTRY)
    kind, step = SAME_LINE
    table = bytes([kind | LONGEST_ENTRY - 1, step]) * whole + (bytes([kind | left - 1, step]) if left else b"")
    return code.replace(co_consts=inner, co_linetable=table)
