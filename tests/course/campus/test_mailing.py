"""Feedback for a mail merge: each page goes to its student's address, and whoever cannot get one is named."""

import csv
from io import StringIO

import pytest
from biggerpie.course.campus.mailing import LIST, to_mail, write_mail
from biggerpie.grading.nbgrader_adapter.class_marks import Classmate
from biggerpie.negotiation import NegotiationError

from .hostile_class import class_of_500, marks_of

CLASS = class_of_500()
MARKS = marks_of(CLASS)


def give(course, student: str, text: str = "") -> None:
    """Put a page of feedback where nbgrader puts it."""
    folder = course / "feedback" / student / MARKS.assignment
    folder.mkdir(parents=True)
    (folder / "exercise.html").write_text(text or f"for {student}", encoding="utf-8")


def test_everybody_of_a_hostile_class_gets_their_page_and_no_id_or_address_is_changed(tmp_path):
    for one in CLASS:
        give(tmp_path, one.id)
    write_mail(tmp_path / "mail", to_mail(tmp_path, CLASS, MARKS))
    lines = [*csv.DictReader(StringIO((tmp_path / "mail" / LIST).read_text(encoding="utf-8-sig"), newline=""))]
    addresses = {one.id: one.email for one in CLASS}
    assert {line["student"]: line["address"] for line in lines} == addresses
    for line in lines:
        assert (tmp_path / "mail" / line["file"]).read_text(encoding="utf-8") == f"for {line['student']}"
        assert line["name"][:1] not in set("=+-@\t")
    assert len(lines) + 1 == len([*(tmp_path / "mail").iterdir()]) == len(CLASS) + 1


def test_no_page_takes_the_place_of_anothers_whatever_ids_and_notebooks_are_called(tmp_path):
    some = [Classmate("a", email="a@x.org"), Classmate("a-b", email="b@x.org"), Classmate("A-B", email="c@x.org")]
    for one in some:
        give(tmp_path, one.id)
    (tmp_path / "feedback" / "a" / MARKS.assignment / "b-exercise.html").write_text("for a", encoding="utf-8")
    mail = to_mail(tmp_path, some, MARKS)
    assert len({name.casefold() for name in mail.pages}) == len(mail.lines) == 4
    for line in mail.lines:
        assert mail.pages[line[3]].read_text(encoding="utf-8") == f"for {line[4]}"


def test_whoever_has_no_page_no_address_no_whole_mark_or_is_a_stranger_is_named(tmp_path):
    some = [CLASS[0], Classmate("no-page"), Classmate("no-address"), Classmate("two", email="a@x.org, b@x.org")]
    some.append(Classmate("formula", email="=cmd|'/ccalc'!A1+@x.org"))
    for student in (CLASS[0].id, "no-address", "two", "formula", "stranger"):
        give(tmp_path, student)
    mail = to_mail(tmp_path, some, MARKS)
    assert [line[-1] for line in mail.lines] == [CLASS[0].id]
    told = "\n".join(mail.told)
    assert "stranger has feedback and is not in the class list." in told
    assert "no-page has no feedback yet." in told
    assert "no-address has no address" in told
    assert "formula has no address that could be one" in told
    assert "two has no address that could be one in the class list ('a@x.org, b@x.org')" in told
    assert f"Marks are still missing on 1 of these pages: {CLASS[0].id}." in told


def test_a_folder_that_holds_anything_and_no_feedback_at_all_are_refused(tmp_path):
    with pytest.raises(NegotiationError, match="there is no feedback"):
        to_mail(tmp_path, CLASS, MARKS)
    give(tmp_path, CLASS[0].id)
    with pytest.raises(NegotiationError, match="is not empty, so nothing was written"):
        write_mail(tmp_path / "feedback", to_mail(tmp_path, CLASS, MARKS))
    assert not (tmp_path / "feedback" / LIST).exists()
