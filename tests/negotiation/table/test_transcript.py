"""A transcript: kept, read and played again, also where somebody hostile wrote it."""

import json
from dataclasses import replace

import pytest
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.negotiation.analysis.importance import Importance
from biggerpie.negotiation.table import (
    Accept,
    Ask,
    Aspect,
    Manner,
    Message,
    Offer,
    Remark,
    SayBack,
    Seat,
    Tell,
    WalkAway,
    meet,
    open_session,
    parse_transcript,
    replayed,
    say,
    session_of,
    talk_between,
    transcript_json,
    transcript_of,
)
from hypothesis import given, settings
from hypothesis import strategies as st

CASE = load_case("job-offer")
SEATS = (Seat("candidate", "plain-dealer", 1), Seat("employer", "plain-dealer", 2))
TALK = talk_between(CASE, (meet("plain-dealer", 1), meet("plain-dealer", 2)))
TRANSCRIPT = transcript_of(TALK, SEATS)
TEXT = transcript_json(TRANSCRIPT)
SMALL = st.integers(-3, 7)
PACKAGES = st.lists(SMALL, max_size=7).map(tuple)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
STRENGTHS = st.none() | st.sampled_from(Importance)
MOVES = st.one_of(
    st.builds(Offer, st.lists(PACKAGES, max_size=3).map(tuple)),
    st.builds(Accept, PACKAGES),
    st.just(WalkAway()),
    st.builds(Ask, st.sampled_from(Aspect), st.none() | SMALL),
    st.builds(Tell, SMALL, STRENGTHS, st.none() | SMALL, TEXTS),
    st.builds(SayBack, SMALL, STRENGTHS, st.none() | SMALL),
    st.builds(Remark, st.sampled_from(Manner), TEXTS),
)
MESSAGES = st.builds(Message, st.lists(MOVES, max_size=8).map(tuple), TEXTS)


def test_a_transcript_is_read_as_it_was_written():
    assert parse_transcript(TEXT) == TRANSCRIPT


def test_a_counterpart_that_took_a_persons_seat_answers_for_what_it_said_itself():
    person, late = meet("touchy", 3), meet("plain-dealer", 2)
    session = open_session(CASE)
    while not session.ending:
        speaks = meet("plain-dealer", 1) if session.turn == 0 else person if len(session.said) < 5 else late
        session = say(session, speaks.reply(session.view(session.turn)))
    seats = (Seat("candidate"), Seat("employer", "plain-dealer", 2, since=5))
    kept = parse_transcript(transcript_json(transcript_of(session, seats)))
    assert kept.seats == seats
    assert replayed(kept, CASE) == session
    with pytest.raises(NegotiationError, match="message 2 of the transcript is not what"):
        replayed(replace(kept, seats=(seats[0], replace(seats[1], since=0))), CASE)


@settings(max_examples=100)
@given(st.lists(MESSAGES, max_size=6).map(tuple))
def test_every_message_is_read_as_it_was_written(said):
    transcript = replace(TRANSCRIPT, said=said)
    assert parse_transcript(transcript_json(transcript)) == transcript


def test_a_real_talk_is_replayed_as_it_was():
    assert replayed(parse_transcript(TEXT), CASE) == TALK


@pytest.mark.parametrize("number", range(len(TALK.said)))
def test_a_message_that_its_counterpart_does_not_say_is_found(number):
    said = list(TRANSCRIPT.said)
    said[number] = replace(said[number], words=said[number].words + " Honestly.")
    with pytest.raises(NegotiationError, match=f"message {number + 1} of the transcript is not what"):
        replayed(replace(TRANSCRIPT, said=tuple(said)), CASE)


def test_another_seed_or_order_is_no_real_talk():
    for forged in (
        replace(TRANSCRIPT, seats=(replace(SEATS[0], seed=9), SEATS[1])),
        replace(TRANSCRIPT, said=TRANSCRIPT.said[1:]),
        replace(TRANSCRIPT, said=TRANSCRIPT.said[::-1]),
        replace(TRANSCRIPT, first=1),
        replace(TRANSCRIPT, rounds=5),
    ):
        with pytest.raises(NegotiationError):
            replayed(forged, CASE)


def test_another_case_or_version_is_named():
    with pytest.raises(NegotiationError, match="another case"):
        session_of(TRANSCRIPT, load_case("apple-juice"))
    with pytest.raises(NegotiationError, match="version 0"):
        session_of(replace(TRANSCRIPT, version=0), CASE)
    with pytest.raises(NegotiationError, match="nobody to meet"):
        replayed(replace(TRANSCRIPT, seats=(replace(SEATS[0], counterpart="ghost"), SEATS[1])), CASE)


def changed(*path, value):
    """Return the transcript's JSON with something else in one place; without a value the field is left out."""
    data = json.loads(TEXT)
    *outer, last = path
    inner = data
    for step in outer:
        inner = inner[step]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return json.dumps(data)


@pytest.mark.parametrize("around", ["{}", "My talk:\n{}\nBest wishes", "```json\n{}```", "\ufeff{}"])
def test_what_stands_around_a_pasted_transcript_does_no_harm(around):
    assert parse_transcript(around.replace("{}", TEXT)) == parse_transcript(TEXT)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the text that the table keeps"),
        (TEXT[:-5], "its end is missing"),
        (TEXT.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}"), "straight quotes became curly"),
        (TEXT.replace(" the ", "\nthe "), "long lines were broken"),
        ("Round 1\nNoa: Good morning.", "the text that the table keeps"),
        ("[" * 100_000, "not JSON"),
        ("7", "the text that the table keeps"),
        ("{}", "is missing"),
        (TEXT.replace('"rounds": 12', '"rounds": 1.5'), "whole numbers"),
        (TEXT.replace('"rounds": 12', '"rounds": NaN'), "whole numbers"),
        (TEXT.replace('"rounds": 12', '"rounds": ' + "9" * 5000), "too large"),
        (TEXT.replace('"rounds": 12', '"rounds": 12, "rounds": 12'), "twice"),
        (" " * 500_001, "500,000"),
        (changed("rounds", value="12"), "rounds: a whole number"),
        (changed("rounds", value=True), "rounds: a whole number"),
        (changed("round", value=1), "did you mean 'rounds'"),
        (changed("seats", value=[]), "two should stand"),
        (changed("seats", 0, "party", value=...), "seat 1: 'party' is missing"),
        (changed("said", value=[{}] * 201), "too many"),
        (changed("said", 2, "moves", value=...), "message 3: 'moves' is missing"),
        (changed("said", 0, "moves", 0, value=None), "message 1, move 1"),
        (changed("said", 0, "moves", 0, value={"move": "offr"}), "did you mean 'offer'"),
        (changed("said", 0, "moves", 0, value={"move": "__import__"}), "is not a move"),
        (changed("said", 0, "moves", 0, value={"move": "offer", "packages": [{}]}), "a package should stand"),
        (changed("said", 0, "moves", 0, value={"move": "offer", "packages": [[True]]}), "a package should stand"),
        (changed("said", 0, "moves", 0, value={"move": "ask", "aspect": "how"}), "none of 'most'"),
        (changed("said", 0, "words", value="x" * 1001), "longer than 1,000"),
        (changed("said", 0, "words", value="\ud800"), "half a character"),
    ],
)
def test_a_malformed_transcript_is_refused_with_one_sentence(text, reason):
    with pytest.raises(NegotiationError, match=reason) as refusal:
        parse_transcript(text)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 1_000
