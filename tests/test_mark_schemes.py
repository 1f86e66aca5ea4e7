"""Mark schemes: items that sum to the points, a band beside them, and answers at three levels that add up."""

import re
from typing import Any

import pytest
from biggerpie.course.new_course import exercise_names

from .grading.exercises import notebook_of

ITEM = re.compile(r"^- (\d+) marks: (?:\((\d+) for each)?", re.MULTILINE)
ANCHOR = re.compile(r"^- (\d+) marks? = ([\d +]+): “([^”]+)”$", re.MULTILINE)
BAND = "(1 for each step up)"
APART = {"03-the-relationship": "each of its three sentences is marked by itself"}
"""Texts without a band for the whole."""


def written(name: str) -> tuple[str, int]:
    """The question with its mark scheme, and what the text below it can earn."""
    cells: list[dict[str, Any]] = notebook_of(name)["cells"]
    scheme = next(text for cell in cells if "MARK SCHEME" in (text := "".join(cell["source"])))
    answers = [cell["metadata"]["nbgrader"] for cell in cells if cell["cell_type"] == "markdown" and _is_answer(cell)]
    assert len(answers) == 1
    return scheme, answers[0]["points"]


def _is_answer(cell: dict[str, Any]) -> bool:
    return bool(cell["metadata"].get("nbgrader", {}).get("solution"))


@pytest.mark.parametrize("name", exercise_names())
def test_items_sum_to_the_points_and_a_band_is_among_them(name):
    scheme, points = written(name)
    assert sum(int(most) for most, _ in ITEM.findall(scheme)) == points
    assert scheme.count(BAND) == (name not in APART)


@pytest.mark.parametrize("name", exercise_names())
def test_three_answers_show_what_a_good_one_a_middling_one_and_a_poor_one_get(name):
    scheme, _ = written(name)
    items = [(int(most), int(each or most)) for most, each in ITEM.findall(scheme.replace(BAND, ""))]
    marks = []
    for total, parts, text in ANCHOR.findall(scheme):
        given = [int(part) for part in parts.split("+")]
        whole = [part in {0, each, most} for part, (most, each) in zip(given, items, strict=False)]
        assert sum(given) == int(total), text
        assert all(whole[: len(given) - 1]), text
        assert len(given) in {len(items), len(items) - 1}, text
        marks.append(int(total))
    assert len(marks) == 3
    best = max(sum(most for most, _ in items), sum(each for _, each in items[: len(given)]))
    assert marks == sorted(set(marks), reverse=True)
    assert marks[0] in {best, sum(each for _, each in items[: len(given)])}
    assert marks[2] < 0.35 * marks[0]


@pytest.mark.parametrize("name", exercise_names())
def test_an_exercise_says_what_it_shows_and_how_long_it_takes(name):
    title = "".join(notebook_of(name)["cells"][0]["source"])
    assert "You'll show that you can\n" in title
    assert re.search(r"^Plan about \d\d minutes;", title, re.MULTILINE)
    assert sum(map(int, re.findall(r"\((\d+) marks\)[,.]$", title, re.MULTILINE))) == 100
