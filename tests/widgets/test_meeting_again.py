"""Meeting again: what fair deals and a grab bring in all, and from which chance on a grab costs."""

import pytest
import traitlets
from biggerpie.widgets import MeetingAgain
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.meeting_again import meeting


def fair_in_all(again: float) -> float:
    """Two points for each deal, summed deal by deal."""
    return sum(2 * again**number for number in range(2000))


def settled(choice: int) -> MeetingAgain:
    """The widget after the bet on that choice."""
    widget = MeetingAgain(bet="grab")
    widget.prediction = choice
    widget.ran = True
    return widget


@pytest.mark.parametrize(
    ("again", "grabbed", "outcome"),
    [
        (50, 3, "fair"),
        (33, 3, "grab"),
        (34, 3, "fair"),
        (50, 4, "same"),
        (60, 5, "same"),
        (75, 8, "same"),
        (74, 8, "grab"),
    ],
)
def test_what_pays_turns_at_the_break_even_chance(again, grabbed, outcome):
    assert MeetingAgain(again=again, grabbed=grabbed).outcome() == outcome


def test_the_summary_never_contradicts_its_own_figures():
    assert "below 33.3 %" in MeetingAgain(again=33).picture["summary"]
    assert "only where the chance is below 33.3 %" in MeetingAgain(again=34).picture["summary"]
    assert "only where the chance is below 75 %" in MeetingAgain(again=80, grabbed=8).picture["summary"]
    assert "the same, 4.0 points" in MeetingAgain(again=50, grabbed=4).picture["summary"]


def test_the_lines_and_the_table_show_what_is_summed_deal_by_deal():
    picture = meeting().picture
    fair, grab = (dict(map(tuple, line["points"])) for line in picture["lines"])
    for again in (0, 35, 50, 90):
        assert fair[again] == pytest.approx(fair_in_all(again / 100))
        assert grab[again] == 3
    assert ["50 %", "4.0", "3.0"] in picture["table"]["rows"]
    assert len(picture["table"]["rows"]) == len(fair)


def test_each_prediction_gets_its_own_verdict_and_one_is_right():
    said = [settled(choice).verdict for choice in range(3)]
    assert len(set(said)) == 3
    assert [verdict.startswith("You were right.") for verdict in said] == [False, True, False]
    assert not any("{" in verdict for verdict in said)
    assert all(f"{fair_in_all(0.5):.1f}" in verdict and "3.0" in verdict for verdict in said)
    assert all("33.3 %" in verdict for verdict in said[1:])


@pytest.mark.parametrize(("trait", "value"), [("again", -1), ("again", 91), ("grabbed", 2), ("grabbed", 9)])
def test_a_value_that_makes_no_sense_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(meeting(), trait, value)


def test_both_knobs_move_by_keyboard_and_the_verdict_on_grabbing_follows(browser: Browser):
    widget = meeting()
    with widget_page(browser, widget) as page:
        says, announced = page.locator(".bp-says").last, page.get_by_role("status")
        page.get_by_label("What a grab brings today").focus()
        page.keyboard.press("End")
        expect(says).to_contain_text("Grabbing pays, as it does wherever the chance is below 75 %")
        page.get_by_label("How likely is another deal").focus()
        page.keyboard.press("End")
        expect(says).to_contain_text("fair deals bring 20.0 points in all, and grabbing today brings 8.0")
        expect(announced).to_contain_text("Grabbing costs you 12.0 points")
        expect(page.get_by_role("img")).to_have_attribute("aria-label", widget.picture["summary"])
        assert (widget.again, widget.grabbed) == (90, 8)
