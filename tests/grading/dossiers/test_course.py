"""The instructor's side: dossiers are written when an exercise is generated, and marking finds the same cases."""

import gzip
import json
import shutil
from pathlib import Path

import pytest
from biggerpie.course import demo
from biggerpie.course.new_course import exercise_names, make_course
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.dossiers import pool
from biggerpie.grading.dossiers.codes import written_profile
from biggerpie.grading.dossiers.dossier import FILE, drawn_case, read_dossier, read_dossiers
from biggerpie.grading.dossiers.graded import graded_case, graded_places
from biggerpie.grading.dossiers.named import LINE, named_case
from biggerpie.grading.dossiers.released import NOTES
from biggerpie.grading.dossiers.secret import FILE as SECRET_FILE
from biggerpie.grading.dossiers.secret import course_secret
from biggerpie.grading.nbgrader_adapter import preprocessors
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.negotiation import NegotiationError, nash
from nbgrader.api import Gradebook

from ..exercises import source_of
from .views import with_others

EXERCISE = "01-both-can-gain"
SMALL = 48


def named(exercise: str):
    return named_case(next(line["words"] for line in map(LINE.search, source_of(exercise)) if line))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A course with all exercises generated, from a small pool, so that it is quickly made."""
    patch = pytest.MonkeyPatch()
    patch.setattr(pool, "SMALLEST", SMALL)
    folder = tmp_path_factory.mktemp("university") / "course"
    make_course(folder)
    course_secret(folder, create=True)
    (folder / SECRET_FILE).write_text("the same cases in every run, " * 3)
    with Gradebook(f"sqlite:///{folder}/gradebook.db", "course") as book:
        for student in ("ada", "bo"):
            book.update_or_create_student(student)
    for exercise in exercise_names():
        generate(folder, exercise)
    yield folder
    patch.undo()


@pytest.fixture
def course(made, tmp_path) -> Path:
    """The course again, to change something in it."""
    copy = tmp_path / "course"
    shutil.copytree(made, copy)
    return copy


def hand_in(course: Path, student: str, package_for: str, typed: str = "") -> None:
    """Hand in the best package of somebody's case, perhaps with an id typed into the notebook."""
    case = graded_case(course, EXERCISE, named(EXERCISE), package_for).case
    released = json.loads((course / "release" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    filled = demo.fill_in(released, {"package": demo.package_text(case, nash(case).package)})
    for cell in filled["cells"]:
        if "".join(cell["source"]).startswith("%student"):
            cell["source"] = f"%student {typed}"
    place = course / "submitted" / student / EXERCISE
    place.mkdir(parents=True)
    (place / "exercise.ipynb").write_text(json.dumps(filled), encoding="utf-8")


def test_a_released_folder_holds_no_secret_no_solution_and_no_point_of_the_other_side(made):
    secret = course_secret(made)
    for exercise in exercise_names():
        folder = made / "release" / exercise
        assert {path.name for path in folder.iterdir()} == {"exercise.ipynb", FILE}
        sealed = pool.seal(secret, exercise)
        keys = [pool.key_of(secret, exercise, number) for number in range(SMALL)]
        notebook = (folder / "exercise.ipynb").read_text(encoding="utf-8")
        dossiers = gzip.decompress((folder / FILE).read_bytes()).decode()
        for text in (notebook, dossiers):
            assert secret not in text
            assert not any(key in text for key in keys)
            for hidden in ("HIDDEN TESTS", "grade(", "MARK SCHEME", "How to mark", "truth", '"ada"'):
                assert hidden not in text, (exercise, hidden)
        for number, code in enumerate(read_dossiers(folder / FILE).pool):
            other = drawn_case(named(exercise), keys[number]).case.parties[1]
            # Who sits at the table has points drawn apart from these; by chance they may be the same.
            told = {name: part for name, part in code.items() if name != "table"}
            assert json.dumps(written_profile(other.points)) not in json.dumps(told)
            weights = sorted(weight for weight, _ in written_profile(other.points))
            assert weights != sorted(strength for _, strength in code["other"])
        assert read_dossiers(folder / FILE).places.seal == sealed


@pytest.mark.parametrize("exercise", exercise_names())
def test_student_and_grader_have_the_same_case(made, exercise):
    for student in ("ada", "bo", "somebody late"):
        mine = read_dossier(named(exercise), read_dossiers(made / "release" / exercise / FILE).of(student))
        theirs = graded_case(made, exercise, named(exercise), student)
        assert mine.case.parties[0] == theirs.case.parties[0]
        assert mine.case.parties[1].statements == theirs.case.parties[1].statements
        for name in set(mine.material) - {"statements", "remarks_heard", "claims_made", "first_talk"}:
            assert mine.material[name] == theirs.material[name], name
        for name in set(mine.material) & {"statements", "remarks_heard", "claims_made"}:
            assert mine.material[name].texts == theirs.material[name].texts
            assert not mine.material[name].truth
            assert theirs.material[name].truth.keys() == theirs.material[name].texts.keys()
        talks = [it.material["first_talk"] for it in (mine, theirs) if "first_talk" in it.material]
        assert len({(it.vague, it.questions, it.case.parties[1].statements) for it in talks}) < 2


def test_a_student_has_another_case_in_every_exercise(made):
    own = [graded_case(made, name, named(name), "ada").case.parties[0].points for name in exercise_names()]
    assert len(set(own)) == len(own)


def test_the_secret_is_the_instructors_alone(made):
    assert (made / "dossier-secret.txt").stat().st_mode & 0o077 == 0


def test_generating_again_changes_nothing(course):
    before = (course / "release" / EXERCISE / FILE).read_bytes()
    generate(course, EXERCISE)
    assert (course / "release" / EXERCISE / FILE).read_bytes() == before


def test_who_enrols_late_has_the_same_case_before_and_after_generating_again(course):
    before = read_dossiers(course / "release" / EXERCISE / FILE)
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        book.update_or_create_student("late")
    generate(course, EXERCISE)
    after = read_dossiers(course / "release" / EXERCISE / FILE)
    assert before == after
    assert before.of("late")


def test_another_secret_is_refused_when_generating_and_when_marking(course):
    hand_in(course, "ada", "ada")
    (course / "dossier-secret.txt").write_text("f" * 64 + "\n")
    with pytest.raises(NegotiationError, match=r"dossier-secret\.txt has changed"):
        generate(course, EXERCISE)
    summary = grade_class(course, EXERCISE, workers=1)
    assert "dossier-secret.txt has changed since 01-both-can-gain was generated" in summary.text()
    assert "put the old secret back" in summary.text()


@pytest.mark.parametrize(
    ("content", "says"), [(None, "is missing"), ("", "holds no secret"), ("short", "holds no secret")]
)
def test_a_lost_secret_is_said_and_none_is_invented(course, content, says):
    hand_in(course, "ada", "ada")
    secret = course / "dossier-secret.txt"
    secret.unlink() if content is None else secret.write_text(content)
    said = grade_class(course, EXERCISE, workers=1).text()
    assert says in said
    assert (secret.read_text() if secret.exists() else None) == content


def test_the_best_of_ones_own_case_earns_all_and_of_another_case_little(course):
    hand_in(course, "ada", "ada")
    hand_in(course, "bo", "ada")
    grade_class(course, EXERCISE, workers=1, feedback=False)
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        marks = {s: book.find_grade("mark-package", "exercise", EXERCISE, s).auto_score for s in ("ada", "bo")}
    assert marks["ada"] == 40
    assert marks["bo"] < 30


def test_a_wrong_id_is_reported_and_a_line_mends_it(course):
    hand_in(course, "ada", "adda", typed="adda")
    said = grade_class(course, EXERCISE, workers=1).text()
    assert "worked on as 'adda', but handed in by 'ada'" in said
    assert "'ada,adda' into worked-as.csv" in said
    (course / "worked-as.csv").write_text("ada,adda\n")
    said = grade_class(course, EXERCISE, workers=1).text()
    assert "worked on as" not in said
    assert "because they are marked on the case of 'adda' now and were on that of 'ada', as worked-as.csv" in said
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        assert book.find_grade("mark-package", "exercise", EXERCISE, "ada").auto_score == 40


def opening(course: Path, student: str, slip_of: str) -> str:
    """A misspelling of an id that opens the case of a student."""
    places = graded_places(course, EXERCISE)
    slips = (f"{slip_of}{n}" for n in range(9_999))
    return next(slip for slip in slips if places.number_of(slip) == places.number_of(student))


def mark(course: Path, student: str) -> float:
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        return book.find_grade("mark-package", "exercise", EXERCISE, student).auto_score


def test_a_slip_that_opens_a_classmates_case_is_never_accepted(course):
    """Ada searches for a misspelling of her id that opens bo's case, and hands in his answers."""
    slip = opening(course, "bo", "ada")
    hand_in(course, "ada", "bo", typed=slip)
    said = grade_class(course, EXERCISE, workers=1, feedback=False).text()
    assert f"worked on as '{slip}', which opens the case of 'bo'" in said
    assert "Ask how that came about" in said
    assert f"'ada,{slip}'" not in said
    before = mark(course, "ada")
    (course / "worked-as.csv").write_text(f"ada,{slip}\n")
    said = grade_class(course, EXERCISE, workers=1, feedback=False).text()
    assert f"the line 'ada,{slip}' in worked-as.csv does not count, because that id opens the case of 'bo'" in said
    assert mark(course, "ada") == before < 30


def test_two_lines_to_one_case_do_not_count(course):
    """Ada and bo agree on an id that nobody has, and share their work."""
    slip = opening(course, "nobody", "bo")
    for student, typed in (("ada", "nobody"), ("bo", slip)):
        hand_in(course, student, "nobody", typed=typed)
    (course / "worked-as.csv").write_text(f"ada,nobody\nbo,{slip}\n")
    said = grade_class(course, EXERCISE, workers=1, feedback=False).text()
    assert "the line 'ada,nobody' in worked-as.csv does not count, because that id opens the case of 'bo'" in said
    assert f"the line 'bo,{slip}' in worked-as.csv does not count, because that id opens the case of 'ada'" in said
    assert max(mark(course, "ada"), mark(course, "bo")) < 40


def test_a_line_that_stops_counting_is_marked_anew(course):
    hand_in(course, "ada", "adda", typed="adda")
    (course / "worked-as.csv").write_text("ada,adda\n")
    grade_class(course, EXERCISE, workers=1, feedback=False)
    assert mark(course, "ada") == 40
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        book.update_or_create_student("adda")
    assert "does not count" in grade_class(course, EXERCISE, workers=1, feedback=False).text()
    assert mark(course, "ada") < 40


def test_the_table_is_found_again_in_the_release_where_the_note_is_lost(course):
    before = graded_places(course, EXERCISE)
    (course / NOTES / EXERCISE).unlink()
    assert graded_places(course, EXERCISE) == before
    (course / "release" / EXERCISE / FILE).unlink()
    with pytest.raises(NegotiationError, match="is missing from the course folder"):
        graded_places(course, EXERCISE)


@pytest.mark.parametrize("content", [b"", b"0123456789abcdef01234567", b"{}", b'{"seal": 1}', b"\xff"])
def test_a_damaged_note_is_said_to_be_so_and_changes_nobodys_case(course, content):
    (course / NOTES / EXERCISE).write_bytes(content)
    with pytest.raises(NegotiationError, match="cannot be read"):
        graded_places(course, EXERCISE)
    with pytest.raises(NegotiationError, match="put your copy of it back"):
        generate(course, EXERCISE)


def test_a_page_before_the_due_date_is_byte_for_byte_the_same_for_another_other_side(course, monkeypatch):
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        book.update_or_create_assignment(EXERCISE, duedate="2099-01-01 00:00 UTC")
    hand_in(course, "ada", "ada")
    page = course / "feedback" / "ada" / EXERCISE / "exercise.html"
    true = graded_case(course, EXERCISE, named(EXERCISE), "ada")
    others = list(with_others(named(EXERCISE), true, heard=False))
    pages, marks = set(), set()
    for other in (true, others[0], others[-1]):
        monkeypatch.setattr(preprocessors, "graded_case", lambda *_, other=other: other)
        assert not grade_class(course, EXERCISE, workers=1, force=True).failed
        pages.add(page.read_bytes())
        marks.add(mark(course, "ada"))
    assert len(pages) == 1
    assert len(marks) > 1, "the marks in the gradebook do differ"


def test_an_exercise_of_the_last_class_is_not_handed_out_to_a_new_one(course):
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        for student in ("ada", "bo"):
            book.remove_student(student)
        book.update_or_create_student("new")
    with pytest.raises(NegotiationError, match="was generated for another class: 0 of its 2 students"):
        generate(course, EXERCISE)


@pytest.mark.parametrize("content", [b"ada\n", b"ada,adda,x\n", b"\x81\xff,\x00"])
def test_a_worked_as_file_that_cannot_be_read_is_said_to_be_so(course, content):
    hand_in(course, "ada", "ada")
    (course / "worked-as.csv").write_bytes(content)
    assert "worked-as.csv" in grade_class(course, EXERCISE, workers=1).text()


def test_an_attacking_notebook_cannot_choose_its_case(course):
    """A student's own %case and %student lines change nothing but what the instructor is told."""
    hand_in(course, "bo", "ada", typed="ada")
    file = course / "submitted" / "bo" / EXERCISE / "exercise.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if "".join(cell["source"]).startswith("%case"):
            cell["source"] = "%case picture-book illustrator short-talk --alone"
    file.write_text(json.dumps(notebook), encoding="utf-8")
    grade_class(course, EXERCISE, workers=1, feedback=False)
    with Gradebook(f"sqlite:///{course}/gradebook.db", "course") as book:
        assert book.find_grade("mark-package", "exercise", EXERCISE, "bo").auto_score < 30
