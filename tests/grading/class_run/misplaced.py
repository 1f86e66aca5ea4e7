"""A perfect notebook, with a part of it in the wrong place."""

from collections.abc import Callable
from typing import Any

from ..class_of_thirty import NASH, RIGHT, WHY, grade_id, labels, package

Notebook = dict[str, Any]
Edit = Callable[[Notebook], None]


def place_of(notebook: Notebook, name: str) -> int:
    return next(n for n, cell in enumerate(notebook["cells"]) if grade_id(cell) == name)


def cell_of(notebook: Notebook, name: str) -> dict[str, Any]:
    return notebook["cells"][place_of(notebook, name)]


def new_cell(kind: str, source: str) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": source} | ({"outputs": []} if kind == "code" else {})


def blank(*names: str) -> Edit:
    """Leave these cells as they were handed out."""
    return lambda notebook: [cell_of(notebook, name).update(source=BLANK[name]) for name in names]


def wrote(name: str, source: str) -> Edit:
    return lambda notebook: cell_of(notebook, name).update(source=source)


def added(name: str, source: str) -> Edit:
    """Write below what a cell holds."""
    return lambda notebook: cell_of(notebook, name).update(
        source=f"{''.join(cell_of(notebook, name)['source'])}{source}"
    )


def turned(name: str, kind: str) -> Edit:
    return lambda notebook: cell_of(notebook, name).update(cell_type=kind)


def below(name: str, *cells: dict[str, Any]) -> Edit:
    def edit(notebook: Notebook) -> None:
        place = place_of(notebook, name) + 1
        notebook["cells"][place:place] = cells

    return edit


def first(cell: dict[str, Any]) -> Edit:
    return lambda notebook: notebook["cells"].insert(0, cell)


def closing(source: str) -> Edit:
    def edit(notebook: Notebook) -> None:
        last = notebook["cells"][-1]
        last["source"] = "".join(last["source"]) + source

    return edit


def without(name: str) -> Edit:
    return lambda notebook: notebook["cells"].pop(place_of(notebook, name))


def remade(name: str, kind: str = "code") -> Edit:
    """Delete the cell and type its text into a new one in its place."""
    return lambda notebook: notebook["cells"].__setitem__(
        place_of(notebook, name), new_cell(kind, cell_of(notebook, name)["source"])
    )


def stripped(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["metadata"] = {}


BLANK: dict[str, str] = {}
HALF = package(NASH).splitlines()
READ: dict[str, list[Edit]] = {
    "a raw answer cell": [turned("package", "raw")],
    "a Markdown answer cell": [turned("labels", "markdown")],
    "a raw cell made anew": [remade("package", "raw")],
    "a Markdown cell made anew": [remade("package", "markdown")],
    "a code cell made anew": [remade("package")],
    "a remark above": [wrote("package", f"# my package\n\n# the second try\n{package(NASH)}")],
    "no first line": [wrote("package", package(NASH).partition("\n")[2])],
    "one percent sign": [wrote("package", package(NASH)[1:])],
    "no percent sign": [wrote("package", package(NASH).replace("%%answer", "Answer"))],
    "no name": [wrote("package", package(NASH).replace("%%answer package", "%%answer"))],
    "prose above": [wrote("package", f"I thought long about this.\n{package(NASH)}")],
    "a fence around": [wrote("package", f"```\n{package(NASH)}\n```")],
    "a table": [wrote("package", "%%answer package\n" + "\n".join(f"|{line.replace(':', '|')}|" for line in HALF[1:]))],
    "the answer in the question's cell": [blank("package"), wrote("mark-package", package(NASH))],
    "no metadata": [stripped],
    "two answers in each other's cells": [wrote("package", labels(*RIGHT)), wrote("labels", package(NASH))],
}
"""Edits of a perfect notebook, which is read all the same."""
FORGED = "<script>hurt()</script> [x](javascript:hurt())"
WAITING: dict[str, tuple[set[str], str, list[Edit]]] = {
    "a new cell below": (
        {"why"},
        "in cell 17 (Markdown), below 'why'",
        [blank("why"), below("why", new_cell("markdown", WHY))],
    ),
    "a code cell below": (
        {"why"},
        "in cell 17 (code), below 'why'",
        [blank("why"), below("why", new_cell("code", WHY))],
    ),
    "a remark in a code cell": (
        {"why"},
        "in cell 17 (code), below 'why'",
        [blank("why"), below("why", new_cell("code", f"# {WHY}\nprint(1)"))],
    ),
    "a raw cell far above": ({"why"}, "in cell 1 (raw)", [blank("why"), first(new_cell("raw", WHY))]),
    "the question's cell": (
        {"why"},
        "in the exercise's own cell 'why-question' (cell 15)",
        [blank("why"), added("why-question", f"\n\n{WHY}")],
    ),
    "another question's cell, in its place": (
        {"why"},
        "in the exercise's own cell 'package-how' (cell 12)",
        [blank("why"), wrote("package-how", WHY)],
    ),
    "the closing cell": ({"why"}, "in cell 17 (Markdown), below 'why'", [blank("why"), closing(f"\n{WHY}")]),
    "a test cell": (
        {"why"},
        "in the exercise's own cell 'mark-package' (cell 14)",
        [blank("why"), added("mark-package", f"\n# {WHY}")],
    ),
    "a cell of its own without the answer's": (
        {"why"},
        "below 'labels-question'",
        [without("why"), below("labels-question", new_cell("markdown", WHY))],
    ),
    "a copy of the answer's cell": (
        {"why"},
        "below 'brief'",
        [blank("why"), below("brief", new_cell("markdown", f"YOUR ANSWER HERE\n\n{WHY}"))],
    ),
    "a text that acts": ({"why"}, "in cell 17", [blank("why"), below("why", new_cell("markdown", f"{WHY} {FORGED}"))]),
    "prose in the answer's cell": (
        {"mark-package"},
        "what stands in the cell 'package' could not be read as its answer",
        [wrote("package", WHY)],
    ),
    "the written answer in another answer's cell": (
        {"mark-package", "why"},
        "elsewhere: in the cell 'package'",
        [wrote("package", WHY), blank("why")],
    ),
    "the written answer as a remark in another answer's cell": (
        {"why"},
        "elsewhere: beside the answer in the cell 'package'",
        [blank("why"), wrote("package", f"{package(NASH)}\n# {WHY}")],
    ),
    "the written answer above another answer": (
        {"why"},
        "elsewhere: beside the answer in the cell 'package'",
        [blank("why"), wrote("package", f"{WHY}\n{package(NASH)}")],
    ),
    "another answer in the written answer's cell": (
        {"mark-package"},
        "written for 'package' in more than one place: in its own cell and in the cell 'why'",
        [wrote("package", "\n".join(HALF[:4])), wrote("why", "\n\n".join(HALF[4:]))],
    ),
    "a whole answer in the written answer's cell": (
        {"mark-package"},
        "in the cell 'why'",
        [blank("package"), wrote("why", "\n".join(HALF[1:]))],
    ),
    "a remark in the answer's cell": (
        {"mark-package"},
        "what stands in the cell 'package' could not be read as its answer",
        [blank("package"), added("package", "\n# the salary is 56,000")],
    ),
    "a draft beside a whole answer": (
        {"mark-package"},
        "'package' has more than one answer, and only the first was marked",
        [first(new_cell("code", package(NASH).replace("4 days", "2 days")))],
    ),
    "another answer's name": (
        {"mark-labels", "mark-package"},
        "what stands in the cell 'package' could not be read as its answer",
        [wrote("package", package(NASH).replace("package", "labels"))],
    ),
    "half below": (
        {"mark-package"},
        "written for 'package' in more than one place: in its own cell and in cell 14 (code), below 'package'",
        [wrote("package", "\n".join(HALF[:4])), below("package", new_cell("code", "\n".join(HALF[4:])))],
    ),
    "half below under the same name": (
        {"mark-package"},
        "in cell 14 (code), below 'package'",
        [wrote("package", "\n".join(HALF[:4])), below("package", new_cell("code", "\n".join([HALF[0], *HALF[4:]])))],
    ),
    "two drafts and no answer": (
        {"mark-package"},
        "in cell 14 (code), below 'package' and in cell 15 (Markdown), below 'package'",
        [
            blank("package"),
            below(
                "package",
                new_cell("code", package(NASH)),
                new_cell("markdown", package(NASH.replace("4 days", "2 days"))),
            ),
        ],
    ),
    "an answer without its name elsewhere": (
        {"mark-package"},
        "in cell 1 (code)",
        [blank("package"), first(new_cell("code", "\n".join(HALF[1:])))],
    ),
    "two answers in one cell": (
        {"mark-labels", "mark-package"},
        "the cell 'labels' holds more than one answer",
        [wrote("labels", f"{labels(*RIGHT)}\n{package(NASH)}"), without("package")],
    ),
    "everything in one cell": (
        {"mark-labels", "mark-package", "why"},
        "in cell 1 (Markdown)",
        [blank("labels", "package", "why"), first(new_cell("markdown", f"A fight over the salary.\n\n{WHY}"))],
    ),
    "cells that are not read": (
        {"mark-package"},
        "in cells that are not read",
        [blank("package"), *[first(new_cell("code", "1"))] * 300],
    ),
}
"""Edits of a perfect notebook; the parts that wait for them beside `why` where it is answered, and what is told."""
PLAIN: dict[str, tuple[set[str], list[Edit]]] = {
    "nothing at all": (set(), [blank("labels", "package", "why")]),
    "an emptied answer": (set(), [wrote("why", " \n")]),
    "trying out": (
        set(),
        [blank("why"), below("why", new_cell("code", "import math\nBrief(case, 'candidate')\n%pip list"))],
    ),
    "a form filled in with nothing": (set(), [wrote("package", "%%answer package\nsalary:\nmentoring:"), blank("why")]),
    "a deleted answer cell": (set(), [without("why")]),
    "own notes beside whole answers": ({"why"}, [first(new_cell("markdown", "My notes."))]),
}
"""Edits of a perfect notebook in which nothing is misplaced, and what waits as always."""
