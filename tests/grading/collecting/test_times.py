"""When a submission was handed in: the exchange's time counts, and what is changed later is told."""

from datetime import datetime
from time import sleep

import pytest
from biggerpie.grading.collecting.copy_in import CopyIn
from nbgrader.api import Gradebook

from .exchange import EXERCISE, collect, collected, configure, hand_in, stamp_of


def test_what_is_written_while_it_is_copied_counts_as_changed_then(tmp_path, monkeypatch):
    (tmp_path / "sent").mkdir()
    sent = tmp_path / "sent" / "exercise.ipynb"
    sent.write_text("early")
    before = sent.stat().st_ctime
    count = CopyIn._count_bytes

    def late(copying: CopyIn, number: int, *, ahead: bool = False) -> None:
        count(copying, number, ahead=ahead)
        sleep(0.05)
        sent.write_text("late!")

    monkeypatch.setattr(CopyIn, "_count_bytes", late)
    copied = CopyIn(tmp_path / "copy", None, 1000)
    copied.copy(tmp_path / "sent")
    assert (tmp_path / "copy" / "exercise.ipynb").read_text() == "late!"
    assert copied.changed > before


def test_what_was_changed_after_the_due_date_but_names_a_time_before_it_is_told(course, monkeypatch):
    hand_in(course, "ada")
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.find_assignment(EXERCISE).duedate = datetime(2020, 1, 20, 12)
        book.db.commit()
    hand_in(course, "bo", "2020-01-15 09:00:00.0 UTC")
    said = collect(course)
    assert "'bo': the submission says that it is of 2020-01-15 09:00 UTC, in time, but it was changed" in said
    assert "'ada'" not in said
    assert stamp_of(course, "bo") > datetime(2026, 1, 1)
    assert stamp_of(course, "ada") == datetime(2030, 1, 15, 9)


@pytest.fixture
def known_to_the_hub_as_another(course):
    """A course whose student 4711 signs in as jupyter-tia, and has an extension."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.add_student("4711")
    (course / "hub-names.csv").write_text("jupyter-tia,4711\n")
    (course / "extensions.csv").write_text(f"{EXERCISE},4711,2030-01-30 12:00 UTC\n")
    return course


def test_an_extension_counts_for_a_student_whom_the_hub_calls_otherwise(known_to_the_hub_as_another):
    course = known_to_the_hub_as_another
    for account in ("jupyter-tia", "ada"):
        for day in (19, 25, 31):
            hand_in(course, account, f"2030-01-{day} 09:00:00.0 UTC")
    collect(course, before_duedate=True)
    assert stamp_of(course, "4711") == datetime(2030, 1, 25, 9)
    assert stamp_of(course, "ada") == datetime(2030, 1, 19, 9)


@pytest.mark.parametrize("wanted", ["4711", "jupyter-tia"])
def test_one_student_is_collected_by_either_name(known_to_the_hub_as_another, wanted):
    course = known_to_the_hub_as_another
    for account in ("jupyter-tia", "ada"):
        hand_in(course, account)
    configure(course, f"c.CourseDirectory.student_id = {wanted!r}\n")
    collect(course)
    assert set(collected(course)) == {"4711"}


@pytest.mark.parametrize("newer", ["4711", "jupyter-tia"])
def test_of_one_student_with_two_accounts_the_newest_is_collected(known_to_the_hub_as_another, newer):
    course = known_to_the_hub_as_another
    for account in ("4711", "jupyter-tia"):
        hand_in(course, account, f"2030-01-{25 if account == newer else 19} 09:00:00.0 UTC")
    collect(course)
    assert stamp_of(course, "4711") == datetime(2030, 1, 25, 9)


def test_an_account_that_only_looks_like_a_students_does_not_take_the_place_of_theirs(course):
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.add_student("ada")
    hand_in(course, "ada", "2030-01-15 09:00:00.0 UTC")
    hand_in(course, "(ada)", "2030-01-19 09:00:00.0 UTC")
    assert "'(ada)': not collected, for 'ada' handed in by another account" in collect(course)
    assert stamp_of(course, "ada") == datetime(2030, 1, 15, 9)


def test_the_exchanges_time_counts_and_not_the_students_own(course):
    folder = hand_in(course, "ada", "2030-01-21 09:00:00.000000 UTC")
    (folder / "timestamp.txt").write_text("2030-01-15 09:00:00 UTC")
    (hand_in(course, "bo", "2030-01-21 09:00:00.000000 UTC") / "timestamp.txt").unlink()
    said = collect(course)
    assert "'ada': timestamp.txt names another time (2030-01-15 09:00 UTC), so it was moved to" in said
    assert "and 2030-01-21 09:00 UTC counts" in said
    assert stamp_of(course, "ada") == stamp_of(course, "bo") == datetime(2030, 1, 21, 9)
