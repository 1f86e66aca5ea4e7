"""What is handed out and in says what it is, and whoever opens or marks it compares."""

import gzip
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.class_run.summary import Summary
from biggerpie.grading.dossiers import graded, pool
from biggerpie.grading.dossiers.dossier import FILE, Dossiers, read_dossiers
from biggerpie.grading.dossiers.graded import graded_case, graded_places
from biggerpie.grading.dossiers.named import LINE, NamedCase, named_case
from biggerpie.grading.dossiers.released import NOTES
from biggerpie.grading.dossiers.secret import FILE as SECRET_FILE
from biggerpie.grading.dossiers.student import own_case
from biggerpie.grading.kit_version import kit_version
from biggerpie.grading.nbgrader_adapter import one_submission, preprocessors
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.negotiation import NegotiationError
from nbgrader.api import Gradebook

from .test_course import EXERCISE, hand_in, mark

OPTIONS, TABLE = "06-options", "07-another-table"
SMALL = 48


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A course with three exercises generated, from a small pool."""
    patch = pytest.MonkeyPatch()
    patch.setattr(pool, "SMALLEST", SMALL)
    folder = tmp_path_factory.mktemp("university") / "course"
    make_course(folder)
    (folder / "hub-names.csv").write_text("jupyter-tia,4711\n")
    (folder / SECRET_FILE).write_text("the same cases in every run, " * 3)
    with Gradebook(f"sqlite:///{folder}/gradebook.db", "course") as book:
        for student in ("ada", "bo", "S100", "4711"):
            book.update_or_create_student(student)
    for exercise in (EXERCISE, OPTIONS, TABLE):
        generate(folder, exercise)
    yield folder
    patch.undo()


@pytest.fixture
def course(made, tmp_path) -> Path:
    shutil.copytree(made, tmp_path / "course")
    return tmp_path / "course"


def released_line(course: Path, exercise: str) -> NamedCase:
    """What the `%case` line of a released notebook names."""
    notebook = json.loads((course / "release" / exercise / "exercise.ipynb").read_text(encoding="utf-8"))
    lines = (LINE.search("".join(cell["source"])) for cell in notebook["cells"] if cell["cell_type"] == "code")
    return named_case(next(filter(None, lines))["words"])


def grade(course: Path, **more) -> Summary:
    return grade_class(course, EXERCISE, workers=1, feedback=False, **more)


def nobodys(course: Path, *taken: str) -> str:
    """An id that opens a case which nobody of the class has."""
    places = graded_places(course, EXERCISE)
    ids = (f"slip-{n}" for n in range(999))
    return next(slip for slip in ids if not places.whose(slip, ["ada", "bo", "S100", "4711", "jupyter-tia", *taken]))


def rewritten(course: Path, student: str, old: str, new: str) -> None:
    """Change a text in what a student handed in."""
    file = course / "submitted" / student / EXERCISE / "exercise.ipynb"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_notebook_dossiers_and_note_name_exercise_course_drawing_and_version(made):
    dossiers = read_dossiers(made / "release" / TABLE / FILE)
    assert released_line(made, TABLE).origin == dossiers.origin
    assert (dossiers.origin.exercise, dossiers.origin.course) == (TABLE, "course")
    assert dossiers.origin.seal == dossiers.places.seal
    assert (dossiers.case, dossiers.kit) == ("village-hall company first-talk", kit_version())
    note = json.loads((made / NOTES / TABLE).read_text())
    assert note["kit"] == kit_version()
    assert len(note["drawn"]) == SMALL


def test_a_notebook_beside_another_exercises_dossiers_opens_no_case(made):
    assert own_case(released_line(made, TABLE), "ada", made / "release" / TABLE)
    with pytest.raises(NegotiationError, match=f"is that of {OPTIONS}, and this is {TABLE}, so no case was opened"):
        own_case(released_line(made, TABLE), "ada", made / "release" / OPTIONS)


def test_a_notebook_of_the_first_version_is_compared_by_its_case(made):
    with pytest.raises(NegotiationError, match=f"is that of {EXERCISE}, which this notebook is not"):
        own_case(named_case("village-hall company"), "ada", made / "release" / EXERCISE)


def test_a_notebook_beside_dossiers_of_the_first_version_is_compared_by_the_drawing(made, tmp_path):
    dossiers = read_dossiers(made / "release" / OPTIONS / FILE)
    (tmp_path / FILE).write_bytes(Dossiers(dossiers.places, dossiers.pool).content())
    assert own_case(released_line(made, OPTIONS), "ada", tmp_path)
    with pytest.raises(NegotiationError, match="was not handed out with this notebook"):
        own_case(released_line(made, TABLE), "ada", tmp_path)


def test_another_courses_dossiers_are_said_to_be_so(made, tmp_path):
    words = (
        released_line(made, TABLE).origin.words().replace("course=course", "course=spring").replace("seal=", "seal=0")
    )
    with pytest.raises(NegotiationError, match="is that of the course course, and this notebook is of spring"):
        own_case(named_case(f"village-hall company {words}"), "ada", made / "release" / TABLE)


def test_what_belongs_elsewhere_waits_and_is_marked_nothing(course):
    """Ada hands in exercise 7, bo a notebook of another course, S100 exercise 7 as the first version made it."""
    for student in ("ada", "bo", "S100"):
        hand_in(course, student, student)
    seal = released_line(course, EXERCISE).origin.seal
    rewritten(course, "bo", f"--course=course --seal={seal}", f"--course=spring --seal={seal[::-1]}")
    table = (course / "release" / TABLE / "exercise.ipynb").read_text(encoding="utf-8")
    (course / "submitted" / "ada" / EXERCISE / "exercise.ipynb").write_text(table, encoding="utf-8")
    bare = table.replace(" " + released_line(course, TABLE).origin.words(), "")
    (course / "submitted" / "S100" / EXERCISE / "exercise.ipynb").write_text(bare, encoding="utf-8")
    failed = grade(course).failed
    assert f"this is the notebook of {TABLE}, so it was not marked and waits" in failed["ada"]
    assert "this is the notebook of another course (spring), so it was not marked and waits" in failed["bo"]
    assert "this is the notebook of another exercise (it opens 'village-hall company first-talk')" in failed["S100"]
    for student in failed:
        assert mark(course, student) is None


def test_a_lost_secret_is_never_replaced_while_anything_was_generated_from_it(course):
    (course / SECRET_FILE).unlink()
    with pytest.raises(NegotiationError, match="is missing from the course folder, and 01-both-can-gain was"):
        generate(course, "02-concessions")
    shutil.rmtree(course / NOTES)
    with pytest.raises(NegotiationError, match="put your copy of it back"):
        generate(course, "02-concessions")
    assert not (course / SECRET_FILE).exists()
    shutil.rmtree(course / "release")
    generate(course, EXERCISE)
    assert (course / SECRET_FILE).exists()


def test_released_dossiers_of_another_secret_are_seen_when_marking(course):
    hand_in(course, "ada", "ada")
    shutil.copyfile(course / "release" / OPTIONS / FILE, course / "release" / EXERCISE / FILE)
    assert "was drawn from another secret than dossier-secret.txt holds" in grade(course).failed["ada"]


@pytest.mark.parametrize("is_noted", [True, False], ids=["noted", "by the first version"])
def test_a_kit_that_draws_other_cases_marks_nothing(course, monkeypatch, is_noted):
    hand_in(course, "ada", "ada")
    if not is_noted:
        note = json.loads((course / NOTES / EXERCISE).read_text())
        (course / NOTES / EXERCISE).write_text(json.dumps(note | {"drawn": []}))
    drawn_case = graded.drawn_case
    monkeypatch.setattr(graded, "drawn_case", lambda named, key: drawn_case(named, f"{key}, changed"))
    graded._kept.cache_clear()
    said = grade(course).failed["ada"]
    graded._kept.cache_clear()
    assert "draws other cases than those of 01-both-can-gain, which biggerpie " in said


def test_marks_of_another_version_are_told_until_all_are_marked_alike(course, monkeypatch):
    hand_in(course, "ada", "ada")
    assert "marked by" not in grade(course).text()
    monkeypatch.setattr(one_submission, "kit_version", lambda: "99")
    for _ in range(2):
        assert f"1 were marked by version {kit_version()}" in grade(course).text()
    other = graded_case(course, EXERCISE, named_case("picture-book illustrator short-talk"), "bo")
    monkeypatch.setattr(preprocessors, "graded_case", lambda *_: other)
    assert "the same files were marked" in grade(course, force=True).text()
    assert "marked by version" not in grade(course).text()


def test_an_id_in_quotes_and_one_in_capitals_are_the_students(course):
    hand_in(course, "ada", "ada", typed='"ADA"')
    hand_in(course, "S100", "S100")
    (course / "submitted" / "S100").rename(course / "submitted" / "s100")
    summary = grade(course)
    assert "worked on as" not in summary.text()
    assert "The folder 's100' in submitted/ is that of 'S100', and was renamed" in summary.text()
    assert mark(course, "ada") == mark(course, "S100") == 40


def test_a_name_that_only_the_hub_has_is_the_students_by_a_line(course):
    hand_in(course, "jupyter-tia", "jupyter-tia", typed="jupyter-tia")
    summary = grade(course)
    assert "worked on as" not in summary.text()
    assert mark(course, "4711") == 40


def test_no_line_is_proposed_where_the_answers_fit_the_own_case(course):
    slip = nobodys(course)
    hand_in(course, "ada", "ada", typed=slip)
    said = grade(course).text()
    assert f"worked on as '{slip}', but handed in by 'ada'" in said
    assert "its answers fit that case better (40.0 marks, there " in said
    assert "worked-as.csv" not in said


def test_a_line_counts_for_its_exercise_and_not_against_what_both_sides_say(course):
    hand_in(course, "ada", "ada", typed="ada")
    slip = nobodys(course)
    hand_in(course, "bo", slip, typed=slip)
    lines = f"student,id,exercise\nada,{nobodys(course, slip)}\nbo,{slip},{EXERCISE}\nbo,bo,{TABLE}\nadaa,x\n"
    (course / "worked-as.csv").write_text(lines)
    said = grade(course).text()
    assert mark(course, "ada") == mark(course, "bo") == 40
    assert "'adaa,x' of worked-as.csv does not count: no student has the id 'adaa'; did you mean 'ada'?" in said
    assert "worked on as" not in said


def test_ids_that_cannot_work_are_named_until_they_are_mended(course):
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        for student in ("kim lee", "ADA"):
            book.update_or_create_student(student)
    hand_in(course, "bo", "bo")
    for _ in range(2):
        said = grade(course).text()
        assert "These ids of the class list cannot work" in said
        assert "'kim lee'" in said
        assert "'ADA = ada'" in said


def test_a_marked_notebook_says_what_it_is(course):
    hand_in(course, "ada", "ada", typed="ada")
    grade(course)
    notebook = json.loads((course / "autograded" / "ada" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    about = notebook["metadata"]["biggerpie"]
    assert about | {"seal": ""} == {
        "exercise": EXERCISE,
        "course": "course",
        "seal": "",
        "case": "picture-book illustrator short-talk",
        "student": "ada",
        "case_of": "ada",
        "kit": kit_version(),
    }


def as_the_first_version_made_it(course: Path) -> None:
    """Write note, dossiers and notebook of an exercise as the kit's first version did: ids count letter by letter."""
    note = json.loads((course / NOTES / EXERCISE).read_text())
    places = replace(graded_places(course, EXERCISE), exact=True)
    kept = {name: note[name] for name in ("begun", "students", "size")}
    (course / NOTES / EXERCISE).write_text(json.dumps({**kept, **places.written()}))
    dossiers = read_dossiers(course / "release" / EXERCISE / FILE)
    data = {**places.written(), "pool": dossiers.pool}
    (course / "release" / EXERCISE / FILE).write_bytes(gzip.compress(json.dumps(data).encode()))
    notebook = course / "release" / EXERCISE / "exercise.ipynb"
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace(f" {dossiers.origin.words()}", ""), encoding="utf-8")


def test_a_course_of_the_first_version_goes_on_with_the_same_cases(course):
    as_the_first_version_made_it(course)
    before = graded_places(course, EXERCISE)
    assert before.exact
    assert own_case(released_line(course, EXERCISE), "ada", course / "release" / EXERCISE)
    hand_in(course, "ada", "ada")
    hand_in(course, "bo", '"bo"', typed='"bo"')
    said = grade(course).text()
    assert mark(course, "ada") == 40
    assert """worked on as '"bo"', but handed in by 'bo'""" in said, "an older notebook took the quotes for letters"
    shutil.rmtree(course / "release" / EXERCISE)
    generate(course, EXERCISE)
    assert graded_places(course, EXERCISE) == read_dossiers(course / "release" / EXERCISE / FILE).places == before


def test_a_pool_that_makes_too_large_a_file_is_refused_before_it_is_handed_out(monkeypatch, made):
    dossiers = read_dossiers(made / "release" / OPTIONS / FILE)
    monkeypatch.setattr("biggerpie.grading.dossiers.dossier.LARGEST", 1_000)
    with pytest.raises(NegotiationError, match="cases make too large a file to hand out"):
        dossiers.content()
