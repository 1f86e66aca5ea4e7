"""Releasing feedback by the exchange: whose cannot be released is named, and everybody else gets theirs."""

import os
from pathlib import Path

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.submission.feedback_secret import FILE, LONGEST, secret_in
from nbgrader.utils import notebook_hash

from .hostile.course import run
from .nbgrader_api import nbgrader_api

EXERCISE = "01-both-can-gain"
TIME = "2030-01-15 09:00:00 UTC"
pytestmark = pytest.mark.filterwarnings("ignore:.*authentictor")  # nbgrader misspells its own word


@pytest.fixture
def course(tmp_path) -> Path:
    """A course with an exchange beside it."""
    make_course(tmp_path / "course")
    with (tmp_path / "course" / "nbgrader_config.py").open("a") as config:
        config.write("c.Exchange.root = str(Path(__file__).parents[1] / 'exchange')\n")
    (tmp_path / "exchange").mkdir()
    return tmp_path / "course"


def give_feedback(course: Path, student: str, secret: bytes | None = None, assignment: str = EXERCISE) -> Path:
    """The folder of a student's feedback, as grading leaves it."""
    folder = course / "feedback" / student / assignment
    folder.mkdir(parents=True)
    (folder / "exercise.html").write_text(f"for {student}")
    (folder / "timestamp.txt").write_text(TIME)
    (folder / FILE).write_bytes(os.urandom(64).hex().encode() if secret is None else secret)
    return folder


def release(course: Path, student: str | None = None) -> dict[str, object]:
    """Release as formgrader's button does, and return what it is told."""
    with nbgrader_api(course) as api:
        return api.release_feedback(EXERCISE, student)


def released(course: Path) -> list[str]:
    """What every page says that lies in the exchange."""
    return sorted(page.read_text() for page in (course.parent / "exchange" / "course" / "feedback").iterdir())


def fetched(course: Path, folder: Path) -> str:
    """What a student fetches, by the rule of nbgrader's own fetch_feedback."""
    name = notebook_hash(secret=(folder / FILE).read_text(), notebook_id="exercise")
    return (course.parent / "exchange" / "course" / "feedback" / f"{name}.html").read_text()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"short", b"0" * 200_000, "ü".encode() * 64, b"0" * 64 + b"\n"])
def test_a_secret_that_is_none_keeps_back_one_students_feedback_only(course, content):
    folders = [give_feedback(course, student) for student in ("ada", "zoe")]
    give_feedback(course, "mallory", content)
    done = release(course)
    assert done["success"]
    assert "'mallory': submission_secret.txt holds no secret" in str(done["log"])
    assert [fetched(course, folder) for folder in folders] == ["for ada", "for zoe"] == released(course)


@pytest.mark.parametrize("put", [lambda path: None, os.mkfifo, os.mkdir, lambda path: path.symlink_to("/etc/hostname")])
def test_a_secret_that_is_no_file_keeps_back_one_students_feedback_only(course, put):
    give_feedback(course, "ada")
    secret = give_feedback(course, "mallory") / FILE
    secret.unlink()
    put(secret)
    done = release(course)
    assert done["success"]
    assert "'mallory': submission_secret.txt" in str(done["log"])
    assert released(course) == ["for ada"]


@pytest.mark.parametrize("stamp", [None, b"soon", b"\xff\xfe"])
def test_feedback_without_a_time_is_released_and_told(course, stamp):
    folder = give_feedback(course, "mallory") / "timestamp.txt"
    folder.unlink() if stamp is None else folder.write_bytes(stamp)
    give_feedback(course, "zoe")
    assert "'mallory': timestamp.txt tells no time; the feedback was released." in str(release(course)["log"])
    assert released(course) == ["for mallory", "for zoe"]


def test_nobodys_page_takes_the_place_of_anothers(course):
    """Mallory hands in the secret of ada's submission, in this exercise or in the next."""
    secret = (give_feedback(course, "ada") / FILE).read_bytes()
    give_feedback(course, "bo")
    give_feedback(course, "mallory", secret, "02-concessions")
    said = str(release(course)["log"])
    assert "'ada': submission_secret.txt is the same as that of 'mallory' ('02-concessions')" in said
    assert released(course) == ["for bo"]


def test_a_page_that_is_a_link_is_not_released(course):
    page = give_feedback(course, "mallory") / "exercise.html"
    page.unlink()
    page.symlink_to(course / "gradebook.db")
    give_feedback(course, "zoe")
    assert "'mallory': there is no page to release" in str(release(course)["log"])
    assert released(course) == ["for zoe"]


def test_what_fails_for_one_is_named_after_all_others_got_theirs(course, monkeypatch):
    give_feedback(course, "ada")
    give_feedback(course, "bo")
    monkeypatch.setattr("shutil.copy", _full_for_ada)
    done = release(course)
    assert not done["success"]
    assert "The feedback of 'ada' could not be released" in str(done["log"])
    assert released(course) == ["for bo"]


def _full_for_ada(page: Path, draft: Path) -> None:
    if "ada" in str(page):
        raise OSError(28, "No space left on device")
    draft.write_bytes(page.read_bytes())


def test_one_students_feedback_can_be_released_again(course):
    folder = give_feedback(course, "e[f]")
    give_feedback(course, "bo")
    assert release(course, "e[f]")["success"]
    assert released(course) == ["for e[f]"]
    (folder / "exercise.html").write_text("marked anew")
    assert release(course, "e[f]")["success"]
    assert released(course) == ["marked anew"]


def test_nbgraders_command_goes_on_after_a_faulty_secret(course):
    give_feedback(course, "ada", b"\xff\xfe")
    give_feedback(course, "bo")
    for _ in range(2):
        said = run(course, "nbgrader", "release_feedback", EXERCISE)
        assert "'ada': submission_secret.txt holds no secret" in said
        assert "Traceback" not in said
        assert released(course) == ["for bo"]


def test_the_secret_of_nbgraders_own_kind_is_read(tmp_path):
    (tmp_path / FILE).write_text("a" * LONGEST)
    assert secret_in(tmp_path) == "a" * LONGEST
    (tmp_path / FILE).write_text("a" * (LONGEST + 1))
    assert secret_in(tmp_path) == ""
    assert secret_in(tmp_path / "nowhere") == ""
