"""People who negotiate at the table of an exercise, and the transcripts that they hand in."""

from collections.abc import Callable

from biggerpie.grading.dossiers.at_table import AtTable
from biggerpie.negotiation import Package, Party
from biggerpie.negotiation.analysis.importance import importance
from biggerpie.negotiation.table import (
    Accept,
    Ask,
    Aspect,
    Manner,
    Message,
    Move,
    Offer,
    Remark,
    Seat,
    Session,
    Tell,
    WalkAway,
    meet,
    open_session,
    say,
    transcript_json,
    transcript_of,
)

ASKING = 3
"""The turns in which `thorough` asks."""
HEARD = 2
"""The turns in which `hearing` shows that it heard."""
Person = Callable[[Session], Message]
"""Whoever speaks for the first party, from the talk so far."""


def held(table: AtTable, person: Person, language: str = "en") -> Session:
    """The whole talk of a person with the counterpart at this table."""
    opposite = meet(table.counterpart, table.seed, language)
    session = open_session(table.case, table.rounds)
    while not session.ending:
        session = say(session, opposite.reply(session.view(1)) if session.turn else person(session))
    return session


def written_talk(table: AtTable, session: Session, language: str = "en") -> str:
    """The talk as it is handed in."""
    own, other = table.case.parties
    seats = (Seat(own.name), Seat(other.name, table.counterpart, table.seed, language))
    return transcript_json(transcript_of(session, seats))


def thorough(session: Session) -> Message:
    """Asks and tells something in each turn, gives where the other said it wants something, takes a good late offer."""
    turn, party = len(session.said) // 2, session.case.parties[0]
    best = max(session.open_packages, key=party.payoff, default=None)
    if best and turn > ASKING and party.payoff(best) >= party.reservation_value:
        return Message((Accept(best),))
    moves: list[Move] = [Offer((_conceding(session, max(0, turn - 1)),))]
    if turn < ASKING:
        moves += [Ask(Aspect.WHICH_WAY, place) for place in (2 * turn, 2 * turn + 1)]
        moves += [true_tell(party, turn)]
    return Message(tuple(moves), f"This is my offer number {turn + 1}.")


def giving(session: Session) -> Message:
    """As `thorough`, but knows what the other wants, and gives in each turn what costs least and is worth something."""
    wanted = {place: row.index(max(row)) for place, row in enumerate(session.case.parties[1].points)}
    moves = thorough(session).moves
    offer = Offer((_given(session, len(session.said) // 2, wanted),))
    return Message(tuple(offer if type(move) in (Offer, Accept) else move for move in moves))


def stubborn(session: Session) -> Message:
    """Repeats its own best, and says and asks nothing."""
    return Message((Offer((_conceding(session, 0),)),))


def leaves(_: Session) -> Message:
    """Leaves at once."""
    return Message((WalkAway(),))


def true_tell(party: Party, issue: int) -> Tell:
    """What a party truly wants of an issue."""
    weights, row = party.weights(), party.points[issue]
    return Tell(issue, importance(weights[issue], sum(weights), len(weights)), row.index(max(row)))


def _conceding(session: Session, steps: int) -> Package:
    """The own best less so many steps toward what the other said it wants, where that costs least first."""
    return _given(session, steps, _heard(session))


def _given(session: Session, steps: int, wanted: dict[int, int]) -> Package:
    """The own best less so many steps toward what is wanted."""
    points = session.case.parties[0].points
    package = [row.index(max(row)) for row in points]
    for _ in range(steps):
        apart = [place for place in wanted if package[place] != wanted[place]]
        if not apart:
            break
        place = min(apart, key=lambda each: max(points[each]))
        package[place] += 1 if wanted[place] > package[place] else -1
    return tuple(package)


def _heard(session: Session) -> dict[int, int]:
    """The option that the other said would be best, by issue."""
    tells = (move for message in session.said[1::2] for move in message.moves if type(move) is Tell)
    return {tell.issue: tell.wanted for tell in tells if tell.wanted is not None}


def hearing(session: Session) -> Message:
    """As `thorough`, but first shows that it heard, in two ways, and gives nothing while the other is angry."""
    turn = len(session.said) // 2
    moves = [move for move in thorough(session).moves if turn < ASKING or type(move) is not Ask]
    heard = [Remark(manner) for manner in ((Manner.NAME_FEELING,), (Manner.ACKNOWLEDGE,))[turn]] if turn < HEARD else []
    kept = [Offer((_conceding(session, 0),)) if type(move) is Offer and turn <= HEARD else move for move in moves]
    return Message((*heard, *kept))
