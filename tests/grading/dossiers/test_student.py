"""What a student meets when opening the case: own id, own dossier, and a clear sentence for every mishap."""

import gzip
import json
import re
from pathlib import Path

import pytest
from biggerpie.grading.dossiers import student as side
from biggerpie.grading.dossiers.dossier import FILE, Dossiers, drawn_case, written_dossier
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.dossiers.places import places_for
from biggerpie.grading.dossiers.pool import key_of
from biggerpie.grading.dossiers.self_paced import case_number
from biggerpie.grading.exercise import ANSWER_NAMES
from biggerpie.widgets import LabelSheet
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbgrader.utils import get_username

NAMED = named_case("picture-book illustrator")
SECRET, EXERCISE = "s" * 64, "01-both-can-gain"
PLACES = places_for(SECRET, EXERCISE, ["ada", "bo"])


@pytest.fixture(scope="module")
def content() -> bytes:
    """Dossiers of which only ada's and bo's are drawn, which is all that is opened here."""
    pool = [{}] * PLACES.size
    for student in ("ada", "bo", "late"):
        number = PLACES.number_of(student)
        pool[number] = written_dossier(NAMED, drawn_case(NAMED, key_of(SECRET, EXERCISE, number)))
    return Dossiers(PLACES, tuple(pool)).content()


@pytest.fixture
def folder(tmp_path, monkeypatch, content) -> Path:
    """A student's folder with the dossiers in it; nobody has said who they are yet."""
    for name in ("JUPYTERHUB_USER", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    (tmp_path / "home").mkdir()
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / FILE).write_bytes(content)
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def shell(folder) -> InteractiveShell:
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.run_line_magic("load_ext", "biggerpie.grading")
    return shell


def shown(shell: InteractiveShell, code: str) -> str:
    with capture_output() as captured:
        shell.run_cell(code)
    return " ".join((captured.stdout + "".join(output.data["text/plain"] for output in captured.outputs)).split())


def points(shell: InteractiveShell):
    return shell.user_ns["case"].parties[0].points


def test_a_typed_id_opens_the_own_case_and_is_remembered(shell):
    assert "You are ada." in shown(shell, "%student ada")
    assert "This is the case of ada." in shown(shell, "%case picture-book illustrator")
    number = PLACES.number_of("ada")
    assert points(shell) == drawn_case(NAMED, key_of(SECRET, EXERCISE, number)).case.parties[0].points
    assert "You are ada." in shown(shell, "%student")


def on_a_hub(monkeypatch, hub: str, system: str = "jovyan") -> None:
    """Work on a JupyterHub, under an account of the system."""
    monkeypatch.setenv("JUPYTERHUB_USER", hub)
    monkeypatch.setattr(side, "_system_name", lambda: system)


def test_jupyterhub_says_who_works(shell, monkeypatch):
    on_a_hub(monkeypatch, "bo")
    assert "You are bo." in shown(shell, "%student")
    assert "This is the case of bo." in shown(shell, "%case picture-book illustrator")


def test_students_have_cases_of_their_own(shell):
    seen = []
    for student in ("ada", "bo"):
        shown(shell, f"%student {student}\n%case picture-book illustrator")
        seen.append(points(shell))
    assert seen[0] != seen[1]


def test_who_has_not_said_who_they_are_is_asked(shell):
    said = shown(shell, "%case picture-book illustrator")
    assert "nobody knows yet who you are" in said
    assert "%student ada" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("typed", ["ada lovelace", "x" * 101])
def test_what_is_no_id_is_said_to_be_none(shell, typed):
    assert "is no student id" in shown(shell, f"%student {typed}")


def test_any_id_opens_a_case_and_the_notebook_asks_to_compare_it(shell):
    said = shown(shell, "%student late\n%case picture-book illustrator")
    assert "This is the case of late." in said
    assert "compare that with your student id, letter by letter" in said.casefold()
    assert points(shell)


def test_another_id_than_jupyterhubs_is_pointed_out_and_works(shell, monkeypatch):
    on_a_hub(monkeypatch, "ada")
    assert "JupyterHub knows you as 'ada'" in shown(shell, "%student late")
    assert "JupyterHub knows" not in shown(shell, "%student ada")
    assert "JupyterHub knows" not in shown(shell, "%student")


def test_a_typed_id_wins_over_jupyterhubs(shell, monkeypatch):
    on_a_hub(monkeypatch, "bo")
    assert "You are ada." in shown(shell, "%student ada")
    assert "This is the case of ada." in shown(shell, "%case picture-book illustrator")


def test_the_name_is_the_one_under_which_nbgrader_hands_in(shell, monkeypatch):
    on_a_hub(monkeypatch, "tia", "jupyter-tia")
    assert "You are jupyter-tia." in shown(shell, "%student")
    said = shown(shell, "%student tia")
    assert "JupyterHub knows you as 'tia' and hands in your work as 'jupyter-tia'" in said


@pytest.mark.parametrize("system", ["jovyan", "jupyter-tia"])
def test_the_name_is_what_nbgrader_itself_would_take(monkeypatch, system):
    pwd = pytest.importorskip("pwd")
    monkeypatch.setenv("JUPYTERHUB_USER", "tia")
    monkeypatch.setattr("pwd.getpwuid", lambda _: pwd.struct_passwd((system, *"x12345")))
    assert side.account() == get_username()


@pytest.mark.parametrize("typed", ['"ada"', "<ada>", "\u201cada\u201d", "DOMAIN\\ada"])
def test_an_id_is_read_without_what_surrounds_it_and_shown_as_read(shell, typed):
    assert "You are ada." in shown(shell, f"%student {typed}")
    assert "This is the case of ada." in shown(shell, "%case picture-book illustrator")


def test_an_id_of_the_last_time_is_proposed_and_counts_only_when_it_is_run(shell, folder):
    (side.Path.home() / side.REMEMBERED).write_text("adda")
    said = shown(shell, "%student")
    assert "Are you adda?" in said
    assert "if it is yours, letter by letter" in said.casefold()
    assert "nobody knows yet who you are" in shown(shell, "%case picture-book illustrator")
    assert "You are ada." in shown(shell, "%student ada")
    assert "This is the case of ada." in shown(shell, "%case picture-book illustrator")


@pytest.mark.parametrize(
    ("cell", "written"),
    [('%student "ada"', "%student ada"), ("%student ada", None), ("%student ada\n1 + 1", None)],
)
def test_the_id_that_counts_is_written_into_its_cell(shell, monkeypatch, cell, written):
    calls = []
    monkeypatch.setattr(shell, "set_next_input", lambda text, replace=False: calls.append((text, replace)))
    with capture_output():
        shell.run_cell(cell, store_history=True)
    assert calls == ([(written, True)] if written else [])


def test_a_hubs_name_is_written_into_the_cell_so_that_marking_reads_it(shell, monkeypatch):
    on_a_hub(monkeypatch, "bo")
    calls = []
    monkeypatch.setattr(shell, "set_next_input", lambda text, replace=False: calls.append((text, replace)))
    with capture_output():
        shell.run_cell("%student", store_history=True)
    assert calls == [("%student bo", True)]


@pytest.mark.parametrize("name", ANSWER_NAMES)
def test_in_a_students_notebook_of_a_course_no_answer_can_be_marked(shell, name):
    shown(shell, "%student ada\n%case picture-book illustrator")
    said = shown(shell, f"print(grade({name}, points=30, truth={{}}, log=()))")
    assert "Marks come with your feedback, after the due date" in said
    assert "None" in said
    assert "Mark for this part" not in said


def test_missing_dossiers_are_said_in_a_sentence(shell, folder):
    (folder / FILE).unlink()
    said = shown(shell, "%student ada\n%case picture-book illustrator")
    assert "is not in this notebook's folder" in said
    assert "fetch the exercise again" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no gzip",
        gzip.compress(b"{"),
        gzip.compress(b"[]"),
        gzip.compress(b'{"seal": 1}'),
        gzip.compress(b'{"seal": "s", "shifts": ["x"], "pool": []}'),
        gzip.compress(b'{"seal": "s", "shifts": [], "pool": [{}]}'),
        gzip.compress(b'{"seal": "s", "shifts": [1], "pool": []}'),
        gzip.compress(b"[" * 9**5),
    ],
    ids=["empty", "no gzip", "half", "a list", "fields missing", "no numbers", "no shifts", "no pool", "too deep"],
)
def test_damaged_dossiers_are_said_in_a_sentence(shell, folder, content):
    (folder / FILE).write_bytes(content)
    said = shown(shell, "%student ada\n%case picture-book illustrator")
    assert "is damaged; fetch the exercise again" in said
    assert "Traceback" not in said


def test_the_dossiers_of_another_exercise_are_said_to_be_so(shell, folder):
    said = shown(shell, "%student ada\n%case picture-book illustrator signed")
    assert "does not belong to this exercise" in said
    pool = [{"own": [[1, 2]], "other": 7}] * PLACES.size
    (folder / FILE).write_bytes(
        gzip.compress(json.dumps({"seal": PLACES.seal, "shifts": PLACES.shifts, "pool": pool}).encode())
    )
    assert "does not belong to this exercise" in shown(shell, "%case picture-book illustrator")


def test_a_home_that_cannot_be_written_only_forgets(folder, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/dev/null/nowhere"))
    assert side.student_id("ada") == "ada"
    with pytest.raises(Exception, match="nobody knows yet"):
        side.student_id()


def test_alone_the_marks_are_told_and_there_is_always_another_case(shell, folder):
    said = shown(shell, "%case picture-book illustrator --alone")
    assert "your case number 1" in said
    first = points(shell)
    assert any(max(row) for row in shell.user_ns["case"].parties[1].points)
    case = shell.user_ns["case"]
    middle = "\n".join(f"{issue}: {option}" for issue, option in case.in_words(case.compromise).items())
    shown(shell, f"%%answer package\n{middle}")
    assert "Mark for this part:" in shown(shell, "grade(package, points=40)")
    assert "Case 2 is ready" in shown(shell, "%another_case")
    assert case_number(folder) == 2
    shown(shell, "%case picture-book illustrator --alone")
    assert points(shell) != first


def test_alone_marks_are_whole_and_sum_up_to_those_so_far(shell, folder):
    shown(shell, "%case picture-book illustrator --alone")
    case, marks = shell.user_ns["case"], shell.user_ns["marks"]
    told = []
    marks.listen(lambda: told.append(dict(marks.parts)))
    middle = "\n".join(f"{issue}: {option}" for issue, option in case.in_words(case.compromise).items())
    shown(shell, f"%%answer package\n{middle}")
    said = shown(shell, "grade(package, points=40);")
    points = re.search(r"Mark for this part: (\d+) of 40", said)
    assert points
    shown(shell, f"%%answer labels\n{next(iter(case.issues)).name}: compatible")
    shown(shell, "grade(labels, points=30);")
    shown(shell, "grade(labels, points=30);")
    assert told[0] == {"package": (int(points[1]), 40)}
    assert {part: most for part, (_, most) in marks.parts.items()} == {"package": 40, "labels": 30}
    assert marks.name == "case 1"


def test_what_was_answered_to_an_earlier_case_stands_in_a_file(shell, folder):
    shown(shell, "%case picture-book illustrator --alone")
    sheet = LabelSheet(shell.user_ns["case"])
    shown(shell, "%another_case")
    sheet.request = {"id": "1", "what": "empty", "source": "%%answer labels\nfee: compatible"}
    shown(shell, "%another_case")
    sheet.request = {"id": "2", "what": "empty", "source": "%%answer labels\nfee: integrative"}
    kept = (folder / "earlier-answers.md").read_text(encoding="utf-8")
    assert kept == (
        "# Answers to earlier cases\n\n## Case 1: labels\n\n%%answer labels\nfee: compatible\n"
        "\n## Case 2: labels\n\n%%answer labels\nfee: integrative\n"
    )


def test_a_damaged_counter_begins_anew(folder):
    (folder / "case-number.txt").write_text("many")
    assert case_number(folder) == 1


def test_the_button_goes_on_to_another_case(shell, folder):
    from biggerpie.grading.dossiers.student import Session
    from biggerpie.grading.magics import _another_button

    _another_button(Session()).children[0].click()
    assert case_number(folder) == 2
