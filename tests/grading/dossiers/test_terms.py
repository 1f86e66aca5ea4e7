"""A new term never gets the last one's cases unnoticed."""

from datetime import date, timedelta

import pytest
from biggerpie.grading.dossiers import terms
from biggerpie.grading.dossiers.places import places_for
from biggerpie.grading.dossiers.released import Released
from biggerpie.grading.dossiers.secret import course_secret, secret_made
from biggerpie.grading.dossiers.terms import doubts, refuse_last_terms
from biggerpie.negotiation import NegotiationError

EXERCISE = "01-both-can-gain"
LAST = tuple(f"last-{n}" for n in range(8))
AUTUMN = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def spring(monkeypatch) -> date:
    """It is 201 days later."""
    day = AUTUMN + timedelta(days=201)
    monkeypatch.setattr(terms, "today", lambda: day)
    return day


def released(begun: date = AUTUMN, students: tuple[str, ...] = LAST) -> Released:
    return Released(places_for("s" * 64, EXERCISE, students), begun.isoformat(), students)


def test_a_secret_of_another_term_is_refused_with_what_to_do(spring):
    for made, noted in ((AUTUMN, None), (None, released()), (AUTUMN, released(spring))):
        with pytest.raises(NegotiationError) as said:
            refuse_last_terms(EXERCISE, made, noted, LAST)
        assert "2026-10-01, 201 days ago" in str(said.value)
        assert "delete it and the folder .biggerpie/seals here" in str(said.value)
        assert f"'made on {spring}'" in str(said.value)


def test_a_secret_that_was_dated_anew_for_the_same_class_is_taken(spring):
    refuse_last_terms(EXERCISE, spring, released(), LAST)


def test_a_class_list_that_shares_nobody_or_hardly_anybody_is_refused(spring):
    for students in (("new",), ("new", LAST[0])):
        with pytest.raises(NegotiationError, match=r"was generated for another class: [01] of its 8 students"):
            refuse_last_terms(EXERCISE, spring, released(spring), students)


def test_an_empty_class_list_tells_of_no_other_class(spring):
    refuse_last_terms(EXERCISE, spring, released(spring), ())


def test_a_class_that_grows_or_shrinks_is_the_same_class(spring):
    for students in ((*LAST, "late"), LAST[:2]):
        refuse_last_terms(EXERCISE, spring, released(spring), students)


def test_a_first_generating_with_a_new_secret_is_no_matter_of_terms(spring):
    refuse_last_terms(EXERCISE, spring, None, ())
    refuse_last_terms(EXERCISE, None, None, LAST)


def test_marking_doubts_an_exercise_of_long_ago_and_names_who_shares_a_case(spring):
    places = released().places
    late = next(name for name in map(str, range(9_999)) if places.whose(name, LAST))
    met = places.whose(late, LAST)
    assert doubts(EXERCISE, released(spring), LAST) == []
    (old,) = doubts(EXERCISE, released(), LAST)
    assert "was generated on 2026-10-01, 201 days ago" in old
    (shared,) = doubts(EXERCISE, released(spring), (*LAST, late))
    assert repr(late) in shared
    assert repr(met) in shared
    many = [name for name in map(str, range(9_999)) if places.whose(name, LAST)]
    assert "; and " in doubts(EXERCISE, released(spring), (*LAST, *many))[0]


def test_a_secret_says_when_it_was_made(tmp_path):
    course_secret(tmp_path, create=True)
    made = secret_made(tmp_path)
    assert made is not None
    assert abs((date.today() - made).days) <= 1
    (tmp_path / "dossier-secret.txt").write_text("f" * 64 + "\n# made on 2026-13-01\n")
    assert secret_made(tmp_path) is None
    (tmp_path / "dossier-secret.txt").write_text("f" * 64)
    assert secret_made(tmp_path) is None
