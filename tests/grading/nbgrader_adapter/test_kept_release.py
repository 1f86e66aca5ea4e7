"""What was handed out stays where generating it again is refused."""

from pathlib import Path

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.negotiation import NegotiationError

from ..class_of_thirty import put_one_case_for_all
from ..class_run.gradebooks import EXERCISE


@pytest.fixture
def course(tmp_path) -> Path:
    folder = tmp_path / "course"
    make_course(folder)
    put_one_case_for_all(folder)
    generate(folder, EXERCISE)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_refused_generating_leaves_the_release_and_one_that_succeeds_replaces_it(course):
    release, source = course / "release" / EXERCISE, course / "source" / EXERCISE / "exercise.ipynb"
    before, good = files(release), source.read_text(encoding="utf-8")
    source.write_text(good.replace('"points": 30', '"points": 29'), encoding="utf-8")
    with pytest.raises(NegotiationError, match="write the same number in both"):
        generate(course, EXERCISE)
    assert files(release) == before
    source.write_text(good.replace("# Exercise 1", "# The exercise 1"), encoding="utf-8")
    generate(course, EXERCISE)
    assert b"# The exercise 1" in files(release)["exercise.ipynb"]
    assert not [*(course / ".biggerpie" / "work").iterdir()]
