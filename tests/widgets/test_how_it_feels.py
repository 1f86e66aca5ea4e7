"""How it feels: what it names, what it refuses, and a run by keyboard."""

from itertools import product

import pytest
import traitlets
from biggerpie.widgets import HowItFeels
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.how_it_feels import rated_feeling, unrated_feeling


def said(mine: list[int], theirs: list[int]) -> str:
    widget = HowItFeels()
    widget.mine, widget.theirs = mine, theirs
    return str(widget.picture["summary"])


def test_nothing_is_concluded_before_both_sides_are_rated():
    assert "Rated so far: 4 of 8" in said([1, 2, 3, 4], [0, 0, 0, 0])


def test_the_greatest_difference_is_named_with_both_ratings():
    assert "sitting down together again. You gave 4 for yourself and guessed 1" in said([4, 5, 4, 3], [4, 3, 1, 5])


def test_of_equal_differences_the_first_is_named():
    assert "how each side was treated" in said([3, 5, 3, 1], [3, 1, 3, 5])


def test_every_statement_and_direction_suggests_another_thing_to_ask_or_say():
    suggestions = set()
    for at, (one, other) in product(range(4), ((5, 1), (1, 5), (2, 2))):
        mine, theirs = [3] * 4, [3] * 4
        mine[at], theirs[at] = one, other
        suggestions.add(said(mine, theirs))
    assert len(suggestions) == 12
    assert all("Something to ask" in one or "Something to say" in one for one in suggestions)


def test_where_both_are_content_it_offers_a_question_and_no_praise():
    assert "You see no difference" in said([4, 4, 4, 4], [4, 4, 4, 4])


def test_no_score_is_formed():
    picture = rated_feeling().picture
    assert set(picture) == {"summary", "table"}
    assert [row[0] for row in picture["table"]["rows"]][-1] == "in your own words"


@pytest.mark.parametrize(
    ("trait", "value"),
    [("mine", [1, 2, 3]), ("theirs", [1, 2, 3, 6]), ("mine", [1, 2, 3, -1]), ("my_words", "x" * 201)],
)
def test_what_makes_no_sense_is_refused(trait, value):
    with pytest.raises(traitlets.TraitError):
        setattr(HowItFeels(), trait, value)


def test_what_cannot_be_printed_becomes_a_space():
    widget = HowItFeels()
    widget.my_words = "fine\u202e\x00\nreally"
    assert widget.my_words == "fine   really"


def test_braces_in_a_sentence_stay_braces():
    widget = HowItFeels()
    widget.their_words = "{you} {0} %s"
    assert widget.picture["table"]["rows"][-1][2] == "{you} {0} %s"


def test_markup_in_a_sentence_is_shown_as_text(browser: Browser):
    with widget_page(browser, rated_feeling()) as page:
        page.get_by_text("The picture as a table").click()
        expect(page.get_by_role("cell", name="<img src=x onerror=alert(1)>")).to_be_visible()
        assert page.locator("#place img").count() == 0


def test_a_whole_run_by_keyboard(browser: Browser):
    widget = unrated_feeling()
    with widget_page(browser, widget) as page:
        for side in ("For you", "For the other side"):
            group = page.get_by_role("group", name=side)
            for row in range(4):
                group.get_by_role("radio").nth(5 * row).focus()
                page.keyboard.press("Space")
                for _ in range(3 if side == "For you" else row):
                    page.keyboard.press("ArrowRight")
            page.keyboard.press("Tab")
            page.keyboard.type("We both slept on it.")
            page.keyboard.press("Tab")
        expect(page.locator(".bp-says")).to_contain_text("what each side got. You gave 4 for yourself and guessed 1")
        expect(page.get_by_role("status")).to_contain_text("Something to ask")
        assert widget.mine == [4, 4, 4, 4]
        assert widget.theirs == [1, 2, 3, 4]
        assert widget.my_words == widget.their_words == "We both slept on it."


def test_the_picture_shows_both_marks_with_their_numbers(browser: Browser):
    with widget_page(browser, rated_feeling()) as page:
        picture = page.get_by_role("img")
        assert picture.locator("circle").count() == 5
        assert picture.locator("rect").count() == 5
        numbers = picture.locator("text").all_text_contents()
        assert numbers.count("4") == 3


def test_a_rating_stands_on_its_scale_at_once(browser: Browser):
    with widget_page(browser, unrated_feeling()) as page:
        rated = """() => {
          document.querySelectorAll("#place input[type=radio]")[3].click();
          return [...document.querySelectorAll(".bp-feeling .bp-feeling-you")].map((mark) => mark.textContent);
        }"""
        assert page.evaluate(rated) == ["", "You", "", "4"]
