"""Files that are hardly notebooks: their text, their numbers, their size, their format."""

import io
import json
import zipfile
from typing import Any

from ..class_of_thirty import Notebook, as_file
from .model import NO_NOTEBOOK, NOTHING, Hostile, file, honest, notebook, text, write_in

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
NO_CELLS = "exercise.ipynb is not a notebook (it has no cells)"
BIG = 100_000_000
DEEP = 100_000


def zip_bomb() -> bytes:
    """A small archive of 200 MB of nothing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("exercise.ipynb", bytes(200_000_000))
    return packed.getvalue()


def big_outputs(released: Notebook) -> bytes:
    """An honest notebook with 100 MB of outputs."""
    stream = b'{"output_type": "stream", "name": "stdout", "text": "' + b"x" * BIG + b'"}'
    return as_file(honest(released)).replace(b'"outputs": []', b'"outputs": [' + stream + b"]", 1)


def big_source(released: Notebook) -> bytes:
    """No answers, and 30 MB in a cell of its own."""
    cell = {"cell_type": "code", "metadata": {}, "source": "x" * 30_000_000, "outputs": []}
    return as_file({**released, "cells": [*released["cells"], cell]})


def deep(place: str):
    """Nest lists 100,000 deep in place of a value."""
    return lambda json_text: json_text.replace(place, place.replace("[]", "[" * DEEP + "]" * DEEP), 1)


def as_table(notebook: Notebook) -> None:
    """Cells by number."""
    notebook["cells"] = {str(number): cell for number, cell in enumerate(notebook["cells"])}


def format_3(notebook: Notebook) -> None:
    """The format of 2013."""
    cells = [{"input" if key == "source" else key: value for key, value in c.items()} for c in notebook.pop("cells")]
    notebook |= {"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells, "metadata": {}}]}


def version(nbformat: Any):
    """Claim another format."""
    return lambda n: n.update(nbformat=nbformat)


def many_cells(notebook: Notebook) -> None:
    """Ten thousand cells before the student's own."""
    notebook["cells"][:0] = [
        {
            "cell_type": "code",
            "id": f"c{n}",
            "metadata": {},
            "source": f"x = {n}",
            "outputs": [],
            "execution_count": None,
        }
        for n in range(10_000)
    ]


def among(values: str):
    """Put so many values before all else of a notebook that tells nothing more; `values` is repeated up to 19 MB."""
    return lambda released: (
        f'{{"x": [{values * (19_000_000 // len(values))}0], ' + json.dumps(honest(released))[1:]
    ).encode()


def empty_cells(released: Notebook) -> bytes:
    """The student's own cells behind 19 MB of empty ones."""
    return as_file(honest(released)).replace(b'"cells": [', b'"cells": [' + b"{}," * 6_000_000, 1)


def pictures(notebook: Notebook) -> None:
    """Sixteen megabytes of pasted pictures."""
    shown = "".join(f"![](attachment:{number}.png)\n" for number in range(4))
    cell = next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why")
    cell |= {"source": shown, "attachments": {f"{n}.png": {"image/png": "A" * 4_000_000} for n in range(4)}}


def said(why: str):
    """Write something where a person reads it."""
    return lambda notebook: write_in(notebook, "why", why)


MANY = "exercise.ipynb holds more than 500,000 values"
NO_FILE = {"package": None, "right": 0}
SUBMISSIONS: tuple[Hostile, ...] = (
    file("100 MB of outputs", "stop", big_outputs),
    file("30 MB of source", "stop", big_source, "is 30 MB large even without its outputs", **NO_FILE),
    file("empty file", "break", lambda _: b"", NO_NOTEBOOK, **NO_FILE),
    file("picture renamed", "break", lambda _: PNG * 50, NO_NOTEBOOK, **NO_FILE),
    file("zip bomb renamed", "stop", lambda _: zip_bomb(), NO_NOTEBOOK, **NO_FILE),
    file("half a file", "break", lambda r: as_file(honest(r))[:2000], NO_NOTEBOOK, **NO_FILE),
    file("byte order mark", "break", lambda r: b"\xef\xbb\xbf" + as_file(honest(r))),
    file("UTF-16", "break", lambda r: json.dumps(honest(r)).encode("utf-16")),
    file("bytes that are not UTF-8", "break", lambda r: as_file(honest(r)).replace(b"different", b"diff\xe9rent")),
    file("NULs in the text", "break", lambda r: as_file(honest(r)).replace(b"We care", b"We\0care")),
    file("NULs after the end", "break", lambda r: as_file(honest(r)) + bytes(4096), NO_NOTEBOOK, **NO_FILE),
    text("lone surrogates", lambda t: t.replace("We care", r"We \ud800 care \udfff")),
    text("deep outputs", deep('"outputs": []')),
    text("deep metadata", lambda t: deep('"deep": []')('{"deep": [], ' + t[1:]), NO_NOTEBOOK, **NO_FILE),
    text("million digits", lambda t: t.replace('"execution_count": null', '"execution_count": ' + "9" * 1_000_000, 1)),
    text("million digits as the format", lambda t: t.replace('"nbformat": 4', '"nbformat": ' + "4" * 1_000_000)),
    text("a float beyond all", lambda t: t.replace('"nbformat_minor": 5', '"nbformat_minor": 1e999999999')),
    notebook("not a number", "break", lambda n: n.update(nbformat_minor=float("nan"), metadata={"x": float("-inf")})),
    notebook("format 3", "break", format_3),
    notebook("format 5", "break", version(5)),
    notebook("format 99", "break", version(99)),
    notebook("format that is words", "break", version("four")),
    notebook("cells in a table", "break", as_table, NO_CELLS, **NO_FILE),
    notebook("source that is a number", "break", lambda n: write_in(n, "package", 56_000), NOTHING, package=None),
    notebook("source that is nested", "break", lambda n: write_in(n, "package", [["a"], {}]), NOTHING, package=None),
    notebook("ten thousand cells", "stop", many_cells),
    notebook("cells that are nothing", "break", lambda n: n["cells"].extend([None, 7, "x", [], {}])),
    file("19 MB of empty cells", "stop", empty_cells, MANY, **NO_FILE),
    file("19 MB of lists", "stop", among("[],"), MANY, **NO_FILE),
    file("19 MB of lists in lists", "stop", among("[[[[]]]],"), MANY, **NO_FILE),
    file("19 MB of tables", "stop", among('{"":0},'), MANY, **NO_FILE),
    file("19 MB of numbers", "stop", among("1e9,"), MANY, **NO_FILE),
    file("19 MB of texts", "stop", among('"a",'), MANY, **NO_FILE),
    notebook("16 MB of pictures", "stop", pictures),
    notebook("entity without end", "break", said("It is &#" + "9" * 5000 + "; to me.")),
    notebook("entity without end in an entity", "break", said("It is &amp;#" + "9" * 5000 + "; to me.")),
    notebook("entity of zeros", "break", said("It is &#" + "0" * 5000 + "65; to me.")),
    notebook("no metadata at all", "break", lambda n: n.pop("metadata")),
)
