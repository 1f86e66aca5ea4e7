"""The round of ideas: what it says of each round, how its chances add up, and its keys."""

import pytest
import traitlets
from biggerpie.negotiation import (
    beats_the_middle,
    idea_marks,
    judged_at_once,
    judged_later,
    load_case,
    package_mark,
    random_ideas,
)
from biggerpie.negotiation.process.idea_chances import chances, ideas_needed, mean_marks
from biggerpie.widgets import IdeaRound
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.idea_round import all_ideas, ideas_at_once, locked_ideas, no_ideas_yet


def test_the_number_needed_is_the_first_that_is_likely_enough(job_offer):
    better = sum(beats_the_middle(job_offer, package) for package in job_offer.packages())
    worse = 1 - better / job_offer.size
    assert ideas_needed(job_offer) == 13
    assert 1 - worse**12 <= 0.9 < 1 - worse**13
    assert chances(job_offer, 30)[20] == pytest.approx(1 - worse**20)


def test_the_mean_marks_are_those_of_many_rounds(job_offer):
    for ideas in (5, 20):
        played = idea_marks(job_offer, ideas, 1500, 3)
        assert mean_marks(job_offer, 30)[ideas] == pytest.approx((played.at_once, played.later), abs=2)


def test_without_ideas_the_middle_stands_and_later_is_never_worse(job_offer):
    means = mean_marks(job_offer, 30)
    assert len(means) == 30 + 1
    assert means[0] == pytest.approx((package_mark(job_offer, job_offer.compromise),) * 2)
    assert means[1][0] == pytest.approx(means[1][1])
    assert all(at_once < later for at_once, later in means[2:])


def test_each_prediction_gets_its_own_verdict_and_one_is_right():
    said = []
    for choice in range(3):
        widget = IdeaRound(load_case("job-offer"), "candidate", bet="ideas")
        widget.prediction = choice
        widget.ran = True
        said.append(widget.verdict)
    assert len({verdict.split(". ", 1)[1] for verdict in said}) == 3
    assert [verdict.startswith("You were right.") for verdict in said] == [False, True, False]
    assert all("13" in verdict and "{" not in verdict for verdict in said)
    assert "16.5 %" in said[1]
    assert "90.4 %" in said[1]
    assert "59.4 %" in said[0]


def test_judged_later_the_best_of_all_ideas_is_named(job_offer):
    widget = all_ideas()
    ideas = random_ideas(job_offer, 13, widget.seed)
    best = max((i for i in ideas if beats_the_middle(job_offer, i)), key=lambda i: package_mark(job_offer, i))
    assert widget.picture["plane"]["here"] == list(job_offer.payoffs(best))
    assert f"The best is idea {ideas.index(best) + 1}, in the ring:" in widget.picture["summary"]
    assert all(option in widget.picture["in_words"] for option in job_offer.in_words(best).values())


def test_judged_at_once_the_first_that_will_do_ends_the_round(job_offer):
    widget = ideas_at_once()
    ideas = random_ideas(job_offer, 20, widget.seed)
    stop = next(n for n, idea in enumerate(ideas, 1) if beats_the_middle(job_offer, idea))
    assert stop < 20
    assert len(widget.picture["plane"]["ideas"]) == stop
    assert widget.picture["finished"]
    assert f"Idea {stop}, in the ring, is the first" in widget.picture["summary"]
    assert widget.picture["summary"].endswith(f"{20 - stop} of 20 ideas never came to the table.")
    widget.told = stop - 1
    assert "never came" not in widget.picture["summary"]


@pytest.mark.parametrize("ideas", [13, 20, 30])
@pytest.mark.parametrize("later_round", [0, 1, 2])
def test_in_the_first_rounds_the_first_idea_that_will_do_is_not_the_best(job_offer, later_round, ideas):
    found = random_ideas(job_offer, ideas, IdeaRound(load_case("job-offer"), "candidate").seed + later_round)
    first, best = judged_at_once(job_offer, found), judged_later(job_offer, found)
    assert 3 <= found.index(first) + 1 <= 7
    assert package_mark(job_offer, best) >= package_mark(job_offer, first) + 5


def test_an_empty_table_and_a_round_without_a_better_idea_leave_the_middle():
    widget = no_ideas_yet()
    assert "the middle stands" in widget.picture["summary"]
    assert widget.picture["plane"]["here"] is None
    widget = IdeaRound(load_case("job-offer"), "candidate", ideas=2)
    assert "None of them is better for both" in widget.picture["summary"]
    assert widget.picture["in_words"] == ""


def test_more_ideas_allowed_wait_for_the_button_and_the_old_ones_stay():
    widget = IdeaRound(load_case("job-offer"), "candidate", ideas=5)
    before = widget.picture["plane"]["ideas"]
    widget.ideas = 9
    assert widget.picture["plane"]["ideas"] == before
    assert not widget.picture["finished"]
    widget.told = 9
    assert widget.picture["plane"]["ideas"][:5] == before
    widget.ideas = 3
    assert widget.told == 3


@pytest.mark.parametrize(
    ("trait", "value"), [("ideas", 0), ("ideas", 31), ("told", -1), ("way", "never"), ("seed", -1)]
)
def test_a_value_that_makes_no_sense_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(IdeaRound(load_case("job-offer"), "candidate"), trait, value)


def test_a_case_whose_middle_cannot_be_beaten_is_named():
    one_issue = load_case("job-offer")
    alone = type(one_issue)(
        one_issue.title, "", one_issue.issues[:1], tuple(_only_salary(p) for p in one_issue.parties)
    )
    with pytest.raises(ValueError, match="no package of"):
        ideas_needed(alone)


def _only_salary(party):
    return type(party)(party.name, party.role, party.brief, party.batna, 0, party.points[:1])


def test_a_round_is_played_by_keyboard_alone(browser: Browser):
    widget = locked_ideas()
    with widget_page(browser, widget) as page:
        page.get_by_role("radio", name="About 5.").focus()
        page.keyboard.press("Space")
        for name in ("Store my prediction", "Run"):
            page.get_by_role("button", name=name).focus()
            page.keyboard.press("Enter")
        expect(page.get_by_text("For 9 in 10 it takes 13.")).to_be_visible()
        page.get_by_role("button", name="Another round").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("The table is empty.").first).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".bp-idea")).to_have_count(1)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".bp-idea")).to_have_count(13)
        expect(page.get_by_role("button", name="Invent all")).to_be_disabled()
        page.get_by_role("slider", name="How many ideas").focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_text("Number of ideas: 14. The chance")).to_be_visible()
        page.get_by_role("radio", name="Judge each idea at once").focus()
        page.keyboard.press("Space")
        expect(page.get_by_role("status")).to_contain_text("is the first that is better for both")
        assert (widget.ideas, widget.way) == (14, "at_once")


def test_the_other_side_sees_its_own_points_first(job_offer):
    mine, theirs = (IdeaRound(job_offer, party).picture for party in ("candidate", "employer"))
    assert [idea[:2] for idea in theirs["plane"]["ideas"]] == [idea[1::-1] for idea in mine["plane"]["ideas"]]
    assert theirs["plane"]["frontier"] == [pair[::-1] for pair in mine["plane"]["frontier"]][::-1]
