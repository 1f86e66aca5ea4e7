"""Thirty different submissions to an exercise whose case is the same for all, each with what is found in it."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from biggerpie.negotiation import Case

from ..negotiation import brute_force as brute

Notebook = dict[str, Any]
NASH = "56,000|4 days|1 March|night steering|12 weeks|3 months"
GOOD = "54,000|4 days|1 March|night steering|12 weeks|2 months"
FAIR = "56,000|3 days|1 April|night steering|8 weeks|3 months"
MIDDLE = "56,000|2 days|1 April|charging dock|4 weeks|3 months"
GREEDY = "60,000|4 days|1 May|night steering|12 weeks|1 month"
GENEROUS = "52,000|0 days|1 March|night steering|12 weeks|5 months"
ISSUES = ("salary", "days at home", "start date", "first project", "mentoring", "notice period")
RIGHT = ("distributive", "integrative", "integrative", "compatible", "compatible", "distributive")
PIXEL = (  # a picture of one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
WHY = "We care about different things, so each can give what is cheap."


@dataclass(frozen=True)
class Submission:
    """A file as handed in; the package and the number of right labels that count, None and 0 where nothing does."""

    name: str
    file: bytes
    package: str | None
    right: int
    answered_why: bool = True


def put_one_case_for_all(course: Path) -> None:
    """Put an exercise in the place of exercise 01 whose case is the same for all, so that all marks are known."""
    source = course / "source" / "01-both-can-gain" / "exercise.ipynb"
    shutil.copyfile(Path(__file__).with_name("one_case_for_all.ipynb"), source)


def expected_package_points(case: Case, package: str | None) -> float:
    """The points out of 50 by brute force over all packages, without the kit's reader or measures."""
    if package is None:
        return 0.0
    options = package.split("|")
    chosen = tuple(issue.options.index(option) for issue, option in zip(case.issues, options, strict=True))
    return round(brute.package_mark(case, chosen) / 2, 2)


def expected_label_points(right: int) -> float:
    """The points out of 30: two issues are of each kind, so two right earn nothing."""
    return 30 * max(0, right - 2) / 4


def labels(*kinds: str) -> str:
    """An `%%answer labels` cell."""
    return "%%answer labels\n" + "\n".join(f"{i}: {k}" for i, k in zip(ISSUES, kinds, strict=True))


def package(options: str) -> str:
    """An `%%answer package` cell."""
    return "%%answer package\n" + "\n".join(f"{i}: {o}" for i, o in zip(ISSUES, options.split("|"), strict=True))


def filled(released: Notebook, labels_cell: str, package_cell: str, why: str | None = WHY) -> Notebook:
    """The released notebook with answers in it."""
    notebook: Notebook = json.loads(json.dumps(released))
    answers = {"labels": labels_cell, "package": package_cell, "why": why}
    for cell in notebook["cells"]:
        answer = answers.get(grade_id(cell))
        if answer is not None:
            cell["source"] = answer
    return notebook


def grade_id(cell: dict[str, Any]) -> str:
    """Nbgrader's name of the cell."""
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def everyone(released: Notebook) -> Iterator[Submission]:
    """Yield the thirty: perfect, mediocre, infeasible, misspelt, empty, malformed and hostile."""
    right = labels(*RIGHT)
    forms = filled(released, right, package(NASH))
    no_colons = package(NASH).replace(": ", " ")

    def plain(name: str, kinds: str, options: str, *, count: int = 6) -> Submission:
        return Submission(name, as_file(filled(released, kinds, package(options))), options, count)

    def written(name: str, text: str, counts: str | None) -> Submission:
        return Submission(name, as_file(filled(released, right, text)), counts, 6)

    yield plain("perfect", right, NASH)
    yield plain("on the frontier", right, GOOD)
    yield plain("fair", labels("distributive", *["integrative"] * 5), FAIR, count=3)
    yield plain("middle", labels(*["distributive"] * 6), MIDDLE, count=2)
    yield plain("greedy", labels(*["integrative"] * 6), GREEDY, count=2)
    yield plain("generous", labels(*["compatible"] * 6), GENEROUS, count=2)
    yield written("money with signs", package(NASH).replace("56,000", "€ 56.000 EUR"), NASH)
    yield written("short numbers", package(NASH).replace("56,000", "56k").replace("4 days", "4"), NASH)
    yield written("capitals", package(NASH).upper().replace("%%ANSWER PACKAGE", "%%answer package"), NASH)
    yield written("american dates", package(NASH).replace("1 March", "March 1st"), NASH)
    yield written("misspelt issue", package(NASH).replace("salary", "salry"), None)
    yield written("unknown option", package(NASH).replace("56,000", "57,000"), None)
    yield written("missing issue", package(NASH).replace("\nmentoring: 12 weeks", ""), None)
    yield written("said twice", package(NASH) + "\nsalary: 52,000", None)
    yield Submission("no colons", as_file(filled(released, right.replace("salary:", "salary"), no_colons)), None, 5)
    yield written("no spaces", package(NASH).replace(": ", ":"), NASH)
    yield written("number words", package(NASH).replace("12 weeks", "twelve weeks"), NASH)
    yield written("yaml tag", package(NASH).replace("56,000", "!!python/object/apply:os.system ['touch forged']"), None)
    yield written("yaml bomb", "%%answer package\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", None)
    yield written("one megabyte", "%%answer package\n" + "salary: 56,000\n" * 70_000, None)
    yield Submission("script in the written answer", as_file(scripted(forms)), NASH, 6)
    yield written("code", "import os\nos.system('touch forged')\ngrade = lambda *a, **k: 50.0", None)
    yield written("two answers in a cell", package(NASH) + "\n" + package(GOOD), None)
    yield Submission("empty", as_file(released), None, 0, answered_why=False)
    yield Submission("not JSON", as_file(forms)[:900], None, 0, answered_why=False)
    yield Submission("a list", b"[1, 2, 3]", None, 0, answered_why=False)
    yield Submission("with a BOM", b"\xef\xbb\xbf" + as_file(forms), NASH, 6)
    yield Submission("forged tests", as_file(forged(filled(released, right, package(FAIR)))), FAIR, 6)
    yield Submission("second answer elsewhere", as_file(with_second_answer(forms)), NASH, 6)
    yield Submission("deleted and copied cells", as_file(shuffled(forms)), NASH, 6)


def as_file(notebook: Notebook) -> bytes:
    """The bytes of a submitted file."""
    return json.dumps(notebook).encode()


def forged(notebook: Notebook) -> Notebook:
    """Tests rewritten, outputs invented, points raised, tags that make stock nbgrader skip a test."""
    for cell in notebook["cells"]:
        if grade_id(cell).startswith("mark-"):
            cell["source"] = "open('forged', 'w').write('x')\n1000.0"
            cell["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": "1000.0"}, "metadata": {}}]
            cell["metadata"]["nbgrader"]["points"] = 1000
            cell["metadata"]["tags"] = ["skip-execution"]
    return notebook


def with_second_answer(notebook: Notebook) -> Notebook:
    """A draft left in a cell of the student's own."""
    draft = {"cell_type": "code", "metadata": {}, "source": package(GREEDY), "outputs": []}
    return {**notebook, "cells": [draft, *notebook["cells"]]}


def scripted(notebook: Notebook) -> Notebook:
    """A written answer that would act in the instructor's browser, with a picture."""
    for cell in notebook["cells"]:
        if grade_id(cell) == "why":
            cell["source"] = "<script>document.title = 'hurt'</script> ![p](attachment:p.png)"
            cell["attachments"] = {"p.png": {"image/png": PIXEL}}
    return json.loads(json.dumps(notebook))


def shuffled(notebook: Notebook) -> Notebook:
    """Cells in reverse, the test cells gone, one answer cell copied with its id, an invented graded cell."""
    cells = [cell for cell in notebook["cells"] if not grade_id(cell).startswith("mark-")]
    copy = next(cell for cell in cells if grade_id(cell) == "package")
    invented = {
        "grade": True,
        "grade_id": "bonus",
        "locked": True,
        "points": 500,
        "schema_version": 3,
        "solution": False,
    }
    bonus = {"cell_type": "code", "metadata": {"nbgrader": invented}, "source": "500.0", "outputs": []}
    return {**notebook, "cells": [bonus, *reversed(cells), copy]}
