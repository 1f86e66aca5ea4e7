"""One harness for all notebooks: canonical, calm, and free of what students must not see."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from tools.canonical import ROOT, canonical, notebooks
from tools.self_paced import all_self_paced

LESSONS = sorted((ROOT / "lessons").rglob("*.ipynb"))
ENGLISH = [path.stem for path in sorted((ROOT / "lessons").glob("*.ipynb"))]
NAMES = [tomllib.loads(file.read_text(encoding="utf-8"))["lessons"] for file in ROOT.glob("lessons/*/names.toml")]
"""What each other language calls a lesson."""
EXERCISES = sorted((ROOT / "exercises").glob("*/exercise.ipynb"))
SELF_PACED = ROOT / "exercises" / "self-paced"
HEAVY = {"nbgrader", "sqlalchemy", "plotly"}
MOST_CELLS = 26
MOST_CELLS_OF_AN_EXERCISE = 30
FEWEST_CELLS = 12
MOST_LINES = 8


def cells(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def executed(path: Path, folder: Path) -> nbformat.NotebookNode:
    """The notebook, executed in a fresh kernel, with a last cell that prints which heavy libraries were imported."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(new_code_cell(f"import sys; print(*{HEAVY} & set(sys.modules), end='')"))
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


def heavy_imports(notebook: nbformat.NotebookNode) -> str:
    """The names that the last cell printed."""
    return "".join(output["text"] for output in notebook.cells[-1].outputs)


def test_there_are_notebooks():
    assert len(LESSONS) >= 2
    assert len(EXERCISES) >= 1


@pytest.mark.parametrize("path", notebooks(), ids=name_of)
def test_a_notebook_is_canonical(path):
    text = path.read_text(encoding="utf-8")
    assert text == canonical(json.loads(text)), "run: python -m tools.canonical --write"


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_a_lesson_has_the_name_by_which_the_learners_record_knows_it_in_every_language(path):
    [english] = [name for name in ENGLISH if path.stem in (name, *(called[name] for called in NAMES))]
    assert json.loads(path.read_text(encoding="utf-8"))["metadata"]["biggerpie"] == {"lesson": english}


@pytest.mark.parametrize("path", notebooks(), ids=name_of)
def test_cell_ids_are_readable_and_unique(path):
    ids = [cell["id"] for cell in cells(path)]
    assert len(set(ids)) == len(ids) <= (MOST_CELLS if path in LESSONS else MOST_CELLS_OF_AN_EXERCISE)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]+", cell_id) for cell_id in ids)


@pytest.mark.parametrize(
    "path", [path for path in LESSONS if path.stem[0].isdigit() and path.stem[:2] != "00"], ids=name_of
)
def test_a_lesson_is_long_enough_for_its_arc(path):
    assert len(cells(path)) >= FEWEST_CELLS


@pytest.mark.parametrize("path", notebooks(), ids=name_of)
def test_code_cells_are_short_and_markdown_has_one_sentence_a_line(path):
    for cell in cells(path):
        lines = "".join(cell["source"]).split("\n")
        if cell["cell_type"] == "code":
            assert lines[0].startswith("%%answer ") or len(lines) <= MOST_LINES, cell["id"]
        else:
            crowded = [line for line in lines if re.search(r"[.?!] [A-Z]", line) and not line.lstrip().startswith("**")]
            assert not [line for line in crowded if len(re.findall(r"[.?!] [A-Z]", line)) > 1], cell["id"]


@pytest.mark.parametrize("path", notebooks(), ids=name_of)
def test_links_between_notebooks_lead_somewhere(path):
    text = "\n".join("".join(cell["source"]) for cell in cells(path))
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith("http")]
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_a_lesson_executes_and_imports_nothing_heavy(path, tmp_path):
    notebook = executed(path, tmp_path)
    assert heavy_imports(notebook) == ""
    assert not [o for cell in notebook.cells for o in cell.get("outputs", []) if o.get("name") == "stderr"]


def test_the_self_paced_exercises_are_what_their_sources_make():
    shipped = {path: path.read_bytes() for path in SELF_PACED.rglob("*.ipynb")}
    assert shipped == all_self_paced(), "run: python -m tools.self_paced --write"
    assert len(shipped) == len(EXERCISES)


@pytest.mark.parametrize("path", EXERCISES, ids=name_of)
def test_a_self_paced_exercise_executes_imports_nothing_heavy_and_shows_a_mark_for_each_part(path, tmp_path):
    notebook = executed(SELF_PACED / path.parent.name / path.name, tmp_path)
    assert heavy_imports(notebook) == ""
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in shown if output.get("name") == "stderr"]
    marks = [output for output in shown if "Mark for this part: 0 of" in output.get("data", {}).get("text/plain", "")]
    assert len(marks) == sum("### BEGIN HIDDEN" in "".join(cell["source"]) for cell in cells(path))


def test_a_heavy_import_is_noticed(tmp_path):
    notebook = new_notebook(cells=[new_code_cell("import sqlalchemy")])
    nbformat.write(notebook, tmp_path / "heavy.ipynb")
    assert heavy_imports(executed(tmp_path / "heavy.ipynb", tmp_path)) == "sqlalchemy"


@pytest.mark.parametrize("path", EXERCISES, ids=name_of)
def test_points_are_said_once_and_sum_to_a_hundred(path):
    total = 0
    for cell in cells(path):
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade"):
            total += about["points"]
            source = "".join(cell["source"])
            assert about["solution"] or re.search(rf"points={about['points']}[,)]", source), about["grade_id"]
    assert total == 100


@pytest.mark.parametrize("path", EXERCISES, ids=name_of)
def test_a_self_paced_exercise_shows_marks_and_mark_schemes_and_asks_nobody_who_they_are(path):
    text = (SELF_PACED / path.parent.name / path.name).read_text(encoding="utf-8")
    cells = ["".join(cell["source"]) for cell in json.loads(text)["cells"]]
    assert "HIDDEN TESTS" not in text
    assert "MARK SCHEME" not in text
    assert sum("how it would be marked" in cell for cell in cells) == 1
    assert not any("%student" in cell for cell in cells)
    assert next(cell for cell in cells if cell.startswith("%case ")).endswith(" --alone")
    assert any(line.startswith("grade(") for cell in cells for line in cell.splitlines())


@pytest.mark.parametrize("path", EXERCISES, ids=name_of)
def test_a_written_answer_has_its_box_above_it_and_alone_its_scheme_and_own_mark_below(path):
    [written] = [cell for cell in cells(path) if cell["cell_type"] == "markdown" and _is_graded(cell)]
    ids = [cell["id"] for cell in cells(path)]
    box = cells(path)[ids.index(written["id"]) - 1]
    assert f'WrittenAnswer("{written["metadata"]["nbgrader"]["grade_id"]}")' in "".join(box["source"])
    assert box["metadata"]["nbgrader"]["locked"]
    alone = cells(SELF_PACED / path.parent.name / path.name)
    at = [cell["id"] for cell in alone].index(written["id"])
    scheme, own = ("".join(cell["source"]) for cell in alone[at + 1 : at + 3])
    assert "how it would be marked</summary>\n\n" in scheme
    assert scheme.endswith("\n\n</details>")
    assert re.search(r"SelfMark\(\[.*\], marks\)", own)
    assert len(alone) == at + 3


def _is_graded(cell: dict[str, Any]) -> bool:
    return bool(cell["metadata"].get("nbgrader", {}).get("grade"))
