"""Whose a submission in the exchange is: its owner's, whatever its name claims.

All folders here belong to whoever runs the tests; where another owner is needed, `owner_of` is told so.
"""

import os
from pathlib import Path

import pytest
from biggerpie.grading.collecting import inbound
from biggerpie.grading.collecting.copy_in import CopyIn
from biggerpie.negotiation import NegotiationError
from nbgrader.api import Gradebook

from .exchange import EXERCISE, HONEST, collect, collected, hand_in


def test_a_submission_forged_in_anothers_name_is_not_taken_and_both_are_named(course):
    hand_in(course, "ada", "2030-01-15 09:00:00.0 UTC", "ada's")
    hand_in(course, "ada", "2030-01-16 09:00:00.0 UTC", "forged", owner="mallory")
    hand_in(course, "bo", "2030-01-16 09:00:00.0 UTC", "forged", owner="mallory")
    said = collect(course)
    assert collected(course) == {"ada": "ada's"}
    assert (
        "2 submissions in the name of 'ada', 'bo' belong to 'mallory' and were not collected; "
        "of these, 'bo' handed in nothing."
    ) in said


def test_where_nobody_checks_owners_all_is_taken(course):
    hand_in(course, "ada", owner="jovyan")
    assert collect(course, check_owner=False) == ""
    assert collected(course) == {"ada": HONEST}


def test_a_hub_with_one_account_for_all_is_told_what_to_set(course):
    hand_in(course, "ada", owner="jovyan")
    hand_in(course, "bo", owner="jovyan")
    assert "write c.ExchangeCollect.check_owner = False into nbgrader_config.py and collect again" in collect(course)
    assert collected(course) == {}


def test_a_student_who_forges_everybodys_submission_is_no_hubs_account(course):
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.add_student("mallory")
    for number in range(7):
        hand_in(course, f"s{number}", owner="mallory")
    said = collect(course)
    assert "check_owner" not in said
    assert (
        "7 submissions in the name of 's0', 's1', 's2', 's3', 's4' and 2 more belong to 'mallory' and were not "
        "collected; of these, 's0', 's1', 's2', 's3', 's4' and 2 more handed in nothing."
    ) in said


def test_two_forged_submissions_of_one_student_are_no_hubs_account(course):
    hand_in(course, "ada", owner="mallory")
    hand_in(course, "ada", "2030-01-16 09:00:00.0 UTC", owner="mallory")
    said = collect(course)
    assert "check_owner" not in said
    assert "2 submissions in the name of 'ada' belong to 'mallory' and were not collected" in said


def test_a_link_to_anothers_submission_is_none(course):
    victim = hand_in(course, "ada", "2030-01-15 09:00:00.0 UTC", "ada's")
    victim.with_name(f"mallory+{EXERCISE}+2030-01-16 09:00:00.0 UTC+x").symlink_to(victim)
    assert "name tells no student and time" in collect(course)
    assert collected(course) == {"ada": "ada's"}


def test_a_second_name_of_a_file_is_left_out_where_nobody_can_tell_whose_it_is(course):
    folder = hand_in(course, "ada")
    os.link(course / "gradebook.db", folder / "book.txt")
    assert "'book.txt' is a link, so it was not collected" in collect(course, check_owner=False)
    assert collected(course) == {"ada": HONEST}
    assert not (course / "submitted" / "ada" / EXERCISE / "book.txt").exists()


def test_who_gives_a_students_file_a_second_name_keeps_it_from_nobody(course):
    folder = hand_in(course, "ada")
    os.link(folder / "exercise.ipynb", course.parent / "mallorys.ipynb")
    assert collect(course) == ""
    assert collected(course) == {"ada": HONEST}


def test_a_file_that_belongs_to_somebody_else_is_left_out(tmp_path):
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "book.txt").write_text("secret")
    about = (tmp_path / "sent" / "book.txt").stat()
    copied = CopyIn(tmp_path / "copy", about.st_uid, 1000)
    assert copied._left_out(("book.txt",), about) == ""
    copied.owner = about.st_uid + 1
    assert copied._left_out(("book.txt",), about) == "belongs to somebody else"
    with pytest.raises(NegotiationError, match="'sent' was exchanged while it was collected"):
        copied.copy(tmp_path / "sent")


def test_one_folder_that_cannot_be_read_stops_nobody(course, monkeypatch):
    def fails_for_mallory(path: Path) -> str:
        if path.name.startswith("mallory"):
            raise ArithmeticError
        return "bo"

    monkeypatch.setattr(inbound, "owner_of", fails_for_mallory)
    hand_in(course, "mallory")
    hand_in(course, "bo")
    assert "'mallory+" in collect(course)
    assert collected(course) == {"bo": HONEST}
