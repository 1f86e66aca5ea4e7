"""A course's notebook on the site: read as it was handed out, and written back so that marking reads the answers."""

import json
from pathlib import Path

import pytest
from biggerpie.answers.answer import find_answer
from biggerpie.course.new_course import make_course
from biggerpie.grading.nbgrader_adapter.generating import enrol, generate
from biggerpie.negotiation import NegotiationError
from biggerpie.website.course_notebook import read_course_notebook, record_name
from biggerpie.website.exercise import is_blank, remarks_and_text
from biggerpie.website.open_exercise import OpenExercise
from biggerpie.widgets.record.here import NAME
from biggerpie.widgets.written_answer.written_answer import BLANK

EXERCISE = "01-both-can-gain"
LABELS = "fee: compatible\ndelivery date: integrative"


@pytest.fixture(scope="module")
def release(tmp_path_factory) -> Path:
    """The folder of an exercise that was handed out to one student, ada."""
    course = tmp_path_factory.mktemp("term") / "course"
    make_course(course)
    enrol(course, [("ada", "Ada", "Lovelace", "ada@example.org")])
    generate(course, EXERCISE)
    return course / "release" / EXERCISE


@pytest.fixture
def handed_out(release: Path) -> str:
    return (release / "exercise.ipynb").read_text(encoding="utf-8")


def sources(notebook: str) -> dict[str, str]:
    return {cell["id"]: "".join(cell["source"]) for cell in json.loads(notebook)["cells"]}


def test_answers_and_id_stand_in_their_cells_and_nothing_else_has_changed(handed_out):
    answered = read_course_notebook(handed_out).answered("ada", {"labels": LABELS, "why": "Because *both* gain."})
    before, after = sources(handed_out), sources(answered)
    assert {name for name in before if before[name] != after[name]} == {"student", "labels", "why"}
    assert after["student"] == "%student ada"
    assert after["why"] == "Because *both* gain."
    assert find_answer(after["labels"]).lines().pairs == (
        ("fee", "compatible"),
        ("delivery date", "integrative"),
    )
    with_empty = [{**cell, "source": ""} for cell in json.loads(handed_out)["cells"]]
    assert [{**cell, "source": ""} for cell in json.loads(answered)["cells"]] == with_empty


def test_a_saved_notebook_is_opened_again_with_its_answers(handed_out):
    saved = read_course_notebook(handed_out).answered("ada", {"labels": LABELS, "why": ""})
    again = read_course_notebook(saved)
    assert again.student == "ada"
    cells = {cell.id: cell for cell in again.cells}
    assert remarks_and_text(cells["labels"].source)[1] == LABELS
    assert sources(saved)["why"] == BLANK
    assert again.answered("ada", {"labels": LABELS, "why": ""}) == saved


def test_the_students_own_case_is_opened_and_no_marks_are_told(handed_out, release):
    run = OpenExercise(release, "ada")
    for cell in read_course_notebook(handed_out).cells:
        if cell.kind == "answer":
            run.answer(cell.answer, LABELS)
        elif cell.kind in ("shown", "test"):
            shown = "".join(value._repr_html_() for value in run.run(cell.source) if hasattr(value, "_repr_html_"))
            if cell.id == "mark-labels":
                assert "2 of 6 issues labelled" in shown
                assert "Mark for this part" not in shown


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda _: "", "no notebook of an exercise"),
        (lambda _: "[]", "no notebook of an exercise"),
        (lambda _: '{"cells": [{"cell_type": "code"}]}', "no notebook of an exercise"),
        (lambda _: '{"cells": ' + "[" * 100_000, "no notebook of an exercise"),
        (lambda text: text + " " * 5_000_000, "no notebook of an exercise"),
        (lambda text: text.replace("%case ", "case "), "opens no case of the kit"),
        (lambda text: text.replace("%case picture-book", "%case picture-book --alone"), "learning on your own"),
    ],
)
def test_another_file_is_refused_in_one_sentence(handed_out, damage, says):
    with pytest.raises(NegotiationError, match=says) as refused:
        read_course_notebook(damage(handed_out))
    assert str(refused.value).count(". ") == 0


def test_only_the_beginnings_of_lines_are_blank():
    assert is_blank("fee:\n\n delivery date: \n")
    assert not is_blank("fee: 4,500\ndelivery date:")
    assert not is_blank("mine 1 + theirs 2: shared")


@pytest.mark.parametrize("above", ["# mine\n", "\n\n", " ", "\u200b", "# one\n# two\n\n"])
def test_what_stands_above_an_answers_magic_stays_there(handed_out, above):
    data = json.loads(handed_out)
    labels = next(cell for cell in data["cells"] if cell["id"] == "labels")
    labels["source"] = above + "".join(labels["source"])
    answered = sources(read_course_notebook(json.dumps(data)).answered("ada", {"labels": LABELS}))["labels"]
    assert answered.startswith(f"{above}%%answer labels\n")
    assert find_answer(answered).lines().pairs == (("fee", "compatible"), ("delivery date", "integrative"))


def test_what_two_students_answer_in_one_browser_is_kept_apart(handed_out):
    read = read_course_notebook(handed_out)
    names = {record_name(read, student) for student in ("ada", "Ada", "ben", "b-n", "b@n", "x" * 100)}
    assert len(names) == 5  # capitals make no other student
    assert all(NAME.fullmatch(name) and EXERCISE in name and "ben" not in name for name in names)
