"""What is special about each of the people, in talks that show it."""

from dataclasses import replace

from biggerpie.negotiation import Importance, Interest, greatest_sum, joint_value, load_case
from biggerpie.negotiation.table import (
    Ask,
    Aspect,
    Ending,
    Manner,
    Message,
    Offer,
    Remark,
    SayBack,
    Tell,
    meet,
    open_session,
    say,
    talk_between,
)
from biggerpie.negotiation.table.counterparts.people import HABITS

CASE = load_case("job-offer")
OWN = CASE.parties[1]
SALARY = 0
IDEAL = tuple(row.index(max(row)) for row in CASE.parties[0].points)
GIVING = [(4, 4, n, 1, 4, 0) for n in (4, 3, 2, 1, 0)]


def answers(name, *heard, seed=1):
    """Return what somebody says to each of these messages in turn."""
    session, other = open_session(CASE), meet(name, seed)
    for message in heard:
        session = say(session, message)
        session = say(session, other.reply(session.view(1)))
    return session.view(1).messages(1)


def offers(messages):
    return [message.offer.packages[0] for message in messages if message.offer]


def tells(message):
    return [move for move in message.moves if isinstance(move, Tell)]


def asking(aspect, issue=None, package=IDEAL):
    return Message((Ask(aspect, issue), Offer((package,))))


def test_two_plain_dealers_find_the_greatest_sum_whoever_begins():
    for first in (0, 1):
        deal = talk_between(CASE, (meet("plain-dealer", 1), meet("plain-dealer", 2)), first=first).agreement
        assert joint_value(CASE, deal) >= 0.97 * sum(greatest_sum(CASE).payoffs)


def test_the_one_who_insists_keeps_the_demand_until_asked_why_twice():
    said = answers("insister", *[asking(Aspect.MOST, package=package) for package in GIVING])
    assert {package[SALARY] for package in offers(said)} == {0}
    heard = [asking(Aspect.WHY, SALARY, package) for package in GIVING]
    refused, told, *later = answers("insister", *heard)
    assert tells(refused) == []
    assert [tell.why for tell in tells(told)] == [f"{OWN.interests[1].statement}: {OWN.interests[1].because}"]
    assert OWN.interests[1].because in told.words
    assert any(package[SALARY] > 0 for package in offers(later))


def test_the_one_who_was_sent_decides_alone_when_half_of_the_time_has_gone():
    issue = next(habit for habit in HABITS if habit.name == "sent-by-the-boss").position.issue(OWN.points)
    best = OWN.points[issue].index(max(OWN.points[issue]))
    session = talk_between(CASE, (meet("hard-bargainer", 1), meet("sent-by-the-boss", 2)))
    early = offers(session.view(1).messages(1)[:6])
    assert {package[issue] for package in early} == {best}


def test_the_touchy_one_snaps_and_stops_once_its_feeling_is_named():
    calm = Message((Remark(Manner.NAME_FEELING), Offer((IDEAL,))))
    first, *later = answers("touchy", calm, calm, calm)
    assert answers("touchy", Message((Offer((IDEAL,)),)))[0].moves[0] == Remark(Manner.BLAME)
    assert not any(Remark(Manner.BLAME) in message.moves for message in later)
    assert first.words


def test_the_touchy_one_asks_for_a_break_when_it_is_blamed_and_then_leaves():
    blame = Message((Remark(Manner.BLAME), Offer((IDEAL,))))
    first, second = answers("touchy", blame, blame)
    assert Remark(Manner.BREAK) in first.moves
    assert second.walks_away


def test_the_warm_one_tells_what_matters_only_to_somebody_who_told_and_understood():
    asked = Message((Ask(Aspect.MOST), Offer((IDEAL,))))
    assert tells(answers("warm-and-vague", asked)[0]) == []
    opened = [
        Message((Tell(1, wanted=4), Remark(Manner.ACKNOWLEDGE), Offer((IDEAL,)))),
        Message((Tell(3, wanted=1), SayBack(2, wanted=0), Remark(Manner.THANK), Offer(((4, 4, 0, 1, 4, 0),)))),
    ]
    assert tells(answers("warm-and-vague", *opened, asking(Aspect.MOST, package=GIVING[4]))[-1])


def test_the_hard_bargainer_presses_who_gives_nothing_and_opens_higher_than_others():
    repeated = [Message((Offer((IDEAL,)),))] * 5
    assert any(Remark(Manner.PRESS) in message.moves for message in answers("hard-bargainer", *repeated))
    openings = {h.name: OWN.payoff(offers(answers(h.name, repeated[0]))[0]) for h in HABITS}
    assert openings["hard-bargainer"] >= max(openings.values())


def test_the_offers_of_bad_faith_let_go_of_what_it_says_matters_most():
    giving = [asking(Aspect.MOST, package=package) for package in GIVING]
    said = answers("bad-faith", *giving)
    claimed, heaviest = tells(said[0])[0].issue, max(range(6), key=OWN.weights().__getitem__)
    assert OWN.weights()[claimed] < OWN.weights()[heaviest] / 2
    assert tells(answers("bad-faith", asking(Aspect.HOW_MUCH, heaviest))[0])[0].importance == "most of all"


def test_a_gift_is_thanked_for_by_name_and_a_step_back_is_noticed():
    given, taken = (Message((Offer((package,)),)) for package in (GIVING[2], IDEAL))
    _, thanked, noticed = answers("plain-dealer", taken, given, taken)
    assert "start date" in thanked.words
    assert Remark(Manner.THANK) in thanked.moves
    assert "start date" in noticed.words


def test_somebody_pressed_gives_more_than_somebody_left_in_peace():
    quiet = [Message((Offer((package,)),)) for package in GIVING]
    pressed = [replace(message, moves=(Remark(Manner.PRESS), *message.moves)) for message in quiet]
    in_peace, under_pressure = (OWN.payoff(offers(answers("plain-dealer", *heard))[-1]) for heard in (quiet, pressed))
    assert under_pressure < in_peace


def test_who_gives_is_given_to_and_who_stands_still_is_not():
    giving = [Message((Offer((package,)),)) for package in GIVING]
    still = [giving[0]] * len(giving)
    for habit in HABITS:
        given, kept = (OWN.payoff(offers(answers(habit.name, *heard))[-1]) for heard in (giving, still))
        assert given < kept, habit.name


def test_somebody_blamed_stands_where_it_was_in_that_turn():
    given = [Message((Offer((package,)),)) for package in GIVING]
    blamed = Message((Remark(Manner.BLAME), Offer((GIVING[1],))))
    first, angry, calm, *_ = map(OWN.payoff, offers(answers("plain-dealer", given[0], blamed, *given[2:])))
    assert first == angry > calm
    assert offers(answers("plain-dealer", *given))[1] != offers(answers("plain-dealer", *given))[0]


def test_what_was_offered_already_is_no_price():
    offered = (0, 0, 0, 0, 0, 4)
    said = answers("plain-dealer", Message((Offer((IDEAL,)),)), Message((Offer((offered,)),)))
    before, after = offers(said)
    taken = [place for place, row in enumerate(OWN.points) if row[after[place]] > row[before[place]]]
    assert [after[place] == offered[place] for place in taken] == [True]
    assert any(way in said[-1].words for way in ("as you offered", "as you said", "You offered", "from your offer"))


def test_whoever_moves_alone_says_so():
    still = Message((Offer((IDEAL,)),))
    said = answers("plain-dealer", still, still)[-1].words
    assert any(way in said for way in ("all the same", "so I will", "it's your turn", "see one from you", "even so"))


def test_what_was_told_of_an_issue_in_two_messages_counts_together():
    other, session = meet("plain-dealer"), open_session(CASE)
    for told in (Tell(1, Importance.MOST), Tell(1, wanted=4), Tell(1, Importance.LITTLE)):
        session = say(session, Message((told, Offer((IDEAL,)))))
        session = say(session, other.reply(session.view(1)))
    assert other._remembered(session.view(1)).told[1] == Tell(1, Importance.LITTLE, 4)


def test_what_was_said_back_wrongly_is_put_right():
    wrong = Message((SayBack(SALARY, wanted=4), Offer((IDEAL,))))
    assert Tell(SALARY, None, 0) in answers("plain-dealer", wrong)[0].moves


def test_many_questions_at_once_are_answered_up_to_three_and_the_message_is_one_that_can_be_sent():
    many = Message((*(Ask(Aspect.HOW_MUCH, n) for n in range(6)), SayBack(0, wanted=4), SayBack(2, wanted=4)))
    for habit in HABITS:
        assert len(tells(answers(habit.name, many, many)[-1])) <= 3
    assert len(tells(answers("plain-dealer", many)[0])) == 3


def test_bad_faith_says_in_words_what_it_tells_as_data():
    issue = next(habit for habit in HABITS if habit.pretence).pretence.issue(OWN.points)
    said = answers("bad-faith", asking(Aspect.HOW_MUCH, issue))[0]
    truth = next(statement.answer for statement in OWN.statements if statement.issue == CASE.issues[issue].name)
    assert tells(said)[0].importance == "most of all"
    assert truth not in said.words


def test_endless_names_and_answers_of_a_case_never_make_a_message_too_long():
    issues = tuple(replace(i, name=i.name * 99, options=tuple(o * 99 for o in i.options)) for i in CASE.issues)

    def wordy(party):
        why = tuple(Interest("need " * 99, "so " * 999, tuple(name * 99 for name in i.issues)) for i in party.interests)
        said = tuple(replace(s, issue=s.issue * 99, answer=s.answer * 99) for s in party.statements)
        return replace(party, statements=said, interests=why)

    case = replace(CASE, issues=issues, parties=tuple(map(wordy, CASE.parties)))
    for habit in HABITS:
        session, other = open_session(case), meet(habit.name)
        for aspect in (Aspect.HOW_MUCH, Aspect.WHY, Aspect.WHY):
            heard = (*(Ask(aspect, issue) for issue in range(6)), Offer((IDEAL,)))
            session = say(session, Message(heard))
            session = say(session, other.reply(session.view(1)))
        assert session.said[-1].words


def test_a_talk_without_any_zone_of_agreement_ends_without_a_deal():
    first, second = CASE.parties
    apart = replace(CASE, parties=(replace(first, reservation_value=90), replace(second, reservation_value=90)))
    for habit in HABITS:
        ending = talk_between(apart, (meet("plain-dealer", 1), meet(habit.name, 2))).ending
        assert ending in (Ending.WALKED_AWAY, Ending.OUT_OF_TIME)
