"""The table without a browser: a talk is prepared, held, kept and played again, and its other side stays hidden."""

import json
import re
from dataclasses import replace

import pytest
import traitlets
from biggerpie.negotiation import Case, load_case
from biggerpie.negotiation.table import Message, Offer, WalkAway, parse_transcript, replayed
from biggerpie.widgets import NegotiationTable

from .agreed_table import agreed_table
from .at_the_table import ASK, HIGH, LOWER, act, table
from .states.negotiation_table import talking_negotiation_table


def test_who_asks_and_offers_is_answered_and_learns_what_was_told():
    widget = table()
    act(widget, packages=[HIGH], says=[ASK])
    session, own = widget.session, widget.session.view(0)
    assert (len(session.said), session.turn, session.round) == (2, 0, 2)
    told = {move.issue for move in own.messages(1)[0].moves if type(move).__name__ == "Tell"}
    shown = {at for at, row in enumerate(widget.picture["learnt"]) if row["sure"] == "told"}
    assert told == shown != set()


def test_a_message_leaves_an_empty_draft_and_the_next_offer_begins_with_the_last():
    widget = table()
    act(widget, packages=[HIGH, LOWER], typed="Let's begin.")
    assert (widget.draft, widget.typed) == ({"packages": [], "says": [], "manner": ""}, "")
    assert widget.picture["start"] == LOWER


def test_the_talk_is_a_transcript_that_replays():
    widget = agreed_table()
    assert replayed(widget.transcript, load_case("job-offer")) == widget.session
    assert parse_transcript(widget.picture["ended"]["transcript"]) == widget.transcript


def test_all_that_can_be_said_in_one_turn_is_said_and_can_be_written_down():
    widget = table()
    says = [
        {"move": "ask", "aspect": "why", "issue": 2},
        {"move": "tell", "issue": 0, "importance": "most of all", "wanted": 4},
        {"move": "say back", "issue": 2, "importance": "a little"},
    ]
    widget.draft = {"packages": [], "says": says, "manner": "thank"}
    assert len(widget.preview["says"]) == 3
    widget.doing = {"do": "send"}
    assert json.loads(json.dumps(widget.said)) == widget.said
    assert widget.said[0]["moves"] == [{"move": "remark", "manner": "thank"}, *says]
    assert "On salary, 60,000 would be best for me." in widget.picture["log"][0]["says"]


def test_each_of_two_packages_can_be_sent_and_one_of_theirs_accepted():
    widget = table()
    act(widget, packages=[HIGH, LOWER])
    assert widget.session.said[0].offer == Offer((tuple(HIGH), tuple(LOWER)))
    [offered] = widget.session.view(0).open_packages
    widget.doing = {"do": "accept"}
    assert widget.session.agreement == offered


def test_leaving_ends_the_talk_with_both_alternatives():
    widget = table()
    widget.doing = {"do": "leave"}
    assert widget.session.said == (Message((WalkAway(),)),)
    assert re.findall(r"\d+", widget.picture["summary"]) == ["34", "30"]


def test_nothing_is_unsaid_while_the_talk_goes_on_and_after_it_one_plays_again():
    widget = table(rounds=3)
    act(widget, packages=[HIGH])
    act(widget, packages=[LOWER])
    with pytest.raises(traitlets.TraitError, match="what was said was said"):
        widget.said = widget.said[:1]
    act(widget, manner="thank")
    first = list(widget.said)
    answers = widget.session.said[1]
    assert widget.session.ending
    widget.doing = {"do": "again", "which": 1}
    assert (widget.before, widget.said) == (first, first[:1])
    assert widget.session.said[1] == answers
    assert widget.picture["earlier"].startswith("The time before: ")


def secret(case: Case) -> Case:
    """The case with another other side: its points the other way round, and its alternative worth nothing."""
    other = case.parties[1]
    turned = replace(other, points=tuple(row[::-1] for row in other.points), reservation_value=0)
    return replace(case, parties=(case.parties[0], turned))


def test_before_the_end_nothing_in_the_browser_depends_on_the_other_sides_points():
    case = load_case("job-offer")
    shown = []
    for one in (case, secret(case)):
        widget = NegotiationTable(one, "candidate", seed=3)
        widget.plan = {**widget.plan, "least": 40, "opening": HIGH}
        shown.append({name: getattr(widget, name) for name in widget.keys if name not in ("_model_id", "layout")})
    for name in ("picture", "preview", "person", "worth", "issues"):
        assert shown[0][name] == shown[1][name], name


def test_in_the_middle_of_a_talk_the_other_sides_points_texts_and_payoffs_are_nowhere_in_the_browser():
    widget, case = talking_negotiation_table(), load_case("job-offer")
    own, other = case.parties
    sent = json.dumps({name: getattr(widget, name) for name in widget.keys if not name.startswith("_")}, default=str)
    hidden = [json.dumps(row) for row in other.points if row not in own.points]
    hidden += [other.brief[:40], other.batna[:40], "frontier"]
    assert json.dumps(own.points[0]) in sent
    assert [text for text in hidden if text in sent] == []
    widget.doing = {"do": "leave"}
    assert "frontier" in json.dumps(widget.picture)


def test_the_sheet_looks_at_the_points_and_offers_its_questions():
    widget = NegotiationTable(load_case("job-offer"), "candidate", seed=3)
    true = ["most", "most", "little", "much", "much", "little"]
    widget.plan = {**widget.plan, "matter": true, "least": 34, "questions": [ASK, None, None]}
    assert widget.picture["notes"]["matter"] == widget.words["matter_fine"]
    assert "34" in widget.picture["notes"]["least"]
    assert [one["text"] for one in widget.picture["planned"]] == ["What matters most to you?"]
    widget.plan = {**widget.plan, "matter": ["little", *true[1:]], "least": 33}
    assert "salary" in widget.picture["notes"]["matter"]
    assert widget.picture["notes"]["least"].startswith("Your alternative alone")
    widget.seated = True
    act(widget, says=[ASK])
    assert widget.picture["planned"] == []


def test_who_sits_down_second_is_spoken_to_first():
    widget = table(begin=False)
    assert [message["own"] for message in widget.picture["log"]] == [False]
    assert widget.session.turn == 0


def test_everybody_is_called_by_the_name_they_go_by():
    names = {
        NegotiationTable(load_case(case), party).person["name"]
        for case, party in [("job-offer", "candidate"), ("apple-juice", "chain"), ("shared-garden", "grandmother")]
    }
    assert names == {"Ilse", "Inga and Pia", "Mo"}


def test_what_is_sent_with_each_turn_stays_small():
    widget = table()
    for step in range(11):
        act(widget, packages=[[4, 4 - step // 3, 4, 1, 4, step % 5]], typed="I can see that. " * 5)
    assert len(json.dumps(widget.picture)) < 12_000
    assert len(json.dumps(widget.preview)) < 500
