"""Every figure in lesson 4 is computed here, and the lesson's text holds it."""

import json

import pytest
from biggerpie.negotiation import ORANGE, Case, LinkKind, agreements, interest_links, most_joint_worth, unbundled
from biggerpie.widgets._words import words

from tools.canonical import ROOT

from ..negotiation.brute_force import all_payoffs


@pytest.fixture(scope="module")
def text() -> str:
    notebook = json.loads((ROOT / "lessons" / "04-interests-not-positions.ipynb").read_text(encoding="utf-8"))
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"])


def test_the_worked_example_of_the_orange(text: str):
    (juice, peel), whole = [part.worth for part in ORANGE.parts], ORANGE.worth()
    assert f"To you the juice is worth {juice[0]} and the peel {peel[0]}." in text
    assert f"To Anton the juice is worth {juice[1]} and the peel {peel[1]}." in text
    assert whole == (10, 10)
    half = agreements(ORANGE, [], steps=2)
    own, theirs = (payoff / 2 for payoff in half.payoffs((1,)))
    row = "| {} | {:.0f} of 10 = {:.1f} | {:.0f} of 10 = {:.1f} | {:.1f} |"
    for name, you, anton, most in (
        ("half of the orange each", own, theirs, most_joint_worth(ORANGE)),
        ("the juice to you, the peel to Anton", juice[0], peel[1], most_joint_worth(ORANGE, ["juice"])),
    ):
        assert (you + anton) / 10 == pytest.approx(float(most))
        assert row.format(name, you, you / 10, anton, anton / 10, float(most)) in text


def test_what_the_answers_add_in_the_job_offer(text: str, job_offer: Case):
    line, first = unbundled(job_offer), unbundled(job_offer, job_offer.parties[0].interests[0].issues)
    every = [name for party in job_offer.parties for interest in party.interests for name in interest.issues]
    assert unbundled(job_offer, every) == job_offer
    most = [max(map(sum, all_payoffs(case).values())) for case in (line, first, job_offer)]
    assert f"there are {line.size} packages, and the best of them is worth {most[0]} points to both" in text
    assert f"Now there are {first.size} packages, and the best is worth {most[1]}." in text
    assert most[1] == most[2]
    assert f"every answer has been heard there are {job_offer.size:,}." in text
    half = line.payoffs(line.compromise)
    better = [
        sum(all(a > b for a, b in zip(payoffs, half, strict=True)) for payoffs in all_payoffs(case).values())
        for case in (line, job_offer)
    ]
    assert f"Of these, {better[1]} are better for both than halfway between the positions;" in text
    assert "between the two positions alone, not one was" in text
    assert better[0] == 0


def test_the_links_that_the_lesson_tells_of_are_there(job_offer: Case):
    kinds = {pair: {link.kind for link in links} for pair, links in interest_links(job_offer, "candidate").items()}
    assert kinds[2, 2] == {LinkKind.SHARED}
    assert kinds[0, 0] == {LinkKind.DIFFERENT}
    assert kinds[1, 1] == {LinkKind.OPPOSED}
    assert sum(map(bool, kinds.values())) < len(kinds) / 2


@pytest.mark.parametrize("name", ["recall_1", "recall_2", "recall_3", "sort", "ask_why", "compare"])
def test_one_choice_is_right_and_each_has_a_verdict_of_its_own(name: str):
    choices = words("questions/04")[name]["choices"]
    assert sum(choice["verdict"].startswith("Yes.") for choice in choices) == 1
    assert len({choice["verdict"] for choice in choices}) == len(choices)
