"""Packs Python for the browser: run once inside Pyodide under Node.js, when the site is built.

What the lessons import of the standard library goes into one zip, all the rest of it into another that is fetched only
where something asks for it, and the kit into a third; all as bytecode of the Python that runs them.
"""

import importlib
import json
import os
import py_compile
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

WITHOUT_DOCSTRINGS = 2
EXTRA = {"encodings.cp437", "encodings.idna", "encodings.utf_8_sig", "traceback", "linecache", "tokenize"}
"""What Python asks for by name only, or where something goes wrong."""
REST = "biggerpie/website/in_browser/rest.txt"


def pack(kit: str, out: str, lessons: str) -> None:
    """Write std.zip, rest.zip and kit.zip into `out`, from the folder of the kit and what the pages begin, as JSON."""
    sys.path.insert(0, kit)
    session = importlib.import_module("biggerpie.website.in_browser.session")
    for folder, lesson, cells in json.loads(lessons):
        session.begin(folder.replace("/kit", kit, 1), lesson, cells, {})
        session.replay([[place, {}] for place in range(len(session._widgets))])
    os.chdir("/")
    for record in Path(kit).rglob("my-record*.json"):
        record.unlink()
    used = set(sys.modules) | EXTRA
    std = next(Path(place) for place in sys.path if place.endswith(".zip"))
    left = []
    with zipfile.ZipFile(std) as source, _zip(out, "std.zip") as needed, _zip(out, "rest.zip") as rest:
        for name in source.namelist():
            if name.endswith(".py"):
                _add(needed if _module(name) in used else rest, name, source.read(name))
                left += [] if _module(name) in used else [_module(name)]
    with _zip(out, "kit.zip") as packed:
        for file in sorted(Path(kit).rglob("*")):
            if file.is_file() and file.name != Path(__file__).name:
                _add(packed, file.relative_to(kit).as_posix(), file.read_bytes())
        _add(packed, REST, "\n".join(left).encode())


def _zip(out: str, name: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(Path(out) / name, "w", zipfile.ZIP_STORED)


def _module(name: str) -> str:
    parts = PurePosixPath(name).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file, Python as bytecode; without the time, so that the same kit gives the same zip."""
    if name.endswith(".py"):
        with tempfile.TemporaryDirectory() as place:
            source, compiled = Path(place, "source.py"), Path(place, "compiled.pyc")
            source.write_bytes(content)
            mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
            py_compile.compile(
                str(source), str(compiled), name, doraise=True, optimize=WITHOUT_DOCSTRINGS, invalidation_mode=mode
            )
            name, content = f"{name}c", compiled.read_bytes()
    packed.writestr(zipfile.ZipInfo(name), content)
