"""Collecting by nbgrader: each student's newest submission, in order before anybody opens it."""

import os
from getpass import getuser

import pytest
from biggerpie.grading.collecting.copy_in import MOST_FILES

from ..hostile.course import run
from ..hostile.files import IMPORTED
from .exchange import EXERCISE, HONEST, collect, collected, configure, hand_in

ME = getuser()


def test_each_students_newest_own_submission_is_collected(course):
    for student in ("ada", "bo", "c+d", "e[f]"):
        hand_in(course, student, "2030-01-15 09:00:00.0 UTC", "older")
        hand_in(course, student, "2030-01-16 09:00:00.0 UTC", "newer")
    assert collect(course) == ""
    assert collected(course) == dict.fromkeys(("ada", "bo", "c+d", "e[f]"), "newer")


@pytest.mark.parametrize(
    "name",
    [
        "ada+{}+soon",
        "ada+{}+",
        "+{}+2030-01-01 09:00:00 UTC",
        "..+{}+2030-01-01 09:00:00 UTC",
        "ada +{}+2030-01-01 09:00:00 UTC",
        "a\nda+{}+2030-01-01 09:00:00 UTC",
        "ada+{}+9" + "9" * 99,
        "ada+{}+1h" + "9" * 34,
    ],
)
def test_a_name_that_tells_nothing_stops_nobody(name, course):
    hand_in(course, "bo")
    (course.parent / "exchange" / "course" / "inbound" / name.format(EXERCISE)).mkdir()
    assert "no submission to collect, for its name tells no student and time" in collect(course)
    assert collected(course) == {"bo": HONEST}
    assert not (course / EXERCISE).exists()


def test_what_comes_in_is_in_order_at_once(course):
    folder = hand_in(course, "ada")
    (folder / "nbgrader_config.py").write_text(IMPORTED)
    (folder / "page.html").write_text("<script>")
    (folder / "link.txt").symlink_to(course / "gradebook.db")
    os.mkfifo(folder / "pipe")
    said = collect(course)
    assert "'nbgrader_config.py', 'page.html' were moved to '.biggerpie/set-aside/ada/" in said
    for left_out in ("'link.txt' is a link", "'pipe' is a pipe"):
        assert left_out in said
    assert sorted(path.name for path in (course / "submitted" / "ada" / EXERCISE).iterdir()) == [
        "exercise.ipynb",
        "submission_secret.txt",
        "timestamp.txt",
    ]
    aside = course / ".biggerpie" / "set-aside" / "ada" / EXERCISE
    assert (aside / "nbgrader_config.py.set-aside").read_text() == IMPORTED
    assert list((course / ".biggerpie" / "work").iterdir()) == []
    assert collect(course) == ""
    assert sorted(path.name for path in aside.iterdir()) == ["nbgrader_config.py.set-aside", "page.html.set-aside"]


def test_a_submission_that_is_too_much_stops_nobody_and_keeps_what_was_collected(course):
    hand_in(course, "ada", text="first")
    hand_in(course, "bo", text="first")
    collect(course)
    sparse = hand_in(course, "ada", "2030-01-16 09:00:00.0 UTC")
    with (sparse / "big.txt").open("wb") as file:
        file.truncate(1 << 40)
    many = hand_in(course, "bo", "2030-01-16 09:00:00.0 UTC")
    for number in range(MOST_FILES):
        (many / f"{number}.txt").touch()
    hand_in(course, "chi")
    said = collect(course)
    assert "'ada' could not be collected: the submission holds more than 100 MB" in said
    assert "'bo' could not be collected: the submission holds more than 1000 files" in said
    assert collected(course) == {"ada": "first", "bo": "first", "chi": HONEST}


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"short", b"0" * 5000])
def test_a_submission_whose_feedback_cannot_be_released_is_told_when_it_is_collected(course, content):
    secret = hand_in(course, "ada") / "submission_secret.txt"
    secret.unlink() if content is None else secret.write_bytes(content)
    hand_in(course, "bo")
    said = collect(course)
    assert said.count("so its feedback cannot be released; let the student submit again by nbgrader.") == 1
    assert "'ada': submission_secret.txt" in said
    assert collected(course) == {"ada": HONEST, "bo": HONEST}


def test_only_one_student_can_be_collected(course):
    hand_in(course, "ada")
    hand_in(course, "bo")
    configure(course, "c.CourseDirectory.student_id = 'ada'\n")
    collect(course)
    assert collected(course) == {"ada": HONEST}


def test_nbgraders_command_takes_what_is_ones_own_and_nothing_forged(course):
    """The real command and real owners: all belongs to whoever runs this."""
    folder = hand_in(course, ME)
    (folder / "nbgrader_config.py").write_text(IMPORTED)
    hand_in(course, "ada")
    said = run(course, "nbgrader", "collect", EXERCISE)
    assert collected(course) == {ME: HONEST}
    assert f"A submission in the name of 'ada' belongs to '{ME}' and was not collected" in said
    assert "'nbgrader_config.py' was moved to" in said
    assert [path.name for path in course.rglob("nbgrader_config.py")] == ["nbgrader_config.py"]
    assert not (course / "forged").exists()
