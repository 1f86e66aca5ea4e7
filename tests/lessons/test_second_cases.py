"""One story: where a learner has to find the trades, no earlier lesson has shown the points."""

import ast
import json
import re
from collections.abc import Iterator

import pytest
from biggerpie.negotiation import load_case

from tools.canonical import ROOT

LESSONS = {file.name[:2]: file for file in sorted((ROOT / "lessons").glob("[0-9]*.ipynb"))}
TOLD_ALL_SEASON = "job-offer"
"""Noa's talks with Ilse: lesson 2 lays their points open, and what follows is one story of the same six things."""
SHOWS_NO_POINTS = re.compile(r"\bInterestMap\(")
EXCEPTIONS = {
    ("09", "feel", "pay-rise"): "lays the learner's first talk beside the last, and asks for nothing new",
    ("10", "scene", "oat-mill"): "only who knows what Lucia wants can hear that somebody in her chair plays false",
}


def opened(lesson: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each cell of a lesson that opens a case, with the case, and whether it shows or tells points."""
    for cell in json.loads(LESSONS[lesson].read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        for name in sorted(set(re.findall(r'load_case\("([\w-]+)"', source))):
            yield cell["id"], name, not SHOWS_NO_POINTS.search(source)


def seen_before(lesson: str) -> dict[str, str]:
    """The cases whose points an earlier lesson has shown, with the first of these lessons."""
    earlier = [number for number in LESSONS if number < lesson]
    return {name: number for number in reversed(earlier) for _, name, shown in opened(number) if shown}


def seen_twice() -> set[tuple[str, str, str]]:
    """Lesson, cell and case where points come back that an earlier lesson has shown."""
    return {
        (lesson, cell, name)
        for lesson in LESSONS
        for cell, name, shown in opened(lesson)
        if shown and name in seen_before(lesson) and name != TOLD_ALL_SEASON
    }


def test_no_lesson_opens_a_case_whose_points_an_earlier_lesson_has_shown():
    assert seen_twice() == set(EXCEPTIONS)
    assert len({name for lesson in LESSONS for _, name, _ in opened(lesson)}) > 12


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_picture_of_other_points_names_other_things_than_noa_and_ilses_case(lesson):
    issues = {issue.name.lower() for issue in load_case(TOLD_ALL_SEASON).issues}
    for cell in json.loads(LESSONS[lesson].read_text(encoding="utf-8"))["cells"]:
        for names in re.findall(r"PayoffExplorer\(\s*(\[[^]]*\])", "".join(cell["source"])):
            assert not issues & {name.lower() for name in ast.literal_eval(names)}, cell["id"]
