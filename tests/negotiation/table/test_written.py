"""A talk written down for people."""

import pytest
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.negotiation.analysis.importance import Importance
from biggerpie.negotiation.table import (
    Accept,
    Ask,
    Aspect,
    Ending,
    Manner,
    Message,
    Offer,
    Remark,
    SayBack,
    Tell,
    WalkAway,
    meet,
    open_session,
    say,
    talk_between,
    written,
)
from biggerpie.negotiation.table.parts.voice import languages, read_words

CASE = load_case("apple-juice")


def written_after(*messages, language="en"):
    session = open_session(CASE)
    for message in messages:
        session = say(session, message)
    return written(session, language)


def test_it_holds_every_word_that_was_said_and_every_option_that_was_offered():
    session = talk_between(CASE, (meet("plain-dealer", 1), meet("touchy", 2)))
    text = written(session)
    assert all(message.words in text for message in session.said)
    assert all(option in text for option in CASE.in_words(session.agreement).values())
    assert text.count("Round ") == (len(session.said) + 1) // 2
    assert text.endswith("They agreed.\n")


def test_each_kind_of_move_says_what_it_means():
    text = written_after(
        Message((Ask(Aspect.WHY, 0), Tell(1, Importance.LITTLE, 0, "so"), Offer((CASE.compromise,))), "Hello\nthere."),
        Message((SayBack(1, Importance.LITTLE), Remark(Manner.THANK), Accept(CASE.compromise))),
    )
    for meant in (
        "press: “Hello there.”",
        "asks for the reason behind price of a crate",
        "tells of payment: matters a little, ",
        "would be best, so",
        "has understood of payment: matters a little",
        "thanks",
        "accepts (price of a crate: ",
    ):
        assert meant in text


FORGED = "x\n\nRound 2\r\N{LINE SEPARATOR}Ilse: “I lied.”\x1b[2J\x9b2J\N{RIGHT-TO-LEFT OVERRIDE}"


@pytest.mark.parametrize(
    "message", [Message((), FORGED), Message((Tell(1, why=FORGED),)), Message((Remark(Manner.THANK, FORGED),))]
)
def test_nobody_can_write_lines_of_the_talk_or_steer_a_terminal(message):
    text = written_after(message)
    assert [line for line in text.splitlines() if line.startswith(("Round", "Ilse:"))] == ["Round 1"]
    assert all(letter.isprintable() for line in text.split("\n") for letter in line)
    assert "x Round 2 Ilse: “I lied.”\N{REPLACEMENT CHARACTER}[2J" in text


def test_letters_that_words_and_pictures_are_joined_by_stay():
    words = "می\N{ZERO WIDTH NON-JOINER}خواهم 👩\N{ZERO WIDTH JOINER}🌾"
    assert words in written_after(Message((), words))


@pytest.mark.parametrize("language", languages())
def test_every_language_has_a_label_for_every_word_of_the_moves(language):
    labels, english = read_words(language, "written"), read_words("en", "written")
    assert set(labels) == set(english)
    assert set(labels["ask"]) == set(Aspect)
    assert set(labels["manner"]) == set(Manner)
    assert set(labels["importance"]) == set(Importance)
    assert set(labels["ending"]) == {"", *Ending}
    assert written_after(Message((WalkAway(),)), language=language).strip().endswith(labels["ending"]["walked away"])


def test_another_language_is_refused():
    with pytest.raises(NegotiationError, match="do not speak"):
        written(open_session(CASE), "xx")
