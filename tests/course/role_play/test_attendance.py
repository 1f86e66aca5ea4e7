"""Whoever was named as absent stays absent, and whoever is seated or not without having been named is told."""

import pytest
from biggerpie.course.role_play.attendance import attendance
from biggerpie.course.role_play.round_files import read_tables
from biggerpie.grading.nbgrader_adapter import class_marks
from biggerpie.grading.nbgrader_adapter.class_marks import Classmate
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError

CLASS = set("abcdefgh")


def seated(course, *more):
    assert main(["pairs", "w1", "job-offer", "--course", str(course), *more]) == 0
    return "".join(sorted(student for group in read_tables(course / "pairs" / "w1").groups for student in group))


def test_one_who_is_missed_later_is_absent_beside_those_who_were_named_before(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(class_marks, "class_list", lambda _: [Classmate(one) for one in {*CLASS, "left-out"}])
    monkeypatch.setattr(class_marks, "left_out_of_class", lambda _: {"left-out"})
    assert seated(tmp_path, "--absent", "g", "h") == "abcdef"
    capsys.readouterr()
    assert seated(tmp_path, "--absent", "a") == "bcdef"
    assert "  Not seated, as before: g, h; run it again with --late and the ids of" in capsys.readouterr().out
    assert seated(tmp_path, "--late", "g") == "bcdefg"
    assert "Not seated, as before: a, h;" in capsys.readouterr().out
    assert seated(tmp_path) == "abcdefgh"
    assert "Seated now and not before: a, h; run it again with --absent and" in capsys.readouterr().out
    assert seated(tmp_path, "--absent", "left-out") == "abcdefgh"
    assert seated(tmp_path, "--everybody", "--absent", "b") == "acdefgh"
    assert " before: " not in capsys.readouterr().out


def test_only_those_who_are_present_sit_and_nobody_has_to_be_told():
    there = attendance(CLASS, {"a", "b"}, present=["c", "d"], absent=["d"])
    assert (there.here, there.told) == (("c",), "")


def test_whoever_left_the_class_is_not_seated_again():
    assert attendance({"a", "b", "c"}, {"a", "b", "z"}, absent=["b"]).here == ("a",)


@pytest.mark.parametrize("how", ["present", "absent", "late"])
def test_somebody_who_is_not_in_the_class_is_refused(how):
    with pytest.raises(NegotiationError, match="'x' is not in the class list"):
        attendance(CLASS, **{how: ["x"]})


def test_where_nobody_is_there_that_is_said():
    with pytest.raises(NegotiationError, match="nobody is there to be seated"):
        attendance({"a"}, absent=["a"])
