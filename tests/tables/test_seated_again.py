"""A round that is seated again between two talks or during one: every form is kept for those whose it is."""

import pytest
from biggerpie.course.pairs import _write_pages
from biggerpie.course.role_play.filled_forms import read_results
from biggerpie.course.role_play.round_files import read_tables, round_folder, write_tables
from biggerpie.course.role_play.versions import kept_keys
from biggerpie.negotiation import load_case
from biggerpie.tables.records import NO_LINE, NO_SEAT, SEATED_AGAIN

from .room import CASE, GROUPS, ROUND, room, seat_a_class


@pytest.fixture
def course(tmp_path):
    """A course whose class has sat down."""
    seat_a_class(tmp_path)
    return tmp_path


def again(course, groups):
    """Seat the class again, as `biggerpie pairs` does, at the versions that those who stay have."""
    folder, case = round_folder(course, ROUND), load_case(CASE)
    before = read_tables(folder)
    keys = kept_keys(case, before.groups, before.keys, groups)
    _write_pages(folder, case, before, groups, keys)
    write_tables(folder, groups, CASE, keys)
    return folder


def test_who_was_seated_late_hands_in_and_the_debrief_has_it(course):
    with room(course) as here, here.sits("ada") as ada:
        ada.do("leave")
    folder = again(course, [*GROUPS, ("gil", "hana")])
    with room(course) as here, here.sits("gil") as gil:
        gil.do("leave")
        assert gil.do("hand in", treated=7, memo="Late.") == ""
    assert here.complaints == []
    forms = read_results(folder, load_case(CASE))
    assert (forms[4][0].memo, forms[1][0].deal) == ("Late.", None)


def test_whoever_sits_where_others_had_a_deal_begins_with_an_empty_form(course):
    with room(course) as here, here.sits("ada") as ada:
        ada.do("leave")
        ada.do("hand in", treated=7, memo="Ours.")
    folder = again(course, [("cy", "bo"), ("ada", "dee", "eve"), ("flo",)])
    assert read_results(folder, load_case(CASE)) == {}
    with room(course) as here, here.sits("cy") as cy:
        assert not cy.state["handed_in"]
        cy.do("leave")
        assert cy.do("hand in", treated=1, memo="Mine.") == ""
    assert read_results(folder, load_case(CASE))[1][0].memo == "Mine."
    assert "Ours." in (folder / "results-before-1.csv").read_text(encoding="utf-8")
    assert (folder / "transcripts" / "table-01-before-1.txt").is_file()


def test_a_server_that_still_runs_writes_nothing_into_the_lines_of_others(course):
    with room(course) as here, here.sits("ada") as ada:
        ada.do("leave")
        folder = again(course, [("cy", "bo"), ("ada", "dee", "eve"), ("flo",)])
        assert ada.do("hand in", treated=7, memo="Ours.") == NO_SEAT
        assert not ada.state["handed_in"]
    assert here.complaints == [f"table 1 of week-3: {SEATED_AGAIN}"]
    assert read_results(folder, load_case(CASE)) == {}
    assert not (folder / "transcripts" / "table-01.txt").exists()


def test_a_line_that_is_missing_is_told_to_the_student_and_to_the_instructor(course):
    file = round_folder(course, ROUND) / "results.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("1,nurse")), encoding="utf-8")
    with room(course) as here, here.sits("ada") as ada, here.sits("flo") as flo:
        ada.do("leave")
        assert "results.csv has no line for that side" in ada.do("hand in", treated=7, memo="Mine.")
        assert not ada.state["handed_in"]
        flo.do("leave")
        assert flo.do("hand in", treated=7) == ""
    assert set(here.complaints) == {f"table 1 of week-3: {NO_LINE}"}
    assert read_results(file.parent, load_case(CASE))[1][1].deal is None
