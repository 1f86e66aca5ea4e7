"""Marking: only the instructor's recorded cells run, and a faulty one is named."""

import json
import os
from dataclasses import replace
from importlib.resources import files

import nbformat
import pytest
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.markdown.rewritten import safe_text
from biggerpie.grading.marking import FaultyTestCellError, mark_notebook
from biggerpie.grading.nbgrader_adapter import copied_once, preprocessors
from biggerpie.grading.nbgrader_adapter.preprocessors import SubmissionExporter, TryTests
from biggerpie.grading.nbgrader_adapter.record import RecordedCell, RecordedExercise
from biggerpie.grading.nbgrader_adapter.restore import restored
from biggerpie.grading.submission.notebook import SubmittedCell, read_submission
from biggerpie.negotiation import NegotiationError
from nbconvert import HTMLExporter

from .class_of_thirty import PIXEL

LOCKED = RecordedCell("open", "code", "%case", "c", True, False, False, False, None)
ANSWER = RecordedCell("package", "code", "%%answer package\n", "c", False, False, True, False, None)
TEST = RecordedCell("mark", "code", "grade(package, points=50)", "c", True, True, False, False, 50.0)
ABOUT = {"nbgrader": {"assignment": "01-both-can-gain", "notebook": "exercise"}}
EXERCISE = RecordedExercise((LOCKED, ANSWER, TEST), named_case("job-offer candidate"))


def marked(test_source: str, *cells: SubmittedCell) -> nbformat.NotebookNode:
    exercise = replace(EXERCISE, cells=(LOCKED, ANSWER, replace(TEST, source=test_source)))
    notebook = restored(exercise, cells)
    mark_notebook(notebook, exercise)
    nbformat.validate(notebook)
    return notebook


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("grade(package, points=51)", "ends with"),
        ("-1.0", "ends with -1.0; let it end with a mark from 0 to 50"),
        ("float('nan')", "ends with nan"),
        ("True", "ends with True"),
        ("x = 1", "its last line is no expression"),
        ("grade_pakage(package)", "failed with NameError"),
        ("1 +", "failed with SyntaxError"),
        ("", "its last line is no expression"),
    ],
)
def test_a_faulty_test_cell_is_named_and_gives_no_mark(source, says):
    perfect = (
        "salary: 56,000\ndays at home: 4\nstart date: 1 March\nfirst project: night steering\nmentoring: 12 weeks\n"
    )
    answer = SubmittedCell("code", f"%%answer package\n{perfect}notice period: 3 months", "package")
    with pytest.raises(FaultyTestCellError) as caught:
        marked(source, answer)
    assert "the test cell 'mark'" in str(caught.value)
    assert says in str(caught.value)


def test_restoring_brings_every_recorded_cell_once_and_keeps_the_students_text():
    cells = [
        SubmittedCell("code", "forged", "mark"),
        SubmittedCell("markdown", "my notes", None),
        SubmittedCell("code", "%%answer package\n", "package"),
        SubmittedCell("code", "%%answer package\nsalary: 1", "package"),
        SubmittedCell("code", "1000.0", "bonus"),
    ]
    notebook = restored(EXERCISE, cells)
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    assert sorted(filter(None, ids)) == ["mark", "open", "package"]
    by_id = {i: cell for i, cell in zip(ids, notebook.cells, strict=True) if i}
    assert by_id["mark"].source == TEST.source
    assert by_id["package"].source == "%%answer package\nsalary: 1"
    assert "my notes" in [cell.source for cell in notebook.cells]
    nbformat.validate(notebook)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not JSON"),
        (b"\x89PNG\r\n", "not JSON"),
        (b"PK\x03\x04\x14\x00", "but a zip archive or a Word file, so there was nothing to mark"),
        (b"%PDF-1.7", "but a PDF"),
        (b"<!DOCTYPE html>", "but a page that a browser saved"),
        (b"[" * 200_000, "not JSON"),
        (b'{"nbformat": 4}', "it has no cells"),
        (b"null", "it has no cells"),
        (b'{"cells": 3}', "it has no cells"),
        (b'{"worksheets": [3]}', "it has no cells"),
    ],
)
def test_a_file_that_is_no_notebook_is_refused_in_one_sentence(tmp_path, content, says):
    (tmp_path / "exercise.ipynb").write_bytes(content)
    with pytest.raises(NegotiationError, match=says):
        read_submission(tmp_path / "exercise.ipynb")


def test_a_link_to_another_file_is_not_followed(tmp_path):
    (tmp_path / "secret.ipynb").write_text('{"cells": []}')
    (tmp_path / "exercise.ipynb").symlink_to(tmp_path / "secret.ipynb")
    with pytest.raises(NegotiationError, match="is no ordinary file"):
        read_submission(tmp_path / "exercise.ipynb")


@pytest.mark.parametrize(
    "cell",
    [
        '{"cell_type": 5, "source": 5, "metadata": 5}',
        '{"cell_type": "code", "source": [1, null, "x"], "metadata": {"nbgrader": {"grade_id": ["package"]}}}',
        '{"cell_type": "code", "source": "\\ud800 \\u0000", "metadata": {"nbgrader": []}}',
        '{"source": NaN}',
        "{}",
        '{"cell_type": "raw", "source": "<script>x</script>", "metadata": {"raw_mimetype": "text/html"}}',
        f'{{"cell_type": "code", "source": "", "execution_count": {"9" * 5000}}}',
    ],
)
def test_odd_cells_become_plain_cells(tmp_path, cell):
    (tmp_path / "exercise.ipynb").write_text(f'{{"cells": [1, null, {cell}]}}')
    notebook = restored(EXERCISE, read_submission(tmp_path / "exercise.ipynb"))
    nbformat.validate(notebook)
    nbformat.writes(notebook).encode()


@pytest.mark.parametrize("kind", ["folder", "pipe", "nothing"])
def test_what_is_no_file_is_not_opened(tmp_path, kind):
    path = tmp_path / "exercise.ipynb"
    {"folder": path.mkdir, "pipe": lambda: os.mkfifo(path), "nothing": lambda: None}[kind]()
    with pytest.raises(NegotiationError, match="is no ordinary file"):
        read_submission(path)


def test_a_side_field_does_not_hide_the_cells(tmp_path):
    (tmp_path / "exercise.ipynb").write_text('{"worksheets": [], "cells": [{"cell_type": "code", "source": "a"}]}')
    assert [cell.source for cell in read_submission(tmp_path / "exercise.ipynb")] == ["a"]


def test_a_notebook_of_two_hundred_thousand_cells_is_kept_to_what_a_person_writes(tmp_path):
    answer = '{"cell_type": "code", "source": "%%answer package\\r\\nsalary: 1", "metadata": {}}'
    (tmp_path / "exercise.ipynb").write_text('{"cells": [' + "{}," * 200_000 + answer + "]}")
    cells = read_submission(tmp_path / "exercise.ipynb")
    assert len(cells) == 300
    assert cells[-1].source == "%%answer package\nsalary: 1"


def test_a_source_in_nested_lists_is_read_whole_and_in_order(tmp_path):
    source = ["a", ["b", ["c", {"x": "d"}]], [[[["e"]]]], "f", None]
    (tmp_path / "exercise.ipynb").write_text(json.dumps({"cells": [{"cell_type": "code", "source": source}]}))
    assert [cell.source for cell in read_submission(tmp_path / "exercise.ipynb")] == ["abcdef"]


@pytest.mark.parametrize(("more", "said"), [(0, ""), (1, "1 more cell of this notebook is"), (9, "9 more cells of")])
def test_cells_that_are_left_out_are_told_in_the_notebook_and_in_the_log(tmp_path, monkeypatch, caplog, more, said):
    (tmp_path / "exercise.ipynb").write_text('{"cells": [' + ", ".join(['{"source": "x"}'] * (300 + more)) + "]}")
    for module in (preprocessors, copied_once):
        monkeypatch.setattr(module, "recorded_exercise", lambda _: EXERCISE)
    monkeypatch.setattr(SubmissionExporter, "_is_restored", lambda *_: False)
    content, _ = SubmissionExporter().from_filename(str(tmp_path / "exercise.ipynb"), ABOUT)
    last = json.loads(content)["cells"][-1]["source"]
    *told, deleted, waits = [record.tell for record in caplog.records if hasattr(record, "tell")]
    assert deleted.startswith("the answer cell 'package' is not in the notebook any more")
    assert waits.startswith(
        "'mark' waits for a person: nothing is written where the answer belongs, but elsewhere: in "
    )
    assert [sentence.startswith(said) for sentence in told] == [True] * bool(more)
    assert all("not shown, nor marked: it holds more than 300 cells" in sentence for sentence in told)
    assert ("not shown, nor marked: it holds more than 300 cells" in "".join(last)) is bool(more)


def test_a_notebook_of_a_million_cells_is_refused_before_it_is_parsed(tmp_path):
    (tmp_path / "exercise.ipynb").write_text('{"cells": [' + "{}," * 1_000_000 + "{}]}")
    with pytest.raises(NegotiationError, match="holds more than 500,000 values even without its outputs"):
        read_submission(tmp_path / "exercise.ipynb")


def test_a_pasted_picture_is_kept_and_a_missing_one_is_left_out(tmp_path):
    source = "![a](attachment:my%20picture.png) ![b](attachment:gone.png)"
    pictures = {"my picture.png": {"image/png": PIXEL}, "evil.svg": {"image/svg+xml": "PHN2Zz4="}}
    cell = {"cell_type": "markdown", "source": source, "metadata": {}, "attachments": pictures}
    (tmp_path / "exercise.ipynb").write_text(json.dumps({"cells": [cell]}))
    notebook = restored(EXERCISE, read_submission(tmp_path / "exercise.ipynb"))
    html, _ = HTMLExporter().from_notebook_node(notebook)
    assert f"data:image/png;base64,{PIXEL}" in html
    assert "PHN2Zz4=" not in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>window.hurt = 1</script>",
        "<img src=x onerror='window.hurt = 1'>",
        "<svg/onload=window.hurt=1>",
        "[click](javascript:window.hurt=1)",
        "[click](JaVa&#115;cript:window.hurt=1)",
        "[click](java&Tab;script:window.hurt=1)",
        "[click][1]\n\n[1]: javascript:window.hurt=1",
        "[click](vbscript:hurt)",
        "[click](data:text/html,<script>window.hurt=1</script>)",
        "```\n[x](javascript:window.hurt=1)\n```\n[click](javascript:window.hurt=1)",
        "<a href='javascript:window.hurt=1'>click</a>",
        "$$\\href{javascript:window.hurt=1}{click}$$",
    ],
)
def test_nothing_that_a_student_wrote_runs_in_an_instructors_browser(tmp_path, browser, text):
    cells = [{"cell_type": kind, "source": text, "metadata": {}} for kind in ("markdown", "raw", "code")]
    (tmp_path / "exercise.ipynb").write_text(json.dumps({"cells": cells}))
    html, _ = HTMLExporter().from_notebook_node(restored(EXERCISE, read_submission(tmp_path / "exercise.ipynb")))
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    page.set_content(html, wait_until="domcontentloaded")
    for link in page.locator("main a:not(.anchor-link), body a[href*=script]").all():
        link.click(force=True, no_wait_after=True)
    assert page.evaluate("window.hurt") is None
    assert page.locator("a[href^='javascript' i], a[href^='data' i], a[href^='vbscript' i]").count() == 0
    page.close()


def test_a_comparison_in_a_written_answer_stays_readable():
    assert safe_text("2 < 3 and a <b") == ("2 &lt; 3 and a &lt;b", {})


def test_a_notebook_of_the_older_format_is_read(tmp_path):
    (tmp_path / "exercise.ipynb").write_text(
        '{"worksheets": [{"cells": [{"cell_type": "code", "input": ["a", "b"]}]}]}'
    )
    assert [cell.source for cell in read_submission(tmp_path / "exercise.ipynb")] == ["ab"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "grade(package, points=40, above=60)",
            "grade_pakage(package, points=40, above=60)",
            "the test cell 'mark-package' failed",
        ),
        (
            "grade(asked, points=10, talk=short_talk)",
            "grade(asked, points=10, talk=short_talk) + 31",
            "ends with 31.0; let it end with",
        ),
        ("%case picture-book illustrator", "%case picture-bok illustrator", "did you mean 'picture-book'?"),
        ("%case picture-book illustrator", "%case picture-book ilustrator", "did you mean 'illustrator'?"),
        ("%case picture-book illustrator", "", "opens no case"),
        ("picture-book illustrator", "picture-book illustrator minuts", "is not material for an exercise"),
    ],
)
def test_a_faulty_exercise_is_found_when_it_is_generated(old, new, says):
    source = json.loads(files("biggerpie.exercises").joinpath("01-both-can-gain", "exercise.ipynb").read_text("utf-8"))
    for cell in source["cells"]:
        cell["source"] = "".join(cell["source"]).replace(old, new)
    with pytest.raises(NegotiationError) as caught:
        TryTests().preprocess(nbformat.from_dict(source), {"nbgrader": {"assignment": "01-both-can-gain"}})
    assert says in str(caught.value)
