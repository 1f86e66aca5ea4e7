"""All rubrics at once: nonsense earns nothing and breaks nothing."""

from inspect import signature
from random import Random
from types import MappingProxyType
from typing import Any

import pytest
from biggerpie.grading import Answer
from biggerpie.grading.report.mark import Mark
from biggerpie.grading.rubrics import RUBRICS
from biggerpie.negotiation import Case, IssueKind, LinkKind, ShortTalk, StepKind, load_case, question_about
from biggerpie.negotiation.variants.final_offers import FinalOffers

from ...work import counted
from ..test_exercise import CELLS, TABLE
from .test_authored_case import APPLE_JUICE
from .test_balance import EIGHT_GIFTS
from .test_questions import LIST
from .texts import EIGHT_OFFERS, NONSENSE, answer, written

CASE = load_case("job-offer")
SORTS = {"1": "position", "2": "interest", "3": "interest", "4": "option"}
REMARKS = {"1": "attack", "2": "matter", "3": "matter", "4": "attack"}
CLAIMS = {"1": "true", "2": "false", "3": "not shown", "4": "not shown"}
MATERIAL = MappingProxyType[str, Any](
    {
        "asked": answer("first: salary\nsecond: days at home\nthird: mentoring\nonce more: salary"),
        "final": FinalOffers(((2, 4, 0, 1, 4, 2), (2, 3, 0, 1, 4, 2), (1, 1, 1, 1, 1, 1)), 50, 30, 2, 9),
        "known": (),
        "log": EIGHT_OFFERS,
        "of_party": "employer",
        "package": answer(written(CASE, (2, 4, 0, 1, 4, 2))),
        "questions": tuple(question_about(CASE, *one) for one in LIST),
        "signed": CASE.in_words((2, 2, 2, 1, 2, 2)),
        "table": TABLE,
        "talk": ShortTalk(CASE.party("employer").statements, ("We'll see.",) * 6, vague_at=0),
        "truth": SORTS,
    }
)
"""What marks take beside the answer, by the argument's name."""
OF_ITS_OWN = MappingProxyType(
    {"balance": {"log": EIGHT_GIFTS}, "remarks": {"truth": REMARKS}, "claims": {"truth": CLAIMS}}
)
"""Material of rubrics that cannot do with that of the others."""


def marked(name: str, case: Case, it: Answer) -> Mark:
    """The mark, of 40 points, that the rubric gives the candidate."""
    mark, material = RUBRICS[name].mark, {**MATERIAL, **OF_ITS_OWN.get(name, {})}
    _, _, _, _, *takes = signature(mark).parameters
    return mark(case, "candidate", it, 40, **{each: material[each] for each in takes})


def shuffled(text: str, draw: Random) -> str:
    """The same lines, each with what one of them says."""
    lines = [line.partition(": ") for line in text.splitlines()]
    return "\n".join(f"{key}: {draw.choice(lines)[2]}" for key, _, _ in lines)


def at_random(name: str, seed: int) -> str:
    """An answer of the right form that says something at random; without one here, `CELLS`' answer shuffled."""
    draw = Random(f"{name} {seed}")
    names = [issue.name for issue in CASE.issues]
    pairs = [(m, t) for m in (1, 2, 3) for t in (1, 2, 3) if draw.random() < 0.5]
    packages = [tuple(draw.choice((*range(5), best)) for best in (2, 4, 0, 1, 4, 2)) for _ in range(3)]
    forms: dict[str, str] = {
        "authored_case": APPLE_JUICE.replace(
            "[0, 11, 22, 33, 44]", draw.choice(["[0, 3, 6, 9, 12]", "[44, 3, 6, 9, 0]"])
        ),
        "balance": f"gifts by the candidate: {draw.randint(0, 30)}\nemployer: 29\nbalance: {draw.randint(0, 10)}/10",
        "asked": "\n".join(f"{key}: {draw.choice(names)}" for key in ("first", "second", "third", "once more")),
        "claims": "\n".join(f"{n}: {draw.choice(list(CLAIMS.values()))}" for n in CLAIMS),
        "decision": f"without a deal: {draw.randint(40, 60)}\nbeaten: {draw.randint(1, 3)}\nsign: {draw.randint(1, 3)}",
        "labels": "\n".join(f"{issue}: {draw.choice(list(IssueKind))}" for issue in names),
        "links": "\n".join(f"mine {m} + theirs {t}: {draw.choice(list(LinkKind))}" for m, t in pairs),
        "packages": "\n---\n".join(written(CASE, package) for package in packages),
        "priorities": "\n".join(f"{place}: {issue}" for place, issue in enumerate(draw.sample(names, 5), 1)),
        "questions": f"first: {draw.randint(1, 8)}\nsecond: {draw.randint(1, 8)}",
        "sorts": "\n".join(f"{n}: {draw.choice(list(SORTS.values()))}" for n in SORTS),
        "changes": "\n".join(f"{which} {n}: {draw.randint(-9, 9)}" for n in range(3, 9) for which in ("gift", "cost")),
        "trade": f"I give way on: {draw.choice(names)}\nyou give way on: {draw.choice(names)}",
        "scene": CELLS["scene"][0].replace("most of all", draw.choice(["a little", "a good deal"])),
        "transcript": CELLS["transcript"][0].replace("most of all", draw.choice(["a little", "a good deal"])),
        "steps": "\n".join(f"step {n}: {draw.choice(list(StepKind))}" for n in range(3, 9)),
    }
    forms["plan"] = forms["packages"]
    forms |= dict.fromkeys(("improved", "offer", "package"), written(CASE, packages[0]))
    return forms[name] if name in forms else shuffled(CELLS[name][0], draw)


@pytest.mark.parametrize("name", RUBRICS)
@pytest.mark.parametrize("text", [*NONSENSE, None], ids=lambda text: repr(text)[:20])
def test_nonsense_earns_nothing_and_gets_sentences(job_offer: Case, name, text):
    with counted() as work:
        mark = marked(name, job_offer, answer(text))
    assert work.calls < 500_000
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
    marks = [marked(name, job_offer, answer(at_random(name, seed))) for seed in range(8)]
    assert all(0 <= mark.points <= 40 for mark in marks)
    assert all(mark.findings for mark in marks)
