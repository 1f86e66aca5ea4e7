"""A case in the course's folder: generated, handed out without what only one side knows, marked, compared, shown."""

import json
from importlib import resources
from pathlib import Path
from random import Random

import pytest
from biggerpie.course.copying import report_copying
from biggerpie.course.demo import asked_text, fill_in, perfect
from biggerpie.course.new_course import make_course
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.dossiers import graded
from biggerpie.grading.dossiers.graded import graded_case
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.dossiers.student import own_case
from biggerpie.grading.nbgrader_adapter.generating import enrol, generate
from biggerpie.grading.submission_page.show import show_submissions
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.negotiation.own_cases import look_for_cases_in

from .class_run.gradebooks import dump, gradebook_url
from .hostile.course import EXERCISE

TEXT = resources.files("biggerpie.negotiation").joinpath("cases", "picture-book.toml").read_text(encoding="utf-8")
CHANGED = "the case of 01-both-can-gain has changed since it was handed out"


@pytest.fixture
def course(tmp_path):
    """A course whose first exercise is about a case of its own."""
    folder = tmp_path / "course"
    make_course(folder)
    (folder / "cases").mkdir()
    (folder / "cases" / "own-book.toml").write_text(TEXT.replace("title = ", 'title = "Our own" # '), encoding="utf-8")
    source = folder / "source" / EXERCISE / "exercise.ipynb"
    text = source.read_text(encoding="utf-8")
    assert "%case picture-book " in text
    source.write_text(text.replace("%case picture-book ", "%case own-book "), encoding="utf-8")
    enrol(folder, [("ada", "Ada", "Adler", ""), ("bo", "Bo", "Brook", "")])
    yield folder
    look_for_cases_in(None)


def hand_in(course: Path, student: str) -> None:
    """Hand in perfect answers."""
    released = json.loads((course / "release" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    opened = graded_case(course, EXERCISE, named_case("own-book illustrator short-talk"), student)
    assert opened.case.title == "Our own"
    begun = fill_in(released, {"asked": asked_text(opened, notices=True)})
    place = course / "submitted" / student / EXERCISE
    place.mkdir(parents=True)
    (place / "exercise.ipynb").write_text(perfect(begun, opened.case, Random(1)), encoding="utf-8")


def test_an_own_case_goes_all_the_way_and_a_change_of_it_marks_nobody_on_another(course):
    generate(course, EXERCISE)
    for student in ("ada", "bo"):
        hand_in(course, student)
    assert not grade_class(course, EXERCISE).failed
    before = dump(gradebook_url(course))
    assert {row[1] for row in before.values()} == {80.0}
    assert "2 submissions compared" in report_copying(course, EXERCISE)
    assert not show_submissions(course, "ada").told
    what_a_student_opens(course)
    file = course / "cases" / "own-book.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"5,000"', '"5,100"'))
    graded._kept.cache_clear()  # the next run is another process
    summary = grade_class(course, EXERCISE, force=True)
    assert sorted(summary.failed) == ["ada", "bo"]
    assert CHANGED in summary.failed["ada"]
    assert dump(gradebook_url(course)) == before


def what_a_student_opens(course: Path) -> None:
    """Open the released case as a notebook does, and look for what the other side alone knows."""
    release = course / "release" / EXERCISE
    whole = graded_case(course, EXERCISE, named_case("own-book illustrator short-talk"), "ada")
    own, other = load_case("own-book").parties
    look_for_cases_in(release)
    opened = own_case(named_case("own-book illustrator short-talk"), "ada", release)
    assert opened.case.parties[0] == whole.case.parties[0]
    assert not any(map(any, opened.case.parties[1].points))
    text = (release / "own-book.toml").read_text(encoding="utf-8")
    assert other.opening not in text
    assert other.batna not in text
    assert own.opening in load_case("own-book").parties[0].opening
    rows = {tuple(sorted(row)) for party in load_case("own-book").parties for row in party.points}
    assert rows == {(0, 10, 20, 30, 40)}


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("own-book", TEXT.replace("reservation_value = 34", ""), "own-book.toml, parties[1] 'illustrator': "),
        ("picture-book", TEXT, "cases/picture-book.toml has the name of a case of the kit"),
        ("own-book", resources.files("biggerpie.negotiation").joinpath("cases", "job-offer.toml"), "has no leanings"),
        ("other", TEXT, "'own-book' is not a case of this kit, nor is there "),
    ],
)
def test_an_own_case_that_cannot_be_used_is_one_sentence_when_generating(course, name, text, says):
    (course / "cases" / "own-book.toml").unlink()
    text = text if isinstance(text, str) else text.read_text(encoding="utf-8")
    (course / "cases" / f"{name}.toml").write_text(text, encoding="utf-8")
    source = course / "source" / EXERCISE / "exercise.ipynb"
    side = "candidate" if "candidate" in text else "illustrator"
    line = f"%case {'picture-book' if name == 'picture-book' else 'own-book'} {side}"
    source.write_text(source.read_text(encoding="utf-8").replace("%case own-book illustrator", line), encoding="utf-8")
    with pytest.raises(NegotiationError) as told:
        generate(course, EXERCISE)
    assert says in str(told.value)
    assert not (course / "release" / EXERCISE).exists()
