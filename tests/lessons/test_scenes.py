"""The short scenes at the table in lessons 2 to 8: what each of them tells the learner to try does what it says."""

import json
import re
from pathlib import Path

import pytest
from biggerpie.negotiation import load_case
from biggerpie.negotiation.table import (
    Accept,
    Ask,
    Aspect,
    Manner,
    Message,
    Move,
    Offer,
    Remark,
    Session,
    meet,
    open_session,
    say,
    talk_between,
)
from biggerpie.widgets.negotiation_table.faces import ANGRY, CALM, GLAD, WARY, faces

from .table_talk import Builder, Stone, earned

LESSONS = Path(__file__).parents[2] / "lessons"
TABLE = re.compile(r'NegotiationTable\(.+?, "(?P<party>[\w-]+)"(?:, counterpart="(?P<who>[\w-]+)")?')
ROUNDS = re.compile(r"rounds=(\d+)")


def scene(lesson: str) -> tuple[str, str, list[str], int]:
    """The case of a lesson's scene, the learner's party, whom the learner meets, and how many rounds there are."""
    cells = json.loads(next(LESSONS.glob(f"{lesson}-*.ipynb")).read_text(encoding="utf-8"))["cells"]
    source = next("".join(cell["source"]) for cell in cells if cell["id"] == "scene")
    tables = list(TABLE.finditer(source))
    case = re.findall(r'load_case\("([\w-]+)"\)', source)[0]
    return case, tables[0]["party"], [t["who"] or "plain-dealer" for t in tables], int(ROUNDS.findall(source)[0])


def opened(lesson: str) -> tuple[Session, int]:
    """The scene's talk before anything is said, and the place of the learner, who begins."""
    case, party, _, rounds = scene(lesson)
    told = load_case(case)
    own = [one.name for one in told.parties].index(party)
    return open_session(told, rounds, own), own


def best(session: Session, own: int) -> Offer:
    return Offer((tuple(row.index(max(row)) for row in session.case.parties[own].points),))


def played(lesson: str, turns: list[list[Move]], who: int = 0) -> list[Message]:
    """What the counterpart answers to these turns, one after the other."""
    session, own = opened(lesson)
    other, answers = meet(scene(lesson)[2][who]), []
    for moves in turns:
        session = say(session, Message(tuple(moves)))
        session = say(session, other.reply(session.view(1 - own)))
        answers.append(session.said[-1])
        if session.ending:
            break
    return answers


def worth(lesson: str, answer: Message) -> int:
    """What an answer's offer is worth to the learner, in points."""
    session, own = opened(lesson)
    return session.case.parties[own].payoff(answer.offer.packages[0]) if answer.offer else 0


def test_lesson_2_who_gives_to_ilse_has_more_than_who_stands_still():
    session, own = opened("02")
    gave, stood = (earned(session.case, own, me, session.rounds, seed=0) for me in (meet("plain-dealer", 5), Stone()))
    assert gave > stood


def test_lesson_3_ilse_moves_for_who_sees_her_side_and_not_for_who_answers_in_kind():
    session, own = opened("03")
    calm = played("03", [[best(session, own), Remark(manner)] for manner in (Manner.NAME_FEELING, Manner.ACKNOWLEDGE)])
    cross = played("03", [[best(session, own), Remark(Manner.BLAME)]] * 2)
    assert worth("03", calm[-1]) > worth("03", calm[0]) > worth("03", cross[-1])
    sorry = played("03", [[best(session, own), Remark(Manner.BLAME)], [Remark(Manner.APOLOGISE)], [best(session, own)]])
    assert worth("03", sorry[-1]) > worth("03", cross[-1])


def test_lesson_4_the_reason_comes_with_the_second_why():
    session, own = opened("04")
    demand = played("04", [[best(session, own)]])[0].words
    names = [re.escape(issue.name) for issue in session.case.issues]
    issue = next(n for n, name in enumerate(names) if re.search(rf"On the {name} it has to be", demand))
    why = [Ask(Aspect.WHY, issue)]
    _, first, second = played("04", [[best(session, own)], why, why])
    reasons = [interest.because for interest in session.case.parties[1 - own].interests]
    assert not [reason for reason in reasons if reason in first.words]
    assert [reason for reason in reasons if reason in second.words]


def test_lesson_5_farid_says_next_to_nothing_at_first():
    session, own = opened("05")
    first = played("05", [[best(session, own)], [Ask(Aspect.MOST)]])[-1]
    assert not any(issue.name in re.split("[.?!]", first.words)[0] for issue in session.case.issues)


def test_lesson_6_ilse_opens_with_what_the_lesson_says_and_building_on_it_brings_no_less_and_often_more():
    case, party, (who,), rounds = scene("06")
    job = load_case(case)
    own = [one.name for one in job.parties].index(party)
    talks = [talk_between(job, (me, meet(who)), rounds, 1 - own) for me in (Builder(1), Builder(2), Stone())]
    one, two, aside = (talk.payoffs[own] for talk in talks)
    assert min(one, two) >= aside
    assert max(one, two) > aside
    opened_with = job.in_words(talks[0].said[0].offer.packages[0])
    assert opened_with["days at home"] == "0 days"
    assert opened_with["mentoring"] == "12 weeks"


CLOSING: dict[str, list[Move]] = {
    "thanks, and a package better for both": [Offer(((2, 4, 0, 1, 4, 0),)), Remark(Manner.THANK)],
    "pressing for the rest": [Offer(((4, 4, 0, 1, 4, 0),)), Remark(Manner.PRESS)],
    "a threat": [Offer(((4, 4, 0, 1, 4, 0),)), Remark(Manner.THREATEN)],
}


@pytest.mark.parametrize(("how", "seen"), list(zip(CLOSING, [{GLAD, CALM}, {WARY}, {ANGRY}], strict=True)))
def test_lesson_8_thanks_leave_a_friendly_face_pressing_a_wary_one_and_a_threat_an_angry_one_and_no_offer(how, seen):
    session, own = opened("08")
    ilse = meet(scene("08")[2][0])
    trades: list[list[Move]] = [[Offer((package,))] for package in ((4, 4, 0, 1, 4, 0), (4, 4, 0, 1, 4, 1))]
    for moves in (*trades, [Offer(((3, 4, 0, 1, 4, 2),))], CLOSING[how]):
        session = say(session, Message(tuple(moves)))
        before_answering = faces(session, ilse, 1 - own)[-1]
        session = say(session, ilse.reply(session.view(1 - own)))
    assert before_answering in seen
    answer = session.said[-1]
    assert (answer.offer is None and not any(isinstance(move, Accept) for move in answer.moves)) is (how == "a threat")


@pytest.mark.parametrize(("who", "told"), [(0, True), (1, False)])
def test_lesson_7_one_priya_says_straight_out_what_the_other_does_not(who, told):
    session, own = opened("07")
    answer = played("07", [[best(session, own)], [Ask(Aspect.MOST)]], who)[-1]
    assert ("woman from the bog" in answer.words.split(".")[0]) is told
