"""One result on every Python: what was recorded once is what each version works out again."""

from tools.results import FILE, text


def test_marks_bits_and_offers_are_the_recorded_ones():
    recorded = FILE.read_text(encoding="utf-8")
    assert text() == recorded, "where a case is new or a result is meant to change: python -m tools.results --write"
