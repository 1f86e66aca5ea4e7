"""The figures that lesson 6 states are those of the model."""

import json
from math import log2
from pathlib import Path

import pytest
from biggerpie.negotiation import (
    Case,
    QuestionKind,
    after_paraphrase,
    beats_the_middle,
    chance_of_a_better_idea,
    fixed_pie,
    load_case,
    profiles,
    question_about,
    question_bits,
    uniform_belief,
    value_of_asking,
    value_of_assuming,
)
from biggerpie.negotiation.process.idea_chances import ideas_needed, mean_idea_marks
from biggerpie.widgets import EqualOffers
from biggerpie.widgets._words import words

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def text() -> str:
    """Return all that the lesson says in Markdown."""
    file = ROOT / "lessons" / "06-options-for-mutual-gain.ipynb"
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def test_so_many_packages_beat_the_middle(job_offer: Case, text):
    better = sum(beats_the_middle(job_offer, package) for package in job_offer.packages())
    share = better / job_offer.size
    assert f"Of all {job_offer.size:,} packages, {better:,} beat the middle" in text
    assert f"with a chance of {100 * share:.1f} %, and fails with {100 * (1 - share):.1f} %" in text
    assert f"{1 - share:.3f} × " in text
    assert f"= {(1 - share) ** 5:.2f}." in text
    assert f"at least one of them is better: {1 - (1 - share) ** 5:.2f}." in text


def test_the_chances_add_up_as_the_lesson_says(job_offer: Case, text):
    five, ten, twenty = (100 * float(chance_of_a_better_idea(job_offer, ideas)) for ideas in (5, 10, 20))
    assert f"at least one of five is better is already {five:.0f} %" in text
    needed = ideas_needed(job_offer)
    assert f"With 10 ideas it is {ten:.0f} %, with {needed} just above 90 %, with 20 it is {twenty:.0f} %" in text
    assert 0.90 < chance_of_a_better_idea(job_offer, needed) < 0.91


def test_the_mean_marks_of_the_table_are_computed(job_offer: Case, text):
    means = mean_idea_marks(job_offer, 30)
    for ideas in (5, 20, 30):
        at_once, later = means[ideas]
        assert f"| {ideas} | {at_once:.0f} | {later:.0f} |" in text
    assert f"the middle has {means[0][0]:.0f}" in text


def test_what_the_answers_of_the_simulation_tell_is_computed(text):
    widget = EqualOffers(load_case("job-offer"), "candidate")
    told, rows = widget.figures(), widget.picture["table"]["rows"]
    assert {row[-1] for row in widget.picture["offers"]["rows"]} >= {"55"}
    assert f"leaves {told['after_one']} of {told['all']} ways" in text
    assert f"best of three leaves {told['left']}" in text
    assert f"goes from {rows[2][1]} to {rows[2][3]}" in text
    assert f"yes or no to offer 1 tells {told['one']}, the best of the first three {told['three']}, and" in text
    assert f"one of three at most {log2(3):.2f}" in text


def test_a_straight_question_tells_more(job_offer: Case, text):
    question = question_about(job_offer, "What matters most to you?", QuestionKind.MOST)
    told = question_bits(profiles(job_offer, "employer"), [question])
    assert f"tells {told:.1f} bits" in text
    assert told > float(EqualOffers(load_case("job-offer"), "candidate").figures()["three"])


def test_mentoring_in_the_third_offer_tells_more(text):
    widget = EqualOffers(load_case("job-offer"), "candidate")
    mentoring = next(row[1:] for row in widget.picture["offers"]["rows"] if row[0] == "mentoring")
    assert mentoring == ["12 weeks", "4 weeks", "12 weeks"]
    assert "only 4 weeks of mentoring where the others have 12" in text
    assert widget.figures()["named"] == 2
    widget.gives = [1, 2, 4]
    widget.sent = True
    start_date = widget.picture["table"]["rows"][2]
    mentoring = next(row[1:] for row in widget.picture["offers"]["rows"] if row[0] == "mentoring")
    assert mentoring == ["12 weeks", "4 weeks", "no time (you give way)"]
    assert widget.figures()["named"] == 2
    assert f"with mentoring in offer 3 tells {widget.figures()['three']}." in text
    assert f"With mentoring in offer 3 it leaves {widget.figures()['left']}, and {start_date[3]}." in text


def test_what_the_recall_questions_say_of_lesson_5_is_computed(job_offer: Case):
    asked = words("questions/06")
    opposite = value_of_assuming(job_offer, "candidate", fixed_pie(job_offer, "employer")).created
    open_one = value_of_assuming(job_offer, "candidate", uniform_belief(job_offer, "employer")).created
    question = question_about(job_offer, "What matters most to you?", QuestionKind.MOST)
    one = value_of_asking(job_offer, "candidate", [(question, 0.0)]).created
    said = f"An open mind alone creates {100 * open_one:.0f} %, and one good question {100 * one:.0f} %."
    assert opposite == 0
    assert all("0 %" in c["verdict"] and said in c["verdict"] for c in asked["recall_1"]["choices"])
    assert after_paraphrase(1 / 5) == pytest.approx(1 / 25)
    assert all(
        "wenty-five" in c["verdict"] or "one fifth of one fifth" in c["verdict"].lower()
        for c in asked["recall_2"]["choices"]
    )


def test_each_choice_of_each_question_is_answered_in_words_of_its_own():
    asked = words("questions/06")
    questions = [asked[name] for name in ("hook_first_idea", "recall_1", "recall_2", "recall_3", "compare")]
    verdicts = [choice["verdict"] for question in questions for choice in question["choices"]]
    assert len(verdicts) == len(set(verdicts)) == 15
