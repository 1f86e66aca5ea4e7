"""Cases that somebody wrote at home: few issues, odd points, nothing to say about them; everybody still talks."""

from biggerpie.negotiation import Case, Issue, Party
from biggerpie.negotiation.table import (
    Ask,
    Aspect,
    Manner,
    Message,
    Offer,
    Remark,
    counterpart_names,
    meet,
    open_session,
    say,
    talk_between,
    written,
)
from biggerpie.negotiation.table.parts.voice import languages
from hypothesis import given, settings
from hypothesis import strategies as st


@st.composite
def small_cases(draw: st.DrawFn) -> Case:
    """One to three issues of two to four options, points from -5 to 20, and a reservation value that can be reached."""
    sizes = draw(st.lists(st.integers(2, 4), min_size=1, max_size=3))
    issues = tuple(Issue(f"issue {n}", "What?", tuple("abcd"[:size])) for n, size in enumerate(sizes))
    return Case("T", "S", issues, (draw(parties("one", sizes)), draw(parties("two", sizes))))


@st.composite
def parties(draw: st.DrawFn, name: str, sizes: list[int]) -> Party:
    points = tuple(tuple(draw(st.lists(st.integers(-5, 20), min_size=n, max_size=n))) for n in sizes)
    least, most = (sum(map(end, points)) for end in (min, max))
    return Party(name, "R", "B", "A", draw(st.integers(least, most)), points)


@settings(max_examples=60, deadline=None)
@given(small_cases(), st.sampled_from(counterpart_names()), st.sampled_from(counterpart_names()), st.integers(0, 9))
def test_any_two_talk_about_any_small_case_and_nobody_signs_below_the_alternative(case, one, other, seed):
    session = talk_between(case, (meet(one, seed), meet(other, seed + 1)), rounds=5)
    assert session.ending
    assert all(gain >= 0 for gain in map(int.__sub__, session.payoffs, case.reservation_values))
    assert written(session)


@settings(max_examples=40, deadline=None)
@given(small_cases(), st.sampled_from(counterpart_names()), st.sampled_from(languages()), st.data())
def test_everybody_answers_every_question_about_a_case_that_holds_no_interests(case, name, language, data):
    session, person = open_session(case, 5), meet(name, 3, language)
    while not session.ending:
        place = data.draw(st.integers(0, len(case.issues) - 1))
        moves = (
            Ask(Aspect.MOST),
            Ask(data.draw(st.sampled_from([Aspect.WHY, Aspect.HOW_MUCH, Aspect.WHICH_WAY])), place),
            Remark(data.draw(st.sampled_from(Manner))),
            Offer((tuple(data.draw(st.integers(0, len(issue.options) - 1)) for issue in case.issues),)),
        )
        session = say(session, Message(moves))
        if not session.ending:
            session = say(session, person.reply(session.view(1)))
            assert session.said[-1].words or session.said[-1].accept
