"""START-HERE.md says what an instructor must know, and what it says holds."""

import pytest
from biggerpie.course.new_course import make_course

from tools.canonical import ROOT


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> str:
    course = tmp_path_factory.mktemp("made") / "course"
    make_course(course)
    return (course / "START-HERE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "## How students get the kit",
        "pip wheel . --no-deps",
        "hub-names.csv",
        "`cp course/*` leaves it",
        "## Copies, and upgrades",
        "with `--force` it is generated again",
    ],
)
def test_it_tells_how_the_kit_comes_to_students_and_how_a_course_is_kept(guide, words):
    assert words in guide


def test_every_place_for_a_name_was_filled(guide):
    assert "{" not in guide
    written = (ROOT / "course" / "start_here.md").read_text(encoding="utf-8")
    assert written.count("## ") == guide.count("## ")
