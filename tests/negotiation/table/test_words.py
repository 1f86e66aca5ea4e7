"""The words of the counterparts: complete in every language, well formed, and various."""

import ast
from pathlib import Path
from string import Formatter

import pytest
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.negotiation.table import Aspect, counterpart_names, meet, portrait, talk_between
from biggerpie.negotiation.table.parts.naming import beginning, beside_its_issue
from biggerpie.negotiation.table.parts.reacting import ANSWERED
from biggerpie.negotiation.table.parts.voice import languages, voice

PARTS = Path(__file__).parents[3] / "negotiation" / "table" / "parts"
EVERY_TURN = (
    *("gift", "unmoved", "accept", "noted", "press"),
    *("offer.give", "offer.give_alone", "offer.trade", "offer.trade_as_offered", "offer.same"),
)
BOTH = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in counterpart_names() for language in languages()]
)
MADE = (
    {f"heard.{manner.replace(' ', '_')}" for manner in ANSWERED}
    | {f"ask.{aspect.replace(' ', '_')}" for aspect in Aspect}
    | {f"{group}.{strength}" for group in ("tell", "say_back") for strength in ("most", "much", "little")}
    | {"heard.apologise_again", "say_back.option", "tell.most_1", "tell.most_2", "tell.direction"}
)


def acts_in_the_code() -> set[str]:
    """Every act that a line is made with and that stands in the code as it is."""
    calls = [
        node
        for file in PARTS.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Line"
    ]
    firsts = [constant for call in calls for constant in ast.walk(call.args[0]) if isinstance(constant, ast.Constant)]
    inside = {id(part) for call in calls for node in ast.walk(call.args[0]) if isinstance(node, ast.JoinedStr)
              for part in ast.walk(node)}  # fmt: skip
    return {one.value for one in firsts if isinstance(one.value, str) and id(one) not in inside}


@BOTH
def test_there_are_words_for_everything_that_can_be_said_and_for_nothing_else(name, language):
    acts = acts_in_the_code()
    assert len(acts) > 20
    assert set(voice(name, language)) - {"the_issue", "the_option", "bare"} == acts | MADE


@BOTH
def test_every_way_to_say_something_names_only_what_there_is(name, language):
    known = {"issue", "Issue", "option", "Option", "issue2", "Issue2", "option2", "Option2", "text", "because"}
    for ways in voice(name, language).values():
        assert ways
        assert len(set(ways)) == len(ways)
        for way in ways:
            assert {field for _, field, _, _ in Formatter().parse(way) if field is not None} <= known
            assert way == way.strip()


@BOTH
def test_what_comes_up_every_turn_can_be_said_in_four_ways_or_more(name, language):
    words = voice(name, language)
    assert [act for act in EVERY_TURN if len(words[act]) < 4] == []


@BOTH
def test_everybody_has_a_name_a_habit_with_its_source_and_advice(name, language):
    shown = portrait(name, language)
    assert len(shown.about.split()) > 25
    assert any(year.isdigit() for year in shown.source.replace(";", " ").replace(",", " ").split())
    assert len(shown.advice.splitlines()) == 1
    assert shown.name


def test_no_two_people_are_called_alike():
    for language in languages():
        names = [portrait(name, language).name for name in counterpart_names()]
        assert len(set(names)) == len(names) >= 7


@pytest.mark.parametrize("language", languages()[1:])
def test_a_language_changes_the_words_and_nothing_else(language):
    case = load_case("job-offer")
    for name in counterpart_names():
        english, other = (
            talk_between(case, (meet("plain-dealer"), meet(name, 3, told))).said for told in ("en", language)
        )
        assert [message.moves for message in english] == [message.moves for message in other]
        assert english != other


def test_an_unknown_name_or_language_is_refused_with_what_there_is():
    with pytest.raises(NegotiationError, match="did you mean 'touchy'"):
        meet("touchi")
    for unknown in ("xx", "../en"):
        with pytest.raises(NegotiationError) as caught:
            meet("touchy", language=unknown)
        assert all(f"'{language}'" in str(caught.value) for language in languages())


@pytest.mark.parametrize(
    ("case", "issue", "said"),
    [
        ("pay-rise", "Saturdays", ["0", "1", "2", "3", "4"]),
        ("pay-rise", "courses", ["0 days", "2 days", "4 days", "6 days", "8 days"]),
        ("pay-rise", "night telephone", ["0 nights", "1 night", "2 nights", "3 nights", "4 nights"]),
        ("hospital-rota", "nights in a row", ["1", "2", "3", "4", "5"]),
        ("oat-mill", "open Sundays", ["0", "2", "5", "10", "every Sunday"]),
        ("school-holidays", "planning month", ["January", "February", "March", "April", "May"]),
    ],
)
def test_an_amount_does_not_say_the_issue_again(case, issue, said):
    whole = load_case(case)
    named = whole.issues[whole.position(issue)]
    assert [beside_its_issue(named, option) for option in range(len(named.options))] == said


def test_a_name_begins_a_sentence_with_a_capital_inside_its_quotes():
    assert [beginning(named) for named in ("“half past 5”", "the swaps", "„halb 6“", "4")] == [
        "“Half past 5”",
        "The swaps",
        "„Halb 6“",
        "4",
    ]
