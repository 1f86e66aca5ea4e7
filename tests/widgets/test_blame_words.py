"""Looking for a few words: what counts as found, and what does not."""

import pytest
from biggerpie.widgets._words import words
from biggerpie.widgets.rewriting.blame_words import Look, found, look
from hypothesis import given
from hypothesis import strategies as st

CUES = {**words("rewriting", "en")["cues"], "concern": ["e-mail*", "late"]}


def kinds(text: str) -> set[str]:
    """The names of what was found in a text."""
    seen = look(text, CUES)
    return {name for name in Look.__slots__ if getattr(seen, name)}


@pytest.mark.parametrize(
    ("text", "cues", "seen"),
    [
        ("You are younger than I.", ["you", "young"], ("You",)),
        ("The younger one.", ["young", "you"], ()),
        ("younger, youngest", ["young*"], ("younger", "youngest")),
        ("YOU NEVER call", ["you never"], ("YOU NEVER",)),
        ("you simply never call", ["you … never"], ("you simply never",)),
        ("you two really never call", ["you … never"], ("you two really never",)),
        ("you of all the people never call", ["you … never"], ()),
        ("thank you. Never mind", ["you … never"], ()),
        ("thank you, never mind", ["you … never"], ()),
        ("No e-mails, no E-Mail.", ["e-mail*"], ("e-mails", "E-Mail")),
        ("answer, Answer, answers", ["answer*"], ("answer", "answers")),
        ("you", ["you never"], ()),
        ("", ["you"], ()),
        ("you", [], ()),
        ("someone's late", ["late"], ("late",)),
        ("latest", ["late"], ()),
        ("late-comer", ["late"], ()),
        ("co-worker late_x", ["late"], ()),
    ],
)
def test_a_cue_is_found_as_whole_words_only(text, cues, seen):
    assert found(text, cues) == seen


def test_apostrophes_hyphens_and_wide_letters_are_read_alike():
    assert found("You’re late, no e‑mail", ["you're", "e-mail"]) == ("You're", "e-mail")
    assert found("ＹＯＵ　ＮＥＶＥＲ", ["you never"]) == ("YOU NEVER",)
    assert found("Straße und STRASSE", ["straße"]) == ("Straße",)
    assert found("ты НИКОГДА не пишешь 🙂", ["ты никогда"]) == ("ты НИКОГДА",)


def test_a_question_is_quoted_whole_though_it_holds_a_point():
    assert look("First things first. Is 7.30 too early? I hope not.", CUES).question == ("Is 7.30 too early?",)


def test_the_longest_cue_at_a_place_is_the_one_that_is_shown():
    assert found("I would like tea", ["I", "I would like", "I would", "like"]) == ("I would like",)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("You are lazy.", {"labels", "judging"}),
        ("You always do that.", {"absolutes"}),
        ("It is all your fault.", {"faults"}),
        ("When you are back, call me.", {"judging"}),
        ("Two e-mails came late.", {"concern"}),
        ("I would like tea.", {"need", "request"}),
        ("I really need tea.", {"need"}),
        ("Shall we?", {"request"}),
        ("Does that suit you?", {"question"}),
        ("Why does that not suit you?", set()),
        ("And why not?", set()),
        ("Do you know why it broke?", {"question"}),
        ("Why not? Does noon suit you?", {"question"}),
        ("?", set()),
        ("", set()),
        ("The lazyness of a laziest pleased bypass.", set()),
    ],
)
def test_each_cue_counts_for_its_own_look(text, seen):
    assert kinds(text) == seen


def test_a_very_long_text_is_looked_at_all_the_same():
    seen = look("I am waiting. " * 3000 + "Please!", CUES)
    assert seen.request == ("Please",)
    assert seen.labels == ()


@given(st.text())
def test_any_text_can_be_looked_at_and_what_is_found_stands_in_it(text):
    seen = look(text, CUES)
    assert all(isinstance(span, str) and span for name in Look.__slots__ for span in getattr(seen, name))
    assert look(text, CUES) == seen


@given(st.sampled_from(["unreliable", "you never", "please", "I would like"]), st.sampled_from("axéß9_"))
def test_a_letter_at_either_end_hides_a_cue(cue, letter):
    assert found(f"so {cue} so", [cue]) == (cue,)
    assert found(f"so {letter}{cue} so", [cue]) == found(f"so {cue}{letter} so", [cue]) == ()


def test_letters_that_stand_for_many_are_spelt_out_only_as_far_as_a_text_may_be_long():
    assert found("Well… " * 40 + "please", ["please"]) == ("please",)
    assert found("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 490 + " please", ["please"]) == ()
