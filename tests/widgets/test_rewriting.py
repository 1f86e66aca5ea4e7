"""Rewriting: sorting attack from concern, one's own version, and what is said to it."""

import pytest
import traitlets
from biggerpie.widgets import Rewriting
from biggerpie.widgets._words import languages, words
from biggerpie.widgets.rewriting.blame_words import look
from playwright.sync_api import Browser, Locator, Page, expect

from ..plain_page import widget_page
from .states.rewriting import compared_rewriting, half_sorted_rewriting, looked_rewriting

SENTENCES = [(language, name) for language in languages() for name in words("rewriting", language)["sentences"]]
ATTACK, CONCERN, BOTH = range(3)


def marks(widget: Rewriting) -> dict[str, str]:
    return {finding["check"]: finding["mark"] for finding in widget.picture["findings"]}


def told(page: Page, text: str) -> Locator:
    """What the page shows, apart from what it announces."""
    return page.locator("p.bp-says, div.bp-says, p.bp-question, .bp-looks li").filter(has_text=text)


def sorted_rewriting() -> Rewriting:
    widget = Rewriting("drawings")
    widget.sorted_as = [BOTH, ATTACK, CONCERN]
    return widget


def test_there_are_sentences_to_try_again_with():
    assert len(SENTENCES) >= 4


@pytest.mark.parametrize(("language", "name"), SENTENCES)
def test_a_sentence_blames_and_its_other_version_does_not(language, name):
    said = words("rewriting", language)
    sentence = said["sentences"][name]
    cues = {**said["cues"], "concern": sentence["concern"]}
    before, after = look(" ".join(part["text"] for part in sentence["parts"]), cues), look(sentence["model"], cues)
    assert before.labels or before.absolutes or before.faults
    assert before.concern
    assert not before.request
    assert after.labels + after.absolutes + after.faults + after.judging == ()
    assert after.concern
    assert after.need
    assert after.request


@pytest.mark.parametrize(("language", "name"), SENTENCES)
def test_a_sentence_has_each_kind_of_part_and_hides_the_blame_in_the_attacks(language, name):
    said = words("rewriting", language)
    for part in said["sentences"][name]["parts"]:
        seen = look(part["text"], {**said["cues"], "concern": said["sentences"][name]["concern"]})
        blames = bool(seen.labels or seen.absolutes or seen.faults)
        assert blames == (part["is"] in ("attack", "both")), part["text"]
        assert not seen.concern or part["is"] != "attack", part["text"]
    assert {part["is"] for part in said["sentences"][name]["parts"]} == {"attack", "concern", "both"}


def test_each_choice_about_a_part_is_answered_and_says_whether_it_was_right():
    widget = half_sorted_rewriting()
    assert widget.picture["said"][0].startswith("Look again. Mails without an answer")
    assert widget.picture["said"][1].startswith("Yes. This is about what somebody is.")
    assert widget.picture["said"][2] == ""
    assert not widget.picture["ready"]
    widget.sorted_as = [BOTH, ATTACK, CONCERN]
    assert widget.picture["ready"]
    assert all(said.startswith("Yes.") for said in widget.picture["said"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I need the drawings by Monday. Could you send them?", ["yes", "yes", "yes", "yes"]),
        ("You never answer my e-mails, you are unreliable.", ["yes", "no", "no", "no"]),
        ("Please be so kind.", ["no", "yes", "no", "yes"]),
        ("You are on my list: could we speak of the drawings?", ["yes", "judging", "no", "yes"]),
        ("The drawings, do they come?", ["yes", "yes", "no", "yes"]),
        ("Why are the drawings not here?", ["yes", "yes", "no", "no"]),
        ("🙂", ["no", "yes", "no", "no"]),
    ],
)
def test_the_four_looks_say_what_they_found(text, expected):
    widget = sorted_rewriting()
    widget.text = text
    assert list(marks(widget)) == ["concern", "blame", "need", "request"]
    assert list(marks(widget).values()) == expected
    assert widget.picture["summary"].startswith(f"{expected.count('yes')} of 4")
    assert ("no objections" in widget.picture["summary"]) == (expected.count("yes") == 4)


def test_the_diagnosis_quotes_the_learners_own_words():
    told = [finding["text"] for finding in looked_rewriting().picture["findings"]]
    assert "“meeting”, “begins”, “time”" in told[0]
    assert "“You are never”: this is hardly ever quite true" in told[1]
    assert "“because of you”: this says who's to blame" in told[1]


def test_braces_in_a_text_are_only_text():
    widget = sorted_rewriting()
    widget.text = "Could {found} send {0} the drawings {{by Monday}}?"
    assert marks(widget)["concern"] == "yes"
    widget.text = "{found}, does it come?"
    assert "“{found}, does it come?”" in widget.picture["findings"][3]["text"]


def test_another_version_is_shown_only_after_an_own_attempt_and_only_when_asked():
    widget = sorted_rewriting()
    with pytest.raises(traitlets.TraitError, match="your own version first"):
        widget.compared = True
    widget.text = "Please."
    assert widget.picture["version"] == ""
    widget.compared = True
    assert widget.picture["version"].startswith("I have written three times")


def test_nothing_is_looked_at_before_the_parts_are_sorted():
    with pytest.raises(traitlets.TraitError, match="before you write"):
        half_sorted_rewriting().text = "Please send the drawings."


@pytest.mark.parametrize("places", [[], [0], [0, 0, 0, 0], [0, 0, 3], [-2, 0, 0]])
def test_places_that_do_not_exist_are_refused(places):
    with pytest.raises(traitlets.TraitError):
        half_sorted_rewriting().sorted_as = places


def test_a_text_has_at_most_500_characters():
    widget = sorted_rewriting()
    widget.text = "é" * 500
    with pytest.raises(traitlets.TraitError, match="at most 500"):
        widget.text = "é" * 501
    widget.text = "  \n "
    assert widget.picture["findings"] == []


def test_half_a_character_cut_off_at_the_limit_does_no_harm():
    widget = sorted_rewriting()
    widget.text = "Please \ud83d"
    assert widget.text == "Please"


def test_the_other_version_and_the_other_sentences_are_not_sent_ahead():
    sent = str(sorted_rewriting().get_state())
    assert "written three times" not in sent
    assert "pans from lunch" not in sent


def test_an_unknown_sentence_is_named():
    with pytest.raises(ValueError, match="'drawing' is not a sentence of this widget"):
        Rewriting("drawing")


def test_a_learner_sorts_writes_and_compares_by_keyboard(browser: Browser):
    widget = Rewriting("drawings")
    with widget_page(browser, widget) as page:
        expect(page.get_by_role("textbox")).to_have_count(0)
        page.keyboard.press("Tab")
        for presses in (2, 0, 1):
            page.keyboard.press("Space")
            for _ in range(presses):
                page.keyboard.press("ArrowRight")
            page.keyboard.press("Tab")
        expect(told(page, "Yes. Mails without an answer")).to_be_visible()
        area = page.get_by_label("2. Say it your way")
        area.focus()
        look_at_it = page.get_by_role("button", name="Look at it")
        expect(look_at_it).to_be_disabled()
        page.keyboard.type("You never send the drawings.")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(told(page, "1 of 4 checks passed.")).to_be_visible()
        expect(page.get_by_role("status")).to_contain_text("“You never”")
        area.focus()
        page.keyboard.press("Control+a")
        page.keyboard.type("I need the drawings by Monday. Could you send them?")
        expect(page.get_by_text("You have changed your sentence.")).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(told(page, "4 of 4 checks passed. The machine")).to_be_visible()
        expect(page.get_by_text("You have changed your sentence.")).to_have_count(0)
        compare = page.get_by_role("button", name="Show me one possible version")
        compare.focus()
        page.keyboard.press("Enter")
        expect(told(page, "One possible version, and there are many: I have written")).to_be_visible()
        expect(compare).to_be_hidden()
        assert widget.sorted_as == [BOTH, ATTACK, CONCERN]
        assert widget.text == "I need the drawings by Monday. Could you send them?"


def test_what_a_learner_writes_is_never_read_as_html(browser: Browser):
    widget = sorted_rewriting()
    with widget_page(browser, widget) as page:
        page.get_by_label("2. Say it your way").fill("Is <img src=x onerror=window.hit=1><b>this</b> well, drawings?")
        page.get_by_role("button", name="Look at it").click()
        expect(told(page, "It asks a question: “Is <img src=x onerror=window.hit=1><b>this</b>")).to_be_visible()
        assert page.locator("img, b").count() == 0
        assert page.evaluate("window.hit") is None


def test_the_field_takes_no_more_than_the_limit(browser: Browser):
    widget = sorted_rewriting()
    with widget_page(browser, widget) as page:
        area = page.get_by_label("2. Say it your way")
        area.focus()
        page.keyboard.insert_text("please " * 100)
        assert len(area.input_value()) == 500
        page.get_by_role("button", name="Look at it").click()
        expect(told(page, "2 of 4 checks passed.")).to_be_visible()


def test_a_widget_shown_again_keeps_what_was_written(browser: Browser):
    with widget_page(browser, compared_rewriting()) as page:
        expect(page.get_by_label("2. Say it your way")).to_have_value(compared_rewriting().text)
        expect(told(page, "3 of 4 checks passed.")).to_be_visible()
        expect(told(page, "One possible version, and")).to_be_visible()
