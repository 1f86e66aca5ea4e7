"""Ended: what a talk came to, once it is over, with the other side's points on the table."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ...negotiation import Payoffs, gains, profile_weights, slack, value_created, zone_of_agreement
from ...negotiation.analysis.importance import importance
from ...negotiation.table import Ask, Ending, SayBack, Session
from .._words import Words
from ..contract import Path, Table
from ..plane import also, backdrop
from .learnt import TOLD, Learnt, learnt
from .looking_back import mood_turned, step_table, what_if
from .sayings import Sayings

ALL = 100  # percent


def result(session: Session, sayings: Sayings) -> str:
    """Return in one sentence how a talk ended, with what both have of it."""
    said, (you, them) = sayings.words, own_first(outcome(session), sayings)
    if session.ending is Ending.AGREED:
        return said.say("agreed", you=you, them=them, name=sayings.name)
    left = (session.first + len(session.said) - 1) % 2 == sayings.own
    key = "time_over" if session.ending is Ending.OUT_OF_TIME else "you_left" if left else "they_left"
    return said.say(key, you=you, them=them, name=sayings.name)


def earlier(session: Session, sayings: Sayings) -> str:
    """Return how the talk that was played before ended."""
    return sayings.words.say("earlier", result=result(session, sayings))


def outcome(session: Session) -> Payoffs:
    """Return what both have once a talk is over, in points: the deal's payoffs, or their alternatives."""
    case, deal = session.case, session.agreement
    return case.reservation_values if deal is None else case.payoffs(deal)


def own_first(payoffs: Payoffs, sayings: Sayings) -> list[int]:
    """Return payoffs with the learner's own first."""
    return [payoffs[sayings.own], payoffs[1 - sayings.own]]


def debrief(session: Session, seen: list[str], sayings: Sayings) -> dict[str, Any]:
    """Return what a talk that is over shows: its value, its offers on the plane, its steps, and what was never asked.

    `seen` are the faces that the other side made, see `faces`.
    """
    case, deal = session.case, session.agreement
    paths = _paths(session, sayings)
    return {
        "findings": [
            *_value(session, sayings),
            _never_asked(session, sayings),
            *what_if(session, sayings),
            *mood_turned(seen, sayings),
        ],
        "steps": step_table(session, sayings),
        "plane": {
            "paths": paths,
            "here": None if deal is None else own_first(case.payoffs(deal), sayings),
            "also": also(case, [case.compromise, *_offered(session)], lambda pair: own_first(pair, sayings)),
            "summary": result(session, sayings),
        },
        "truth": _truth(session, sayings),
    }


def background(session: Session, sayings: Sayings) -> dict[str, Any]:
    """Return the payoff plane behind a talk that is over."""
    return {**backdrop(session.case, lambda pair: own_first(pair, sayings))}


def _value(session: Session, sayings: Sayings) -> Iterator[str]:
    """Say what the deal creates and who gained what; without a deal, whether there was one to be had."""
    case, deal, said = session.case, session.agreement, sayings.words
    if not zone_of_agreement(case):
        yield said.say("no_zone" if deal is None else "no_zone_signed")
        return
    if deal is None:
        return
    yield from _created(value_created(case, deal), said)
    own, other = own_first(gains(case, case.payoffs(deal)), sayings)
    key = "claimed" if own >= 0 else "gave_away"
    yield said.say(key, own=abs(own), other=other, name=sayings.name)
    more = slack(case, deal)
    yield said.say("more" if more else "no_more", more=more)


def _created(share: Fraction | None, said: Words) -> Iterator[str]:
    if share is not None:
        yield said.say("created", share=round(ALL * share)) if share >= 0 else said.say("created_less")


def _never_asked(session: Session, sayings: Sayings) -> str:
    """Say what was never asked, and what is most worth knowing of it."""
    case, said = session.case, sayings.words
    asked = {move.issue for move in _moves(session, sayings.own) if type(move) in (Ask, SayBack)}
    weights = profile_weights(case.parties[1 - sayings.own].points)
    own = case.parties[sayings.own].weights()
    untold = [at for at, known in enumerate(learnt(session.view(sayings.own))) if known.source != TOLD]
    open_ = [at for at in untold if at not in asked]
    if not open_:
        return said.say("all_asked", name=sayings.name)
    most = max(open_, key=lambda at: (abs(weights[at] - own[at]), -at))
    strength = importance(weights[most], sum(weights), len(weights)).name.lower()
    return said.say(
        "never_asked", issue=case.issues[most].name, strength=said.say("strengths", strength), name=sayings.name
    )


def _moves(session: Session, side: int) -> Iterator[Any]:
    for message in session.view(side).messages(side):
        yield from message.moves


def _offered(session: Session) -> list[tuple[int, ...]]:
    return [package for message in session.said if message.offer for package in message.offer.packages]


def _paths(session: Session, sayings: Sayings) -> list[Path]:
    """Return both sides' offers on the plane; of several packages at once all."""
    paths: list[Path] = []
    for kind, side in (("you", sayings.own), ("them", 1 - sayings.own)):
        view = session.view(side)
        packages = [package for m in view.messages(side) if m.offer for package in m.offer.packages]
        points = [own_first(session.case.payoffs(package), sayings) for package in packages]
        label = sayings.words.say(f"{kind}_begin", name=sayings.name)
        paths.append({"kind": kind, "name": label, "points": points, "latest": False})
    return paths


def heard(known: Learnt, sayings: Sayings) -> str:
    """Return how much an issue matters to the other side as far as it was told or shows, in words."""
    said = sayings.words
    if known.source == TOLD:
        return said.say("they_told", level=said.say("levels", known.level), name=sayings.name)
    return said.say("guesses", known.level) if known.level else said.say("nobody_knows")


def _truth(session: Session, sayings: Sayings) -> Table:
    """Return for each issue what it truly matters to both, beside what could be learnt."""
    case, said = session.case, sayings.words
    yours, theirs = (case.parties[side].weights() for side in (sayings.own, 1 - sayings.own))
    rows = []
    for at, known in enumerate(learnt(session.view(sayings.own))):
        thought = heard(known, sayings) if known.level else said.say("not_learnt")
        rows.append([case.issues[at].name, str(yours[at]), str(theirs[at]), thought])
    heads = [said.say("issue"), said.say("to_you"), said.say("to_name", name=sayings.name), said.say("you_learnt")]
    return {"title": said.say("truth"), "head": heads, "rows": rows}
