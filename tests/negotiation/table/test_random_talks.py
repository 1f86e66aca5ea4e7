"""Random messages never break a session: each is either said, or refused with one sentence and nothing changed."""

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
    Seat,
    Tell,
    WalkAway,
    counterpart_names,
    meet,
    open_session,
    parse_transcript,
    say,
    session_of,
    transcript_json,
    transcript_of,
)
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

CASE = load_case("job-offer")
PLACES = st.integers(0, 4)
WRONG = st.sampled_from([-1, 5, 99])
PACKAGES = st.lists(PLACES | PLACES | PLACES | WRONG, min_size=6, max_size=6).map(tuple)
GOOD = st.lists(PLACES, min_size=6, max_size=6).map(tuple)
STRENGTHS, WANTED = st.none() | st.sampled_from(Importance), st.none() | PLACES
MOVES = st.one_of(
    st.builds(Offer, st.lists(GOOD | PACKAGES, min_size=0, max_size=4).map(tuple)),
    st.builds(Accept, GOOD),
    st.builds(Ask, st.sampled_from(Aspect), st.none() | st.integers(-1, 6)),
    st.builds(Tell, st.integers(-1, 6), STRENGTHS, WANTED, st.sampled_from(["", "because"])),
    st.builds(SayBack, st.integers(-1, 6), STRENGTHS, WANTED),
    st.builds(Remark, st.sampled_from(Manner), st.sampled_from(["", "Hm."])),
)

ASKED = st.lists(
    st.builds(Ask, st.sampled_from([Aspect.HOW_MUCH, Aspect.WHY]), st.integers(0, 5))
    | st.builds(SayBack, st.integers(0, 5), st.just(Importance.MUCH))
    | st.builds(Tell, st.integers(0, 5), STRENGTHS, PLACES),
    min_size=5,
    max_size=8,
    unique=True,
)
"""Many questions and much said back, in one message."""


class Talking(RuleBasedStateMachine):
    """Somebody who says anything at all, to a counterpart that answers whatever it hears."""

    @initialize(rounds=st.integers(1, 12), first=st.sampled_from([0, 1]), other=st.sampled_from(counterpart_names()))
    def sit_down(self, rounds, first, other):
        """Begin a talk with a counterpart."""
        self.session, self.other = open_session(CASE, rounds, first), meet(other, rounds)

    @precondition(lambda self: self.session.ending is None and self.session.turn == 0)
    @rule(moves=st.lists(MOVES, max_size=9).map(tuple) | ASKED.map(tuple))
    def say_anything(self, moves):
        """Be heard, or be refused with one sentence and nothing changed."""
        before = self.session
        try:
            self.session = say(self.session, Message(moves))
        except NegotiationError as refusal:
            assert "\n" not in str(refusal)
            assert self.session == before
        else:
            assert self.session.said == (*before.said, Message(moves))

    @precondition(lambda self: self.session.ending is None and self.session.turn == 0 and self.session.open_packages)
    @rule()
    def accept(self):
        """Take what is offered."""
        self.session = say(self.session, Message((Accept(self.session.open_packages[0]),)))

    @precondition(lambda self: self.session.ending is None and self.session.turn == 0 and self.session.round > 3)
    @rule()
    def leave(self):
        """Walk away after a while."""
        self.session = say(self.session, Message((WalkAway(),)))

    @precondition(lambda self: self.session.ending is not None)
    @rule(moves=st.lists(MOVES, max_size=2).map(tuple))
    def find_it_over(self, moves):
        """Find that nothing more can be said."""
        with pytest.raises(NegotiationError, match="is over"):
            say(self.session, Message(moves))

    @precondition(lambda self: self.session.ending is None and self.session.turn == 1)
    @rule()
    def be_answered(self):
        """Hear something in words."""
        self.session = say(self.session, self.other.reply(self.session.view(1)))
        assert self.session.said[-1].words

    @invariant()
    def it_ends_as_its_last_message_says(self):
        """A deal is one that was accepted, and no talk goes on after its rounds."""
        if self.session.agreement:
            assert self.session.ending is Ending.AGREED
            assert CASE.parties[1].payoff(self.session.agreement) >= 0
        assert len(self.session.said) <= 2 * self.session.rounds

    def teardown(self):
        """Read the talk again from its transcript."""
        if hasattr(self, "session"):
            transcript = transcript_of(self.session, (Seat("candidate"), Seat("employer")))
            assert session_of(parse_transcript(transcript_json(transcript)), CASE) == self.session


def talks(count, *, steps):
    some_rules_rest = [HealthCheck.filter_too_much]  # at each step of a talk only one or two of the rules apply
    asked = settings(
        max_examples=count, stateful_step_count=steps, deadline=None, suppress_health_check=some_rules_rest
    )
    run_state_machine_as_test(Talking, settings=asked)


def test_a_session_takes_any_message_or_refuses_it_whole():
    talks(25, steps=25)


@pytest.mark.long
def test_ten_thousand_messages_never_break_a_session():
    talks(500, steps=30)
