"""Lesson 7: every figure that it states is computed, and the structure of its two cases is there."""

import json
import re
from statistics import NormalDist

import pytest
from biggerpie.negotiation import (
    IssueKind,
    asking_pays_until,
    chance_of_a_better_idea,
    greatest_sum,
    issue_kinds,
    joint_value,
    load_case,
    wrong_by_group,
)
from biggerpie.widgets.group_guess.group_guess_picture import MIDPOINT, SPREAD

from tools.canonical import ROOT

LESSON = ROOT / "lessons" / "07-backgrounds-and-cultures.ipynb"
QUESTIONS = ROOT / "widgets" / "words" / "en" / "questions" / "07.toml"
CASES = ("attic-flat", "oat-mill")


@pytest.fixture(scope="module")
def text() -> str:
    """All that the lesson says."""
    cells = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def test_the_worked_example_counts_as_the_model_does(text):
    assert f"| you toss a coin | {100 * wrong_by_group(0):.0f} people |" in text
    assert f"| you guess by the office | {100 * wrong_by_group(0.5):.0f} people |" in text
    assert f"wrong about {100 * wrong_by_group(3):.0f} people in 100" in text


def test_the_two_averages_lie_where_the_lesson_puts_them(text):
    apart = 0.5 * SPREAD
    assert f"for {MIDPOINT + apart / 2:.0f} minutes on average, and people in the harbour office for" in text
    assert f"harbour office for {MIDPOINT - apart / 2:.0f}." in text
    assert f"two in three lie within {SPREAD} minutes" in text
    assert f"the {apart:.0f} minutes between the offices" in text
    assert 0.6 < 1 - 2 * NormalDist().cdf(-1) < 0.7


def test_asking_stays_better_as_far_as_the_lesson_says(text):
    assert f"until the averages lie {asking_pays_until(0.1):.1f} standard deviations apart" in text
    assert f"With 3 in 10 it stays better until they lie {asking_pays_until(0.3):.1f} apart." in text


def row(text: str, name: str) -> list[str]:
    """The cells of a table's row."""
    return next(line for line in text.splitlines() if line.startswith(f"| {name} |")).strip("| ").split(" | ")[1:]


@pytest.mark.parametrize("place", range(len(CASES)))
def test_the_skeleton_is_that_of_the_cases(text, place):
    case = load_case(CASES[place])
    rows = {
        "dear to one side, cheap to the other": IssueKind.INTEGRATIVE,
        "both want the same": IssueKind.COMPATIBLE,
        "can only be shared": IssueKind.DISTRIBUTIVE,
    }
    kinds = list(zip(case.issues, issue_kinds(case), strict=True))
    for name, wanted in rows.items():
        assert set(row(text, name)[place].split(", ")) == {issue.name for issue, kind in kinds if kind is wanted}
    assert row(text, "the middle of everything, together")[place] == f"{joint_value(case, case.compromise)} points"
    assert row(text, "the most there is, together")[place] == f"{sum(greatest_sum(case).payoffs)} points"


def test_what_the_recall_says_of_ideas_is_so(job_offer):
    assert "among twenty there is nearly always one that does" in QUESTIONS.read_text(encoding="utf-8")
    assert chance_of_a_better_idea(job_offer, 1) < 0.25
    assert chance_of_a_better_idea(job_offer, 20) > 0.95


def test_the_question_to_wanda_has_as_many_words_as_is_said():
    said = QUESTIONS.read_text(encoding="utf-8")
    asked = re.search(r"I ask her: “([^”]+)”", said)
    assert asked
    assert len(asked[1].split()) == 11
    assert said.count("leven words") == 2
