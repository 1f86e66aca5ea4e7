"""The signed deal: what is accepted, what stays, what is counted, and a run by keyboard."""

import json
from collections import defaultdict

import pytest
import traitlets
from biggerpie.negotiation import Case, dominates, improvements, is_efficient, load_case, losses
from biggerpie.widgets import SignedDeal
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.signed_deal import finished_signature, hidden_signature, locked_signature, tried_signature

FIRST = (2, 2, 2, 1, 2, 2)


def propose(widget: SignedDeal, *package: int) -> str:
    widget.choices = list(package)
    widget.proposals = [*widget.proposals, list(package)]
    return str(widget.picture["reply"])


def test_a_change_better_for_both_becomes_the_signed_deal():
    widget = locked_signature()
    assert propose(widget, 2, 2, 2, 1, 4, 2).startswith("They say yes: it's better for both")
    assert widget.deals == [FIRST, (2, 2, 2, 1, 4, 2)]
    assert widget.picture["plane"]["signed"]["at"] == [64, 62]


def test_a_refused_proposal_leaves_the_signature_in_force():
    widget = locked_signature()
    reply = propose(widget, 3, 2, 2, 1, 2, 2)
    assert reply == (
        "They say no: it's better for you, and for them it's worse than what is signed. "
        "The signature stays, and nothing is lost."
    )
    assert widget.deals == [FIRST]
    assert widget.picture["plane"]["signed"]["at"] == [58, 58]


def test_the_answer_says_who_gains_and_who_loses(job_offer: Case):
    here = job_offer.payoffs(FIRST)
    kinds = defaultdict(list)
    for package in job_offer.packages():
        you, them = ((there > old) - (there < old) for there, old in zip(job_offer.payoffs(package), here, strict=True))
        kinds[you, them].append(package)
    way = {1: "gain", 0: "same", -1: "lose"}
    widget = locked_signature()
    for (you, them), packages in kinds.items():
        for package in packages[:: len(packages) // 8 + 1]:
            widget.proposals = []
            reply = propose(widget, *package)
            assert reply == widget.words["replies"][f"you_{way[you]}_they_{way[them]}"]
            better = min(you, them) >= 0 and max(you, them) > 0
            assert (widget.deals[-1] != FIRST) == better == ("now the signed" in reply)
    assert len(kinds) >= 8
    assert len(set(widget.words["replies"].values())) == 9


def test_every_accepted_step_leaves_fewer_packages_better_until_none_is_left(job_offer: Case):
    widget = finished_signature()
    counts = [improvements(job_offer, deal).for_both for deal in widget.deals]
    assert counts == [396, 92, 0]
    assert is_efficient(job_offer, widget.deals[-1])
    assert "No package is better for both any more, and none is better for one" in widget.picture["summary"]
    assert not widget.picture["may_hint"]


def test_the_count_in_the_sentence_is_that_of_going_through_all_packages(job_offer: Case):
    here = job_offer.payoffs(FIRST)
    better = sum(all(a > b for a, b in zip(job_offer.payoffs(p), here, strict=True)) for p in job_offer.packages())
    assert f"Better for both than what is signed: {better} of 15,625 packages." in locked_signature().picture["summary"]


def test_where_only_one_can_gain_the_sentence_says_so(job_offer: Case):
    best_first = sorted(job_offer.packages(), key=lambda package: -sum(job_offer.payoffs(package)))
    package = next(p for p in best_first if (found := improvements(job_offer, p)).for_both == 0 and found.total > 0)
    widget = SignedDeal(job_offer, "candidate", job_offer.in_words(package))
    assert "Better for one and no worse for the other" in widget.picture["summary"]


def test_a_hint_names_the_issue_that_leaves_most_and_goes_when_a_new_deal_is_signed(job_offer: Case):
    widget = locked_signature()
    widget.hinted = True
    lost = losses(job_offer, FIRST)
    most = job_offer.issues[lost.index(max(lost))].name
    assert f"Look at {most}: there you two together could have {max(lost)} points more" in widget.picture["hint"]
    propose(widget, 3, 2, 2, 1, 2, 2)
    assert widget.hinted
    propose(widget, 2, 2, 2, 1, 4, 2)
    assert not widget.hinted


def test_changed_issues_are_marked_in_words():
    marks = tried_signature().picture["marks"]
    assert marks == ["", "changed; signed is: 2 days", "", "", "", ""]


def test_undo_brings_back_the_first_deal():
    widget = finished_signature()
    widget.proposals = []
    assert widget.deals == [FIRST]
    assert not widget.picture["may_undo"]


def test_each_prediction_gets_its_own_verdict_and_one_is_right():
    said = []
    for choice in range(3):
        widget = locked_signature()
        widget.prediction = choice
        widget.ran = True
        said.append(widget.verdict)
    assert len(set(said)) == 3
    assert [verdict.startswith("You were right.") for verdict in said] == [False, False, True]
    assert all("396 of 15,625" in verdict for verdict in said)
    assert sum(option == 2 for option in FIRST) == 5
    assert "Five of the six issues you settled in the middle" in said[2]
    assert not any("{" in verdict for verdict in said)


@pytest.mark.parametrize(
    ("signed", "outcome"),
    [({"first project": "night steering"}, "hundreds"), (None, "hundreds")]
    + [
        ({"first project": "night steering", "mentoring": "12 weeks", "days at home": "4 days", "start date": day}, out)
        for day, out in (("1 March", "none"), ("1 April", "few"))
    ],
)
def test_the_outcome_of_the_bet_is_computed(job_offer: Case, signed, outcome):
    assert SignedDeal(job_offer, "candidate", signed, bet="left").outcome() == outcome


def test_the_other_side_of_the_table_sees_its_own_points_first(job_offer: Case):
    widget = SignedDeal(job_offer, "employer", bet="left")
    assert widget.picture["plane"]["signed"]["at"] == [50, 48]
    assert widget.figures()["you"] == 50
    assert widget.picture["worth"][0][0] == "you 28, they 0"


def test_hidden_points_are_not_sent_until_the_learner_asks():
    widget = hidden_signature()
    assert widget.picture["plane"] is None
    assert widget.picture["losses"] is None
    sent = json.dumps(widget.picture)
    assert "they" not in json.dumps(widget.picture["worth"])
    assert all(len(row) == 2 for row in widget.picture["table"]["rows"])
    assert "only their answer will show" in sent
    widget.revealed = True
    assert widget.picture["plane"]
    assert len(widget.picture["losses"]["rows"]) == len(widget.issues)


def test_nothing_is_revealed_where_nothing_is_hidden():
    with pytest.raises(traitlets.TraitError, match="nothing is hidden"):
        locked_signature().revealed = True


@pytest.mark.parametrize("package", [[0], [5, 0, 0, 0, 0, 0], [-1, 0, 0, 0, 0, 0]])
def test_packages_that_do_not_exist_are_neither_chosen_nor_proposed(package):
    with pytest.raises(traitlets.TraitError):
        locked_signature().choices = package
    with pytest.raises(traitlets.TraitError):
        locked_signature().proposals = [package]


def test_a_package_like_the_signed_one_is_no_step(job_offer: Case):
    assert not dominates(job_offer, FIRST, FIRST)


def test_a_deal_is_improved_by_keyboard_and_the_signature_survives_a_no(browser: Browser):
    widget = locked_signature()
    widget.prediction = 2
    widget.ran = True
    with widget_page(browser, widget) as page:
        go = page.get_by_role("button", name="Propose it to the other side")
        expect(go).to_be_disabled()

        def step(issue: str, presses: int) -> None:
            page.get_by_role("group", name=issue).get_by_role("radio", checked=True).focus()
            for _ in range(presses):
                page.keyboard.press("ArrowRight")

        step("salary", 1)
        expect(page.locator("p.bp-question", has_text="+7 for you, −7 for them")).to_be_visible()
        go.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says", has_text="They say no")).to_be_visible()
        page.get_by_role("button", name="Back to what is signed").focus()
        page.keyboard.press("Enter")
        step("mentoring", 2)
        expect(page.get_by_text("changed; signed is: 4 weeks")).to_be_visible()
        go.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says", has_text="They say yes: it's better for both")).to_be_visible()
        expect(page.get_by_role("status")).to_contain_text("92 of 15,625")
        page.get_by_role("button", name="Where should I look?").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".bp-says", has_text="Look at start date")).to_be_visible()
        assert widget.deals == [FIRST, (2, 2, 2, 1, 4, 2)]
        page.get_by_role("button", name="Start again").focus()
        page.keyboard.press("Enter")
        expect(page.locator("p.bp-question", has_text="These are the options as signed.")).to_be_visible()
        assert widget.deals == [FIRST]
        assert widget.choices == list(FIRST)


def test_the_shaded_region_begins_at_the_signed_deal(browser: Browser):
    with widget_page(browser, tried_signature()) as page:
        signed = page.locator(".bp-signed-mark").bounding_box()
        better = page.locator(".bp-better").bounding_box()
        assert signed
        assert better
        assert abs(better["x"] - (signed["x"] + signed["width"] / 2)) < 2
        assert signed["y"] < better["y"] + better["height"] < signed["y"] + signed["height"]
        expect(page.locator(".bp-middle")).to_be_hidden()


def test_what_is_left_is_shown_by_keyboard(browser: Browser):
    widget = hidden_signature()
    with widget_page(browser, widget) as page:
        expect(page.get_by_role("img")).to_have_count(0)
        page.get_by_role("button", name="Show me what is left on the table").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("img")).to_be_visible()
        expect(page.get_by_role("group", name="Issue by issue")).to_be_visible()
        assert widget.revealed


def test_a_case_of_three_parties_is_refused(job_offer: Case):
    three = Case("three", "", job_offer.issues, (*job_offer.parties, job_offer.parties[0]))
    with pytest.raises(ValueError, match="3 parties"):
        SignedDeal(three, "candidate")


def test_the_practice_case_opens_on_the_side_of_either_party():
    case = load_case("oat-mill")
    for party in case.parties:
        assert SignedDeal(case, party.name, show_other=False).deals == [case.compromise]
