"""Ended: what a talk came to, once it is over, with the other side's points on the table."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ...negotiation import Payoffs
from ...negotiation.table import Aspect, Debrief, Ending, Session
from ...negotiation.table.debrief.steps import offered
from .._words import Words
from ..contract import Table
from ..plane import backdrop
from .dance import dance_table, over_time, paths
from .learnt import TOLD, Learnt, learnt
from .looking_back import better_package, missed, mood_turned, step_table
from .sayings import Sayings

ALL = 100  # percent


def result(session: Session, sayings: Sayings) -> str:
    """Return in one sentence how a talk ended, with what both have of it."""
    said, (you, them) = sayings.words, own_first(session.payoffs, sayings)
    if session.ending is Ending.AGREED:
        return said.say("agreed", you=you, them=them, name=sayings.name)
    left = session.speaker(len(session.said) - 1) == sayings.own
    key = "time_over" if session.ending is Ending.OUT_OF_TIME else "you_left" if left else "they_left"
    return said.say(key, you=you, them=them, name=sayings.name)


def earlier(session: Session, sayings: Sayings) -> str:
    """Return how the talk that was played before ended."""
    return sayings.words.say("earlier", result=result(session, sayings))


def own_first(payoffs: Payoffs, sayings: Sayings) -> list[int]:
    """Return payoffs with the learner's own first."""
    return [payoffs[sayings.own], payoffs[1 - sayings.own]]


def after(session: Session, found: Debrief, seen: list[str], sayings: Sayings) -> dict[str, Any]:
    """Return what a talk that is over shows: its value, its offers on the plane, its steps, and what was never asked.

    `seen` are the faces that the other side made, see `faces`.
    """
    case, deal = session.case, session.agreement
    dance = list(offered(session))
    return {
        "findings": [
            *_value(found, sayings),
            *missed(found, sayings),
            _never_asked(found, sayings),
            *better_package(found, sayings),
            *mood_turned(seen, sayings),
        ],
        "steps": step_table(found, sayings),
        "plane": {
            **backdrop(case, lambda pair: own_first(pair, sayings), (one.package for one in dance)),
            "paths": paths(dance, sayings),
            "here": None if deal is None else own_first(case.payoffs(deal), sayings),
            "summary": result(session, sayings),
        },
        "over_time": over_time(session, dance, sayings),
        "dance": dance_table(dance, sayings),
        "truth": _truth(session, sayings),
    }


def _value(found: Debrief, sayings: Sayings) -> Iterator[str]:
    """Say what the deal creates and who gained what; without a deal, whether there was one to be had."""
    came, said = found.result, sayings.words
    if not came.could_agree:
        yield said.say("no_zone" if came.agreement is None else "no_zone_signed")
        return
    if came.slack is None:
        return
    yield from _created(came.created, said)
    own, other = own_first(came.gains, sayings)
    if own < 0:
        yield said.say("gave_away", own=-own, other=other, name=sayings.name)
        return
    yield said.say("claimed", own=own, other=other, name=sayings.name)
    yield said.say({0: "no_more", 1: "more_by_one"}.get(came.slack, "more"), more=came.slack)


def _created(share: Fraction | None, said: Words) -> Iterator[str]:
    if share is not None:
        yield said.say("created", share=round(ALL * share)) if share >= 0 else said.say("created_less")


def _never_asked(found: Debrief, sayings: Sayings) -> str:
    """Say what was never asked, and what the answer would have been: of several questions the most telling one."""
    said, unasked = sayings.words, found.sides[sayings.own].never_asked
    if not unasked:
        return said.say("all_asked", name=sayings.name)
    first = unasked[0]
    names = said.say("between").join(sayings.case.issues[tell.issue].name for tell in first.told)
    if first.ask.aspect is Aspect.MOST:
        return said.say("never_asked_most", issues=names, name=sayings.name)
    strength = first.told[0].importance
    told = said.say("strengths", strength.name.lower() if strength else "little")
    return said.say("never_asked", issue=names, strength=told, name=sayings.name)


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
