"""What steers a terminal is written so that it does not, in three ways, each of which leaves ordinary text alone."""

import pytest
from biggerpie.grading.submission.printable import escaped, printable, visible

ORDINARY = "Ada’s ½ – “naïve” 数字 🙂"


@pytest.mark.parametrize("write", [printable, escaped, visible])
def test_ordinary_text_stays_as_it_is(write):
    assert write(ORDINARY) == ORDINARY


@pytest.mark.parametrize("write", [printable, escaped, visible])
@pytest.mark.parametrize("order", ["\x1b[31m", "\x07", "\x9b", "\u202e", "\u2066", "\ufeff", "\u2028", "\udcff"])
def test_nothing_that_steers_is_left(write, order):
    written = write(f"a{order}b")
    assert written.encode("utf-8")
    assert not {*order} & {*written} - {*"[31m"}


def test_each_way_says_what_stood_there_as_its_place_needs_it():
    assert printable("a\x1b\udcff") == "a\N{REPLACEMENT CHARACTER}\\udcff"
    assert escaped("a\x1b\t") == "a\\x1b\t"
    assert visible("a\x1b\u202e\t\n") == "a␛[U+202E]\t\n"
