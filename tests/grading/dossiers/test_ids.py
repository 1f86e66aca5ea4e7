"""Ids are read in one way on both sides: what the same person means is the same student."""

import unicodedata

import pytest
from biggerpie.grading.dossiers.ids import cannot_work, compared, read_id, said_of_ids
from biggerpie.grading.dossiers.places import Places, places_for
from hypothesis import given
from hypothesis import strategies as st

QUOTED = ['"kim"', "'kim'", "<kim>", "\u201ckim\u201d", "\u201ekim\u201c"]
KIM = [*QUOTED, "kim", " kim ", "DOMAIN\\kim", "\ufeffkim", "ki\u200bm"]
DASHES = ["s-1", "s\u20131", "s\u20141", "s\u20111", "s\u22121"]


@pytest.mark.parametrize("written", KIM)
def test_an_id_is_read_without_what_surrounds_it(written):
    assert read_id(written) == "kim"


@pytest.mark.parametrize("written", DASHES)
def test_a_dash_that_a_tablet_made_is_a_hyphen(written):
    assert read_id(written) == "s-1"


def test_letters_keep_their_case():
    assert read_id("S100") == "S100"


@pytest.mark.parametrize(
    "written", [unicodedata.normalize("NFD", "Jos\u00e9"), "jos\u00e9", "JOS\u00c9", "\uff2aos\u00e9"]
)  # wide letters are meant
def test_spellings_of_one_name_are_one_student(written):
    assert compared(written) == "jos\u00e9"


@given(st.text(max_size=30))
def test_reading_what_was_read_changes_nothing(text):
    assert compared(compared(text)) == compared(text)


def test_a_class_gives_the_same_case_to_every_spelling_and_to_no_two_students():
    places = places_for("s" * 64, "01", ["S100", "s-1", "kim", "s2"])
    assert places.number_of("s100") == places.number_of("S100")
    assert {places.number_of(spelling) for spelling in DASHES} == {places.number_of("s-1")}
    assert {places.number_of(spelling) for spelling in KIM} == {places.number_of("kim")}
    assert places.shared(["S100", "s100", "kim", '"kim"']) == []
    assert places.whose("S100", ["s100"]) == "s100"


def test_a_course_of_the_first_version_keeps_reading_letter_by_letter():
    places = places_for("s" * 64, "01", ["S100"])
    exact = Places.from_written({"seal": places.seal, "shifts": places.shifts}, places.size)
    assert exact.exact
    assert exact.number_of("S100") != exact.number_of("s100")
    assert Places.from_written(exact.written(), exact.size) == exact
    assert Places.from_written(places.written(), places.size) == places


@pytest.mark.parametrize(
    "odd", ["ada lovelace", "a,b", "a/b", "a;b", "a\\b", "", "x" * 101, "-1", "=1", "\uff1d1", ".x", "\u5b66" * 67]
)
def test_what_cannot_work_as_an_id_is_known(odd):
    assert cannot_work(odd)


@pytest.mark.parametrize("plain", ["ada", "S100", "demo-01", "ada.l@uni.example", "jos\u00e9", "a+b_c"])
def test_plain_ids_work(plain):
    assert not cannot_work(plain)


def test_what_is_wrong_with_a_class_list_is_named():
    said = said_of_ids(["ada lovelace", "b,c", "S100", "s100", "dee"])
    assert "'ada lovelace' and 'b,c'" in said
    assert "'S100 = s100'" in said
    assert "dee" not in said
    assert said_of_ids(["ada", "bo"]) == ""


def test_a_number_that_a_spreadsheet_has_shortened_is_named_and_said_where_it_comes_from():
    said = said_of_ids(["1.23457E+11", "1,23E+8", "12345678901", "1E5"], "folders in submitted")
    assert "these ids of folders in submitted are long numbers that a spreadsheet has shortened" in said
    assert "'1,23E+8' and '1.23457E+11'" in said
    assert "1E5" not in said
