"""Lesson 8: every figure that it states is computed, and every question and bet it asks exists."""

import json
import re
from pathlib import Path

import pytest
from biggerpie.negotiation import (
    Case,
    Package,
    fixed_pie,
    improvements,
    is_efficient,
    issue_kinds,
    load_case,
    uniform_belief,
    value_of_assuming,
    wrong_by_group,
)
from biggerpie.widgets import Question

LESSON = Path(__file__).parents[2] / "lessons" / "08-a-close-for-both.ipynb"
CELLS = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
TEXT = {cell["id"]: "".join(cell["source"]) for cell in CELLS}
STEPS = {
    "as signed": {},
    "twelve weeks of mentoring": {"mentoring": "12 weeks"},
    "also four days at home": {"mentoring": "12 weeks", "days at home": "4 days", "start date": "1 March"},
}


@pytest.fixture
def job() -> Case:
    return load_case("job-offer")


def signed(job: Case, **changes: str) -> Package:
    words = {**job.in_words(job.compromise), "first project": "night steering", **changes}
    return job.package(words)


def test_the_signed_deal_is_as_good_as_the_lesson_says(job: Case):
    you, them = job.payoffs(signed(job))
    text = TEXT["predict-intro"]
    assert (
        f"It brings you {you} points, and the archive, your alternative, is worth {job.reservation_values[0]}." in text
    )
    assert f"It brings Ilse {them} points too, and her alternative is worth {job.reservation_values[1]}." in text
    assert min(you - job.reservation_values[0], them - job.reservation_values[1]) > 20
    for option in ("56,000", "1 April"):
        assert option in job.in_words(signed(job)).values()
        assert option in text
    assert list(job.in_words(signed(job)).values()) == [
        "56,000",
        "2 days",
        "1 April",
        "night steering",
        "4 weeks",
        "3 months",
    ]


@pytest.mark.parametrize("step", STEPS)
def test_each_row_of_the_worked_example_is_computed(job: Case, step):
    package = signed(job, **STEPS[step])
    you, them = job.payoffs(package)
    row = next(line for line in TEXT["explain"].splitlines() if line.startswith(f"| {step}"))
    assert re.findall(r"\d+", row.split("|", 2)[2]) == list(map(str, (you, them, improvements(job, package).for_both)))


def test_the_trade_costs_and_brings_what_the_lesson_says(job: Case):
    before = job.payoffs(signed(job, mentoring="12 weeks"))
    gains = {
        name: [there - here for there, here in zip(job.payoffs(package), before, strict=True)]
        for name, package in {
            "home": signed(job, mentoring="12 weeks", **{"days at home": "4 days"}),
            "start": signed(job, mentoring="12 weeks", **{"start date": "1 March"}),
            "both": signed(job, **STEPS["also four days at home"]),
        }.items()
    }
    text = TEXT["explain"]
    assert f"The days at home alone would cost Ilse {-gains['home'][1]} points" in text
    assert f"The earlier start alone would cost Noa {-gains['start'][0]} points." in text
    assert f"Together they bring Noa {gains['both'][0]} and Ilse {gains['both'][1]}." in text
    assert is_efficient(job, signed(job, **STEPS["also four days at home"]))


def test_there_is_exactly_one_issue_on_which_a_step_alone_is_better_for_both(job: Case):
    here = signed(job)
    found = set()
    for position, issue in enumerate(job.issues):
        for option in range(len(issue.options)):
            there = (*here[:position], option, *here[position + 1 :])
            if all(a > b for a, b in zip(job.payoffs(there), job.payoffs(here), strict=True)):
                found.add(issue.name)
    assert found == {"mentoring"}
    assert "There's one issue on which both of you gain" in TEXT["try"]


def test_the_recall_questions_call_right_what_the_models_say(job: Case):
    about_groups = Question(8, "recall_1")
    wrong = f"about {100 * wrong_by_group(0.5):.0f} of 100"
    assert [wrong in about_groups.verdict_for(choice) for choice in range(3)] == [True, True, True]
    assert wrong in about_groups.bet["choices"][1]
    assert value_of_assuming(job, "candidate", fixed_pie(job, "employer")).created == 0
    assert value_of_assuming(job, "candidate", uniform_belief(job, "employer")).created > 0.5


@pytest.mark.parametrize("name", ["hook_signed", "recall_1", "recall_2", "recall_3", "note", "compare"])
def test_every_question_answers_each_choice_in_its_own_words(name):
    question = Question(8, name)
    verdicts = {question.verdict_for(choice) for choice in range(3)}
    assert len(verdicts) == 3
    assert f'Question(8, "{name}")' in "".join(TEXT.values())


@pytest.mark.parametrize(
    ("name", "settled"),
    [("school-bees", {"lessons": "8 lessons"}), ("village-hall", {"interval": "40 minutes"})],
)
def test_in_both_practice_cases_the_signed_deal_is_good_and_can_be_improved_by_one_step_and_by_trades(name, settled):
    case = load_case(name)
    package = case.package({**case.in_words(case.compromise), **settled})
    assert all(a > b for a, b in zip(case.payoffs(package), case.reservation_values, strict=True))
    assert improvements(case, package).for_both >= 100
    assert {kind.value for kind in issue_kinds(case)} >= {"compatible", "integrative", "distributive"}
    assert f'load_case("{name}")' in "".join(TEXT.values())


def test_figures_that_the_kit_does_not_compute_stand_beside_their_source_and_their_caveat():
    for cell, figures in {
        "explain": ("1,005", "67.4 %", "248", "757", "56.7 %", "54 %", "300"),
        "feel-explain": ("a correlation of .67", "(.24)"),
    }.items():
        assert all(figure in TEXT[cell] for figure in figures)
        assert "counted for this course in the published records (CaSiNo, 2021)" in TEXT[cell]
    assert "They are correlations" in TEXT["feel-explain"]
    assert "both ratings by the same person" in TEXT["feel-explain"]


def test_the_shares_of_efficient_deals_with_and_without_pairs_that_had_nothing_to_trade_fit_together():
    told = TEXT["explain"]
    deals, nothing_to_trade = 1005, 248
    efficient = round(0.674 * deals)
    assert f"In {deals:,} recorded negotiations, {100 * efficient / deals:.1f} % of the deals" in told
    assert f"because {nothing_to_trade} of the pairs had nothing to trade" in told
    rest = deals - nothing_to_trade
    share = 100 * (efficient - nothing_to_trade) / rest
    assert f"Among the other {rest} it was {share:.1f} %" in told


def test_the_last_page_names_all_six_parts_and_the_four_points_of_the_first_page():
    rows = [line for line in TEXT["circle"].splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 6
    assert {int(number) for row in rows for number in re.findall(r"\d", row)} == {1, 2, 3, 4, 5, 6, 7, 8}
    assert TEXT["circle"].count("\n- **") == 4
