"""The rubric `scene`: an angry person is met when it is heard, asked and not attacked, and when the matter is kept."""

import pytest
from biggerpie.grading.dossiers.at_table import AtTable
from biggerpie.grading.dossiers.dossier import drawn_case
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.rubrics.scene import SCENE, mark_scene
from biggerpie.negotiation.table import Ask, Manner, Message, Offer, Remark, Session, Tell

from ..talking import Person, hearing, held, leaves, stubborn, thorough, written_talk
from .texts import answer

KEYS = range(6)


def table_of(key: int) -> AtTable:
    return drawn_case(named_case("picture-book illustrator table=touchy"), f"scene {key}").material["table"]


def points(table: AtTable, person: Person) -> float:
    return mark_scene(answer(written_talk(table, held(table, person))), 30, table).points


def but(change) -> Person:
    """Somebody who hears, with each message changed by its moves and turn."""

    def reply(session: Session) -> Message:
        return Message(tuple(change(hearing(session).moves, len(session.said) // 2)))

    return reply


@pytest.mark.parametrize("key", KEYS)
def test_whoever_hears_asks_and_keeps_to_the_matter_earns_everything_and_silence_little(key):
    table = table_of(key)
    assert points(table, hearing) == 30
    assert points(table, stubborn) <= 3
    assert points(table, leaves) == 0
    assert points(table, thorough) < points(table, hearing)


@pytest.mark.parametrize("key", KEYS)
def test_who_asks_nothing_loses_ten_of_thirty(key):
    table = table_of(key)
    silent = but(lambda moves, _: [move for move in moves if type(move) is not Ask])
    assert points(table, silent) <= 20


def test_an_attack_or_a_threat_costs_the_calm_however_late_it_comes():
    table = table_of(0)
    for manner in (Manner.BLAME, Manner.THREATEN, Manner.PRESS):
        attacking = but(lambda moves, turn, it=manner: [*moves, Remark(it)] if turn == 2 else moves)
        assert points(table, attacking) <= 22


def test_a_gift_to_somebody_angry_does_not_count_as_keeping_the_matter():
    table = table_of(0)
    generous = tuple(row.index(min(row)) for row in table.case.parties[0].points)

    def buying(moves, turn):
        kept = [move for move in moves if type(move) not in (Offer, Remark)]
        return [*kept, Offer((generous,))] if turn == 1 else [move for move in moves if type(move) is not Remark]

    text = written_talk(table, held(table, but(buying)))
    assert "Something offered, and nothing more given while the other was angry: no." in str(
        mark_scene(answer(text), 30, table).report()
    )


def test_what_is_told_falsely_does_not_count():
    table = table_of(0)
    own = table.case.parties[0].points

    def lying(moves, _):
        return [
            Tell(it.issue, it.importance, own[it.issue].index(min(own[it.issue]))) if type(it) is Tell else it
            for it in moves
        ]

    assert points(table, but(lying)) == 27


def test_only_the_own_talk_counts():
    text = written_talk(table_of(0), held(table_of(0), hearing))
    mark = mark_scene(answer(text), 30, table_of(1))
    assert mark.points == 0
    assert SCENE.check(table_of(0).case, "illustrator", answer(text), table=table_of(0)).advice == ()
    assert SCENE.check(table_of(0).case, "illustrator", answer("hello"), table=table_of(0)).unread
