"""Submissions that are too many, too large, too deep, or that grow when they are read or shown."""

import base64
import os
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..class_of_thirty import FAIR, Notebook, as_file, package
from .model import Hostile, beside, file, honest, notebook, write_in
from .written import own_cell, pasted

ATTACKED = "attack on the kit, 2026: one submission stops the run"
BOMB = "CVE-2014-9601 (pictures that unpack to more than fits)"
JSON = "Seriot 2016, 'Parsing JSON is a minefield'"
FILES = "OWASP file upload cheat sheet: number and size of files"
DIFFLIB = "CPython's documentation, module difflib: quadratic time"
TERABYTES = 3 * 10**12
EMPTY_CELL = b'{"cell_type":"code","source":""},'


def many_files(count: int, name: str = "{}.txt") -> Callable[[Path], None]:
    """Empty files."""

    def put(folder: Path) -> None:
        for number in range(count):
            (folder / name.format(number)).touch()

    return put


def sparse(folder: Path) -> None:
    """A file that says to be larger than any disk and holds nothing."""
    with (folder / "data.bin").open("wb") as made:
        os.truncate(made.fileno(), TERABYTES)


def sparse_notebook(folder: Path) -> None:
    """The same in place of the notebook."""
    with (folder / "exercise.ipynb").open("wb") as made:
        os.truncate(made.fileno(), TERABYTES)


def wide_folders(folder: Path) -> None:
    """Five thousand folders, each empty."""
    for number in range(5_000):
        (folder / f"d{number}").mkdir()


def with_cells(cells: bytes) -> Callable[[Notebook], bytes]:
    """An honest notebook with more cells after its own."""
    return lambda released: as_file(honest(released)).replace(b'"cells": [', b'"cells": [' + cells, 1)


def in_metadata(value: bytes) -> Callable[[Notebook], bytes]:
    """An honest notebook with something in its metadata."""
    return lambda released: b'{"extra": ' + value + b", " + as_file(honest(released))[1:]


def picture(width: int, height: int) -> str:
    """A PNG of one colour, small as a file and large when it is drawn."""
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b"")]
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(chunks)).decode()


def large_picture(size: int) -> dict[str, str]:
    """A pasted picture of so many bytes."""
    return {"image/png": picture(8, 8) + "A" * (size // 4 * 4)}


def many_pictures(notebook: Notebook) -> None:
    """Two hundred cells with a picture of 90 kB each."""
    notebook["cells"][:0] = [
        {
            "cell_type": "markdown",
            "id": f"p{n}",
            "metadata": {},
            "source": "![](attachment:p.png)",
            "attachments": {"p.png": large_picture(90_000)},
        }
        for n in range(200)
    ]


def lists_in_lists(notebook: Notebook) -> None:
    """Ten cells that are ten lists deep in every line."""
    lists = ("- " * 10 + "a\n") * 540
    notebook["cells"][:0] = [
        {"cell_type": "markdown", "id": f"l{n}", "metadata": {}, "source": lists} for n in range(10)
    ]


def heavy(name: str, source: str, make: Callable[..., Hostile], *given: Any, **found: Any) -> Hostile:
    """A submission that may be named instead of marked."""
    return replace(make(f"heavy: {name}", "stop", *given, **found), source=source, may_wait=True)


def answer_of(name: str, lines: str, source: str) -> Hostile:
    """A package, and after it lines that are many or long and name no issue."""
    text = package(FAIR) + "\n" + lines
    return heavy(name, source, notebook, lambda n: write_in(n, "package", text), "is not an issue of this case")


NO_PICTURE = b"\x21\xf9\x00" * 3_000_000
NONSENSE = "\n".join(f"{number:x}q:b" for number in range(1_300))
NEVER_READ = {"package": None, "right": 0}
SUBMISSIONS: tuple[Hostile, ...] = (
    heavy("20,000 files", ATTACKED, beside, many_files(20_000)),
    heavy("2,000 notebooks", FILES, beside, many_files(2_000, "n{}.ipynb")),
    heavy("5,000 folders", FILES, beside, wide_folders),
    heavy("names that fill the list", FILES, beside, many_files(3_000, "n" * 240 + "{}")),
    heavy("file larger than the disk", ATTACKED, beside, sparse),
    heavy("notebook larger than the disk", ATTACKED, beside, sparse_notebook, "exercise.ipynb is", **NEVER_READ),
    heavy("20 MB of empty cells", ATTACKED, file, with_cells(EMPTY_CELL * 600_000)),
    heavy("lists in numbers", JSON, file, in_metadata(b"[" + b"[]," * 6_000_000 + b"0]")),
    heavy("keys in numbers", JSON, file, in_metadata(b"{" + b",".join(b'"%d":0' % n for n in range(1_500_000)) + b"}")),
    heavy("one key again and again", JSON, file, in_metadata(b"{" + b'"cells":[],' * 1_000_000 + b'"a":0}')),
    heavy("escapes that grow", JSON, file, in_metadata(b'"' + b"\\ud83d\\ude00" * 1_500_000 + b'"')),
    heavy(
        "source of a million lines",
        JSON,
        file,
        with_cells(b'{"cell_type":"code","source":[' + b'"",' * 4_000_000 + b'""]},'),
    ),
    heavy(
        "source that is deep",
        JSON,
        file,
        with_cells(b'{"cell_type":"code","source":' + b"[" * 900 + b"]" * 900 + b"},"),
    ),
    heavy(
        "many answers under one name",
        ATTACKED,
        file,
        with_cells(b'{"cell_type":"code","source":"%%answer package\\na: b"},' * 20_000),
    ),
    replace(
        pasted(
            "heavy: picture used 690 times",
            "![](attachment:p.png)" * 500,
            {"p.png": large_picture(500_000)},
            ATTACKED,
            "stop",
        ),
        may_wait=True,
    ),
    replace(
        pasted(
            "heavy: picture that grows",
            "![](attachment:p.png)",
            {"p.png": {"image/png": picture(30_000, 30_000)}},
            BOMB,
            "stop",
        ),
        may_wait=True,
    ),
    replace(
        pasted(
            "heavy: pictures that are large",
            "![](attachment:1)![](attachment:2)![](attachment:3)",
            {str(n): large_picture(4_500_000) for n in (1, 2, 3)},
            ATTACKED,
            "stop",
        ),
        may_wait=True,
    ),
    replace(
        pasted(
            "heavy: picture of 9 MB named 550 times",
            "![](attachment:p.png)" * 550,
            {"p.png": large_picture(9_000_000)},
            ATTACKED,
            "stop",
        ),
        may_wait=True,
    ),
    replace(
        pasted(
            "heavy: film without pictures",
            "![](attachment:p.gif)" * 100,
            {"p.gif": {"image/gif": base64.b64encode(b"GIF89a" + b"\xff\x7f" * 2 + bytes(3) + NO_PICTURE).decode()}},
            ATTACKED,
            "stop",
        ),
        may_wait=True,
    ),
    heavy("lists in lists in ten cells", ATTACKED, notebook, lists_in_lists),
    heavy("many pictures", ATTACKED, notebook, many_pictures),
    replace(
        own_cell(
            "heavy: entity of 5,000 digits",
            {"cell_type": "markdown", "source": f"&#{'9' * 5000};"},
            "CVE-2020-10735 (int of many digits)",
            "stop",
        ),
        may_wait=True,
    ),
    answer_of(
        "lines that are nearly an issue", "\n".join(f"salary{'y' * (n % 40)}{n}: x" for n in range(180)), DIFFLIB
    ),
    heavy(
        "thousands of lines of nonsense",
        ATTACKED,
        notebook,
        lambda n: write_in(n, "package", package(FAIR) + "\n" + NONSENSE),
        "the reading stopped after 100 lines that could not be understood",
    ),
    heavy(
        "more cells than are read",
        ATTACKED,
        notebook,
        lambda n: n["cells"].extend([{"cell_type": "markdown", "metadata": {}, "source": "x"}] * 320),
        "not shown, nor marked: it holds more than 300 cells",
    ),
    heavy(
        "source in nested lists",
        JSON,
        notebook,
        lambda n: write_in(n, "package", [[[line]] for line in package(FAIR).splitlines(keepends=True)]),
    ),
    answer_of("one long name that is nearly an issue", "days at home" * 600 + ": x", DIFFLIB),
)
