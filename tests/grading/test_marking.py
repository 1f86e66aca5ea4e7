"""Marking: only the instructor's recorded cells run, and a faulty one is named."""

from dataclasses import replace

import nbformat
import pytest
from biggerpie.grading.marking import FaultyTestCellError, mark_notebook
from biggerpie.grading.record import RecordedCell, RecordedExercise
from biggerpie.grading.restore import restored
from biggerpie.grading.submission import SubmittedCell, read_submission
from biggerpie.negotiation import NegotiationError

LOCKED = RecordedCell("open", "code", "%case", "c", True, False, False, False, None)
ANSWER = RecordedCell("package", "code", "%%answer package\n", "c", False, False, True, False, None)
TEST = RecordedCell("mark", "code", "grade_package(package, points=50)", "c", True, True, False, False, 50.0)
EXERCISE = RecordedExercise((LOCKED, ANSWER, TEST), "job-offer", "candidate")


def marked(test_source: str, *cells: SubmittedCell) -> nbformat.NotebookNode:
    exercise = replace(EXERCISE, cells=(LOCKED, ANSWER, replace(TEST, source=test_source)))
    notebook = restored(exercise, cells)
    mark_notebook(notebook, exercise)
    nbformat.validate(notebook)
    return notebook


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("grade_package(package, points=51)", "ends with"),
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
        (b"[" * 200_000, "not JSON"),
        (b'{"nbformat": 4}', "it has no cells"),
        (b"null", "it has no cells"),
        (b'{"cells": 3}', "it has no cells"),
    ],
)
def test_a_file_that_is_no_notebook_is_refused_in_one_sentence(tmp_path, content, says):
    (tmp_path / "exercise.ipynb").write_bytes(content)
    with pytest.raises(NegotiationError, match=says):
        read_submission(tmp_path / "exercise.ipynb")


def test_a_link_to_another_file_is_not_followed(tmp_path):
    (tmp_path / "secret.ipynb").write_text('{"cells": []}')
    (tmp_path / "exercise.ipynb").symlink_to(tmp_path / "secret.ipynb")
    with pytest.raises(NegotiationError, match="is a link"):
        read_submission(tmp_path / "exercise.ipynb")


@pytest.mark.parametrize(
    "cell",
    [
        '{"cell_type": 5, "source": 5, "metadata": 5}',
        '{"cell_type": "code", "source": [1, null, "x"], "metadata": {"nbgrader": {"grade_id": ["package"]}}}',
        '{"cell_type": "code", "source": "\\ud800 \\u0000", "metadata": {"nbgrader": []}}',
        '{"source": NaN}',
        "{}",
    ],
)
def test_odd_cells_become_plain_cells(tmp_path, cell):
    (tmp_path / "exercise.ipynb").write_text(f'{{"cells": [1, null, {cell}]}}')
    notebook = restored(EXERCISE, read_submission(tmp_path / "exercise.ipynb"))
    nbformat.validate(notebook)
    nbformat.writes(notebook).encode()


def test_a_notebook_of_the_older_format_is_read(tmp_path):
    (tmp_path / "exercise.ipynb").write_text(
        '{"worksheets": [{"cells": [{"cell_type": "code", "input": ["a", "b"]}]}]}'
    )
    assert [cell.source for cell in read_submission(tmp_path / "exercise.ipynb")] == ["ab"]
