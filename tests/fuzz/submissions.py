"""Targets: what a student hands in - the notebook, its Markdown, its answers, the names of its files, its stamp."""

import json
import os
import shutil
from functools import partial
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import nbformat
from biggerpie.answers.answer import find_answer
from biggerpie.answers.matching import match_issue, match_option
from biggerpie.course.new_course import exercise_names
from biggerpie.grading import Answer
from biggerpie.grading.dossiers.dossier import Opened, drawn_case
from biggerpie.grading.dossiers.graded import graded_case
from biggerpie.grading.dossiers.named import NamedCase
from biggerpie.grading.marking import answers_in, mark_notebook
from biggerpie.grading.nbgrader_adapter.record import RecordedExercise, drafted_exercise
from biggerpie.grading.nbgrader_adapter.restore import restored
from biggerpie.grading.rubrics import RUBRICS
from biggerpie.grading.submission.allowed_files import rules_for
from biggerpie.grading.submission.notebook import read_submission, typed_student
from biggerpie.grading.submission.notebook_names import only_notebook_renamed, others
from biggerpie.grading.submission.tidying import tidied
from biggerpie.grading.submission_page.cells import Given
from biggerpie.grading.submission_page.files import files_in
from biggerpie.grading.submission_page.handed_in import Place
from biggerpie.grading.submission_page.page import page
from biggerpie.grading.submission_page.recorded import Recorded
from biggerpie.grading.submission_page.submission_view import SubmissionView, notebook_view
from biggerpie.negotiation import Issue

from ..grading.exercises import notebook_of
from ..grading.rubrics.test_all_rubrics import CASE, at_random, marked
from .course import EXERCISE, put_secret
from .mutate import EXTREMES, WORDS, mutated_bytes, mutated_text
from .mutate_json import mutated_json
from .target import Target, reading_a_file

MARKDOWN = """# A heading with *stars*, `code` and $x^2$

I would ask [why](https://example.org/a "title"), because <b>both</b> gain. ![picture](attachment:p.png)

> quoted

```python
print(1)
```

| issue | why |
| --- | --- |
| salary | it matters |

[ref]: https://example.org
- one
  - two
"""
PICTURE = {"p.png": {"image/png": "iVBORw0KGgo="}}
STAMP = b"2025-01-15 09:00:00.123456 UTC\n"
NOTEBOOK = "exercise.ipynb"


def notebook(folder: Path) -> Target:
    """Read a damaged notebook, restore it and mark it, as `biggerpie grade` does."""
    exercises = [exercise_of(name) for name in exercise_names()]
    file = folder / NOTEBOOK

    def make(draw: Random) -> tuple[int, bytes]:
        number = draw.randrange(len(exercises))
        return number, mutated_json(_filled(exercises[number][2], draw), draw)

    def run(given: tuple[int, bytes]) -> None:
        exercise, opened, _ = exercises[given[0]]
        file.write_bytes(given[1])
        whole = restored(exercise, read_submission(file))
        typed_student(whole)
        nbformat.writes(whole)
        _marked(whole, exercise, opened)

    return Target(make, run)


def markdown(folder: Path) -> Target:
    """Read a written answer with a pasted picture."""
    file = folder / NOTEBOOK
    cell = {"cell_type": "markdown", "metadata": {"nbgrader": {"grade_id": "why"}}, "attachments": PICTURE}

    def make(draw: Random) -> bytes:
        return json.dumps({"cells": [{**cell, "source": mutated_text(MARKDOWN, draw)}]}).encode()

    return Target(make, reading_a_file(file, lambda: read_submission(file)))


def answers(_: Path) -> Target:
    """Read and mark an answer by every rubric, and match its words with the case's."""
    names = list(RUBRICS)

    def make(draw: Random) -> tuple[str, str]:
        name = draw.choice(names)
        return name, mutated_text(at_random(name, draw.randrange(50)), draw)

    def run(given: tuple[str, str]) -> None:
        name, text = given
        mark = marked(name, CASE, Answer("it", text))
        assert 0 <= mark.points <= 40, mark.points
        mark.report()._repr_html_().encode()
        find_answer(f"%%answer {text}")

    return Target(make, run)


def words(_: Path) -> Target:
    """Match words with the names of issues and options."""

    def make(draw: Random) -> tuple[Issue | None, str]:
        issue = draw.choice(CASE.issues)
        if draw.random() < 0.3:
            return None, mutated_text(issue.name, draw)
        return issue, mutated_text(draw.choice(issue.options), draw)

    def run(given: tuple[Issue | None, str]) -> None:
        issue, text = given
        if issue is None:
            match_issue(CASE, text)
        else:
            match_option(issue, text)

    return Target(make, run)


def file_names(folder: Path) -> Target:
    """Put files, folders and links of odd names in order."""
    place, rules = folder / "submitted" / "student" / EXERCISE, rules_for(folder / "source", folder / "release")

    def make(draw: Random) -> list[tuple[str, bytes]]:
        return [(draw.choice("ffffdl"), _name(draw)) for _ in range(draw.randint(1, 6))]

    def run(named: list[tuple[str, bytes]]) -> None:
        for left in folder.iterdir():
            shutil.rmtree(left)
        place.mkdir(parents=True)
        for kind, name in named:
            _put(kind, os.fsencode(place) + b"/" + name)
        told = tidied(place, folder, rules)
        sentences = [*told, only_notebook_renamed(place, [NOTEBOOK], folder), others(place, [NOTEBOOK])]
        "\n".join(sentences).encode("ascii", "backslashreplace")
        assert not any(path.is_symlink() for path in place.rglob("*"))

    return Target(make, run)


def stamps(folder: Path) -> Target:
    """Read the time at which something was handed in, as nbgrader does after the files were put in order."""
    from nbgrader.utils import parse_utc

    place, rules = folder / "submitted" / "student" / EXERCISE, rules_for(folder / "source", folder / "release")
    place.mkdir(parents=True)
    stamp = place / "timestamp.txt"

    def read() -> None:
        tidied(place, folder, rules)
        if stamp.exists():
            parse_utc(stamp.read_text("utf-8").strip())
        for left in folder.iterdir():
            if left.name != "submitted":
                shutil.rmtree(left)

    return Target(lambda draw: mutated_bytes(STAMP, draw), reading_a_file(stamp, read))


def safe_page(folder: Path) -> Target:
    """Write the page of a damaged submission, which nothing that was handed in may become part of."""
    put_secret(folder, *exercise_names())
    exercises = [(name, *exercise_of(name)) for name in exercise_names()]
    place = folder / "submitted" / "ada" / "x"
    place.mkdir(parents=True)
    file = place / NOTEBOOK

    def make(draw: Random) -> tuple[int, bytes]:
        number = draw.randrange(len(exercises))
        return number, mutated_json(_filled(exercises[number][3], draw), draw)

    def run(given: tuple[int, bytes]) -> None:
        name, exercise, _, _ = exercises[given[0]]
        file.write_bytes(given[1])
        records = {record.name: record for record in exercise.cells}
        given = Given(records, {name: record.source for name, record in records.items()})
        known = SimpleNamespace(exercise=exercise, given=given, opened=partial(_opened, folder))
        notebook = notebook_view(Place("ada", name, place), cast("Recorded", known), file)
        html = page(SubmissionView("ada", name, "", "", (notebook,), files_in(place), None))
        html.encode("utf-8")
        assert "<script" not in html
        assert html.count("<article") == html.count("</article>")

    return Target(make, run)


def _opened(folder: Path, student: str, exercise: str, named: NamedCase) -> Opened:
    return graded_case(folder, exercise, named, student)


def exercise_of(name: str) -> tuple[RecordedExercise, Opened, dict[str, Any]]:
    """Return an exercise of the kit's as it is recorded, with a case, and its notebook."""
    """Return an exercise of the kit's as it is recorded, with a case, and its notebook."""
    source = notebook_of(name)
    exercise = drafted_exercise(nbformat.reads(json.dumps(source), as_version=4))
    assert exercise is not None, name
    return exercise, drawn_case(exercise.named, "fuzz"), source


def _filled(source: dict[str, Any], draw: Random) -> dict[str, Any]:
    """Return an exercise's notebook with something like an answer in every answer's cell."""
    filled: dict[str, Any] = json.loads(json.dumps(source))
    for cell in filled["cells"]:
        if found := find_answer("".join(cell["source"])):
            text = at_random(found.name, draw.randrange(50)) if draw.random() < 0.5 else found.text or ""
            cell["source"] = f"%%answer {found.name}\n{text}"
    return filled


def _marked(whole: Any, exercise: RecordedExercise, opened: Opened) -> None:
    """Mark the notebook; a test cell that fails on an answer is a finding, and no sentence to a student."""
    try:
        answers_in(whole, exercise)
        mark_notebook(whole, exercise, opened)
    except Exception as error:
        raise AssertionError(str(error)) from error


def _name(draw: Random) -> bytes:
    common = ("exercise.ipynb", "Exercise.IPYNB.txt", "timestamp.txt", "a/b.txt", "nbgrader_config.py", "x.html", ".x")
    name = mutated_text(draw.choice(common), draw) if draw.random() < 0.8 else draw.choice((*WORDS, *EXTREMES))
    return name.encode("utf-8", "surrogatepass" if draw.random() < 0.3 else "replace")[: draw.choice((40, 255, 900))]


def _put(kind: str, path: bytes) -> None:
    """Make a file, folder or link where the file system allows it; one that it refuses cannot be handed in."""
    if b"\0" in path or b"/../" in path + b"/":
        return
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  # a name need not be text
        if kind == "l":
            os.symlink(b"/etc/hostname", path)  # noqa: PTH211
        elif kind == "d":
            os.makedirs(path, exist_ok=True)  # noqa: PTH103
        else:
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(b"{}")
    except (OSError, UnicodeError):
        return
