"""The preparation sheet: what a learner notes before a talk, and what is said about it from their own points."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from ...negotiation import Case, Importance, NegotiationError
from ...negotiation.analysis.importance import importances
from ...negotiation.table import Ask, Session
from ...negotiation.table.fields import Fields
from ...negotiation.table.move_json import move_json, read_move
from .sayings import Sayings, last_package

OPEN = -1
QUESTIONS = 3
STRENGTHS = ("", *(strength.name.lower() for strength in Importance))
MOST_POINTS = 1_000_000


def blank(case: Case) -> dict[str, Any]:
    """Return the sheet before anything is noted."""
    issues = len(case.issues)
    return {"matter": [""] * issues, "least": None, "questions": [None] * QUESTIONS, "opening": [OPEN] * issues}


def checked_plan(plan: Mapping[str, Any], case: Case) -> dict[str, Any]:
    """Return a sheet that fits the case; raise TraitError for anything else."""
    wanted = blank(case)
    if set(plan) != set(wanted):
        raise traitlets.TraitError(f"the sheet has the fields {', '.join(wanted)}.")
    matter, least, questions, opening = (plan[name] for name in wanted)
    if not _are(matter, wanted["matter"], lambda value, _: value in STRENGTHS):
        raise traitlets.TraitError(f"say of each issue one of {', '.join(STRENGTHS[1:])}, or nothing.")
    if least is not None and (type(least) is not int or not 0 <= least <= MOST_POINTS):
        raise traitlets.TraitError("the least that you would accept is a whole number of points.")
    if not _are(questions, wanted["questions"], lambda value, _: value is None or _is_question(value, case)):
        raise traitlets.TraitError("a question on the sheet is one that can be asked at this table.")
    if not _are(opening, wanted["opening"], lambda value, at: _is_option(value, len(case.issues[at].options))):
        raise traitlets.TraitError("the opening offer has one option for each issue, or none yet.")
    return {"matter": list(matter), "least": least, "questions": list(questions), "opening": list(opening)}


def _are(values: Any, wanted: Sequence[Any], fits: Any) -> bool:
    is_list = isinstance(values, list) and len(values) == len(wanted)
    return is_list and all(fits(value, at) for at, value in enumerate(values))


def _is_option(value: Any, options: int) -> bool:
    return type(value) is int and OPEN <= value < options


def _is_question(value: Any, case: Case) -> bool:
    try:
        ask = read_move(Fields(value, "the sheet"))
    except NegotiationError:
        return False
    return type(ask) is Ask and (ask.issue is None or 0 <= ask.issue < len(case.issues))


def notes(plan: Mapping[str, Any], sayings: Sayings) -> dict[str, Any]:
    """Return what is said of the sheet: of what matters, of the alternative, of the opening offer."""
    party, said = sayings.case.parties[sayings.own], sayings.words
    least, floor, opening = plan["least"], party.reservation_value, plan["opening"]
    key = "least_open" if least is None else "least_low" if least < floor else "least_fine"
    return {
        "matter": _of_what_matters(plan["matter"], sayings),
        "least": said.say(key, floor=floor, least=least),
        "opening": said.say("opening_open") if OPEN in opening else sayings.worth(tuple(opening)),
    }


def _of_what_matters(matter: Sequence[str], sayings: Sayings) -> str:
    """Say where the sheet and the points differ, of several issues the weightiest first."""
    party, said = sayings.case.parties[sayings.own], sayings.words
    true = [strength.name.lower() for strength in importances(party.points)]
    if not any(matter):
        return said.say("matter_open")
    other = [at for at, noted in enumerate(matter) if noted and noted != true[at]]
    if not other:
        return said.say("matter_fine" if all(matter) else "matter_so_far")
    first = max(other, key=lambda at: party.weights()[at])
    return said.say("matter_other", issue=sayings.case.issues[first].name, true=said.say("strengths", true[first]))


def first_package(plan: Mapping[str, Any], session: Session, sayings: Sayings) -> list[int]:
    """Return the package that the next offer begins with: the last one, else that of the sheet, else one's own best."""
    last = last_package(session.view(sayings.own).messages(sayings.own))
    best = [row.index(max(row)) for row in sayings.case.parties[sayings.own].points]
    return list(last or [choice if choice != OPEN else best[at] for at, choice in enumerate(plan["opening"])])


def planned(plan: Mapping[str, Any], session: Session, sayings: Sayings) -> list[dict[str, Any]]:
    """Return the questions on the sheet that have not been asked yet, as moves and in words."""
    asked = session.view(sayings.own).moves(sayings.own)
    asks = [read_move(Fields(value, "the sheet")) for value in plan["questions"] if value]
    return [
        {"move": move_json(ask), "text": " ".join(sayings.of(ask))} for ask in dict.fromkeys(asks) if ask not in asked
    ]
