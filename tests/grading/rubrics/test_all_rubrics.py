"""All rubrics at once: nonsense earns nothing and breaks nothing."""

from collections.abc import Callable
from random import Random
from time import monotonic

import pytest
from biggerpie.grading import Answer, rubrics
from biggerpie.grading.report.mark import Mark
from biggerpie.grading.rubrics.authored_case import mark_authored_case
from biggerpie.grading.rubrics.balance import mark_balance
from biggerpie.grading.rubrics.improved import mark_improved
from biggerpie.grading.rubrics.labels import mark_labels
from biggerpie.grading.rubrics.links import mark_links
from biggerpie.grading.rubrics.next_offer import mark_next_offer
from biggerpie.grading.rubrics.package import mark_package
from biggerpie.grading.rubrics.packages import mark_packages
from biggerpie.grading.rubrics.priorities import mark_priorities
from biggerpie.grading.rubrics.questions import mark_questions
from biggerpie.grading.rubrics.sorts import mark_sorts
from biggerpie.grading.rubrics.step_changes import mark_step_changes
from biggerpie.grading.rubrics.steps import mark_steps
from biggerpie.grading.rubrics.trade import mark_trade
from biggerpie.negotiation import Case, IssueKind, LinkKind, StepKind, load_case, question_about

from .test_authored_case import APPLE_JUICE
from .test_balance import EIGHT_GIFTS
from .test_questions import LIST
from .texts import EIGHT_OFFERS, NONSENSE, answer, written

CASE = load_case("job-offer")
QUESTIONS = tuple(question_about(CASE, *one) for one in LIST)
SORTS = {"1": "position", "2": "interest", "3": "interest", "4": "option"}

RUBRICS: dict[str, Callable[[Case, Answer], Mark]] = {
    "authored_case": lambda _, it: mark_authored_case(it, 40),
    "balance": lambda case, it: mark_balance(case, EIGHT_GIFTS, it, 40),
    "improved": lambda case, it: mark_improved(case, (2, 2, 2, 1, 2, 2), it, "candidate", 40),
    "labels": lambda case, it: mark_labels(case, it, 40),
    "links": lambda case, it: mark_links(case, it, "candidate", 40),
    "next_offer": lambda case, it: mark_next_offer(case, EIGHT_OFFERS, it, "candidate", 40),
    "package": lambda case, it: mark_package(case, it, "candidate", 40),
    "packages": lambda case, it: mark_packages(case, it, "candidate", 40),
    "priorities": lambda case, it: mark_priorities(case, "employer", it, 40),
    "questions": lambda case, it: mark_questions(case, QUESTIONS, it, "candidate", 40),
    "sorts": lambda _, it: mark_sorts(it, SORTS, 40),
    "step_changes": lambda case, it: mark_step_changes(case, EIGHT_OFFERS, it, 40),
    "steps": lambda case, it: mark_steps(case, EIGHT_OFFERS, it, 40),
    "trade": lambda case, it: mark_trade(case, it, answer(written(case, (2, 4, 0, 1, 4, 2))), "candidate", 40),
}


def at_random(name: str, seed: int) -> str:
    """An answer of the right form that says something at random."""
    draw = Random(f"{name} {seed}")
    names = [issue.name for issue in CASE.issues]
    pairs = [(m, t) for m in (1, 2, 3) for t in (1, 2, 3) if draw.random() < 0.5]
    packages = [tuple(draw.choice((*range(5), best)) for best in (2, 4, 0, 1, 4, 2)) for _ in range(3)]
    forms: dict[str, str] = {
        "authored_case": APPLE_JUICE.replace(
            "[0, 11, 22, 33, 44]", draw.choice(["[0, 3, 6, 9, 12]", "[44, 3, 6, 9, 0]"])
        ),
        "balance": f"gifts by the candidate: {draw.randint(0, 30)}\nemployer: 29\nbalance: {draw.randint(0, 10)}/10",
        "labels": "\n".join(f"{issue}: {draw.choice(list(IssueKind))}" for issue in names),
        "links": "\n".join(f"mine {m} + theirs {t}: {draw.choice(list(LinkKind))}" for m, t in pairs),
        "packages": "\n---\n".join(written(CASE, package) for package in packages),
        "priorities": "\n".join(f"{place}: {issue}" for place, issue in enumerate(draw.sample(names, 5), 1)),
        "questions": f"first: {draw.randint(1, 8)}\nsecond: {draw.randint(1, 8)}",
        "sorts": "\n".join(f"{n}: {draw.choice(list(SORTS.values()))}" for n in SORTS),
        "step_changes": "\n".join(
            f"{which} {n}: {draw.randint(-9, 9)}" for n in range(3, 9) for which in ("gift", "cost")
        ),
        "trade": f"I give way on: {draw.choice(names)}\nyou give way on: {draw.choice(names)}",
        "steps": "\n".join(f"step {n}: {draw.choice(list(StepKind))}" for n in range(3, 9)),
    }
    return forms.get(name, written(CASE, packages[0]))


def test_every_rubric_is_held_to_this():
    files = {"changes": "step_changes", "offer": "next_offer", "remarks": "sorts"}
    assert {files.get(name, name) for name in rubrics.RUBRICS} == set(RUBRICS)


@pytest.mark.parametrize("name", RUBRICS)
@pytest.mark.parametrize("text", [*NONSENSE, None], ids=lambda text: repr(text)[:20])
def test_nonsense_earns_nothing_and_gets_sentences(job_offer: Case, name, text):
    began = monotonic()
    mark = RUBRICS[name](job_offer, answer(text))
    assert monotonic() - began < 5
    assert mark.points == 0
    report = mark.report()
    (str(report) + report._repr_html_()).encode()
    assert 0 < len(report.findings) < 30
    for finding in report.findings:
        assert finding.text.endswith((".", "?"))
        assert "\n" not in finding.text
        assert len(finding.text) < 800


@pytest.mark.parametrize("name", RUBRICS)
def test_random_answers_never_earn_more_than_there_is(job_offer: Case, name):
    marks = [RUBRICS[name](job_offer, answer(at_random(name, seed))) for seed in range(8)]
    assert all(0 <= mark.points <= 40 for mark in marks)
    assert all(mark.findings for mark in marks)
