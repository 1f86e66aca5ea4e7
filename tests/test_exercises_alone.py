"""Every cell of every exercise may be run first: it shows its result, or one sentence that says what to do."""

import json
import re
import shutil
from pathlib import Path

import pytest
from biggerpie.grading.dossiers.dossier import FILE, Dossiers, drawn_alike, drawn_case, written_dossier
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.dossiers.places import places_for
from biggerpie.grading.dossiers.pool import key_of
from biggerpie.grading.exercise import Exercise
from biggerpie.grading.late_opening import OPENED
from biggerpie.lessons.start import IN_EACH_KERNEL
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from tools.canonical import ROOT

from .lone_cells import lone_cells, run_alone

SECRET, EXERCISE = "s" * 64, "01-both-can-gain"
REFUSED = {"NotReadyError", "RefusedError"}
NAMES_IT = re.compile(
    r"the answer '(\w+)' was not read yet; run the cell that begins with %%answer \1, and then this one again."
)
BEGINNINGS = [
    pytest.param({"startup": IN_EACH_KERNEL}, id="begun"),
    pytest.param({"after": "%load_ext biggerpie.grading"}, id="plain", marks=pytest.mark.long),
]
"""A kernel that begins as `biggerpie start` or a hub's own line has it, and a plain one once the first cell ran."""
CALM = re.compile(r"(?s)(?!.*(?:Traceback|Error:|not defined|not found\.)).+\.\s*")


@pytest.fixture(autouse=True)
def nobody(tmp_path, monkeypatch) -> None:
    """Let nobody be known, neither to a hub nor from the last time."""
    for name in ("JUPYTERHUB_USER", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)


@pytest.mark.parametrize("begins", BEGINNINGS)
@pytest.mark.parametrize(("exercise", "source"), lone_cells("exercises/self-paced", "*/exercise.ipynb"))
def test_a_learners_cell_that_is_run_first_does_its_work_or_names_the_answer_to_read(
    exercise, source, begins, monkeypatch, tmp_path
):
    shown = run_alone(source, monkeypatch, Path(shutil.copy(exercise, tmp_path)), **begins)
    if source.startswith("check("):
        assert shown.error == "RefusedError"
        assert NAMES_IT.fullmatch(" ".join(shown.words.split()))
    else:
        assert shown.error == ""
    assert shown.error or shown.widget or shown.words.strip() or source.startswith("%load_ext")
    assert "already loaded" not in shown.words or "after" in begins


@pytest.mark.parametrize("begins", BEGINNINGS)
@pytest.mark.parametrize(("exercise", "source"), lone_cells("exercises", "[0-9]*/exercise.ipynb"))
def test_a_students_cell_that_is_run_first_does_its_work_or_asks_in_a_sentence_who_works(
    exercise, source, begins, monkeypatch, tmp_path
):
    shown = run_alone(source, monkeypatch, Path(shutil.copy(exercise, tmp_path)), **begins)
    if shown.error:
        assert shown.error in REFUSED
        assert "nobody knows yet who you are: write your student id after %student" in " ".join(shown.words.split())
        assert CALM.fullmatch(shown.words.strip())
    elif not source.startswith(("%load_ext", "%%answer")):
        assert shown.widget or "Sheet(" in source


@pytest.fixture
def handed_out(tmp_path) -> Path:
    """A student's copy of exercise 1, in which the id was typed and saved, beside ada's dossier."""
    notebook = Path(shutil.copy(Path(__file__).parents[1] / "exercises" / EXERCISE / "exercise.ipynb", tmp_path))
    notebook.write_text(notebook.read_text("utf-8").replace('"%student"', '"%student ada"'), "utf-8")
    named, places = named_case("picture-book illustrator short-talk"), places_for(SECRET, EXERCISE, ["ada"])
    pool, number = [{}] * places.size, places.number_of("ada")
    pool[number] = written_dossier(named, drawn_case(named, key_of(SECRET, EXERCISE, number)))
    (tmp_path / FILE).write_bytes(Dossiers(places, tuple(pool)).content())
    return notebook


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('Brief(case, "illustrator")', "This is the case of ada."),
        ("%case picture-book illustrator short-talk", "This is the case of ada."),
        ("%%answer labels\nfee: conflicting", "• Fee: conflicting"),
        ("LabelSheet(case)", "This is the case of ada."),
        ("check(labels)", "the answer 'labels' was not read yet"),
    ],
)
def test_after_a_restart_the_notebook_itself_says_who_works_and_on_which_case(handed_out, monkeypatch, source, says):
    assert says in " ".join(run_alone(source, monkeypatch, handed_out, IN_EACH_KERNEL).words.split())


def test_a_notebook_that_nobody_names_asks_for_its_first_cells(handed_out, monkeypatch):
    shown = run_alone("%load_ext biggerpie.grading", monkeypatch, handed_out)
    assert shown.error == ""
    monkeypatch.delenv("JPY_SESSION_NAME")
    with capture_output() as captured:
        InteractiveShell.instance().run_cell("check(labels)")
    assert "choose Run → Run All Cells" in " ".join(captured.stdout.split())


def test_every_name_that_a_case_opens_is_known_before_it_is_opened():
    exercise = Exercise(drawn_alike(named_case("job-offer candidate")), print, print)
    assert exercise.names().keys() == OPENED


@pytest.mark.parametrize("how", ["startup", "hub"])
def test_a_real_kernel_opens_an_exercise_late(handed_out, monkeypatch, tmp_path, how):
    if how == "startup":
        monkeypatch.setenv("PYTHONSTARTUP", str(IN_EACH_KERNEL))
    else:  # what START-HERE.md tells those who keep a hub
        guide = (ROOT / "course" / "start_here.md").read_text(encoding="utf-8")
        [line] = re.findall(r"`(c\.InteractiveShellApp\.exec_lines = .*?)`", guide)
        (tmp_path / "ipython" / "profile_default").mkdir(parents=True)
        (tmp_path / "ipython" / "profile_default" / "ipython_config.py").write_text(f"c = get_config()\n{line}\n")
        monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("JPY_SESSION_NAME", str(handed_out))
    cells = [new_code_cell(source) for source in ('Brief(case, "illustrator")', "%load_ext biggerpie.grading")]
    cells += [new_code_cell("check(trade)", metadata={"tags": ["raises-exception"]})]
    notebook = new_notebook(cells=cells)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(handed_out.parent)}}).execute()
    brief, loaded, checked = ([str(output) for output in cell.outputs] for cell in notebook.cells)
    assert "This is the case of ada." in brief[0]
    assert "The goose that took the ferry" in brief[-1]
    assert loaded == []
    assert "RefusedError" in checked[0]
    assert "%%answer trade" in checked[0]
    assert "Traceback" not in checked[0]


@pytest.mark.parametrize("content", ["{}", "[]", "{", json.dumps({"cells": [3, {"cell_type": "code", "source": {}}]})])
def test_a_learners_own_notebook_is_left_alone(content, monkeypatch, tmp_path):
    (tmp_path / "own.ipynb").write_text(content, encoding="utf-8")
    shown = run_alone("check(labels)", monkeypatch, tmp_path / "own.ipynb", IN_EACH_KERNEL)
    assert shown.error == "NameError"
