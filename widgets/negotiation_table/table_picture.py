"""The picture of a talk: the conversation, what is on the table, what is learnt, and the end."""

from collections.abc import Sequence
from typing import Any

from ...negotiation.table import Session, debrief, transcript_json, written
from ..saved_as import saved_as
from .ended import after, heard, result
from .faces import faces
from .learnt import TOLD, Learnt, learnt
from .sayings import Sayings, last_package
from .talk import Talk


def picture(session: Session, sayings: Sayings, talk: Talk) -> dict[str, Any]:
    """Return all that the browser draws and says of a session; the other side's points only once it is over."""
    over = session.ending is not None
    view, seen = session.view(sayings.own), faces(session, talk.person, 1 - sayings.own)
    summary = result(session, sayings) if over else _left(session, sayings)
    return {
        "log": log(session, sayings, seen),
        "face": seen[-1],
        "look": look(seen[-1], sayings),
        "open": [] if over else [sayings.package(package) for package in view.open_packages],
        "learnt": [learnt_row(at, known, sayings) for at, known in enumerate(learnt(view))],
        "ended": _ended(session, seen, sayings, talk) if over else None,
        "summary": summary,
    }


def _ended(session: Session, seen: list[str], sayings: Sayings, talk: Talk) -> dict[str, Any]:
    transcript = talk.transcript(session)
    found = debrief(session, transcript.seats)
    return {
        **after(session, found, seen, sayings),
        "transcript": transcript_json(transcript),
        "written": written(session, talk.language),
        "file": saved_as(session.case.title),
    }


def _left(session: Session, sayings: Sayings) -> str:
    turns = session.view(sayings.own).turns_left
    key = "last_turn" if turns == 1 else "turns_left"
    return sayings.words.say(key, round=session.round, rounds=session.rounds, turns=turns, name=sayings.name)


def log(session: Session, sayings: Sayings, seen: Sequence[str]) -> list[dict[str, Any]]:
    """Return each message: who says it, the sentences, the packages, and the face of the other one by then."""
    told: list[dict[str, Any]] = []
    for number, message in enumerate(session.said):
        own = session.speaker(number) == sayings.own
        before = last_package(session.said[number % 2 : number : 2])
        mood = "" if own else seen[number + 1]
        told.append(
            {
                "own": own,
                "says": sayings.message(message) if own else [message.words],
                "offers": sayings.offers(message, before),
                "face": mood,
                "look": look(mood, sayings),
            }
        )
    return told


def look(mood: str, sayings: Sayings) -> str:
    """Return in words how the other side looks; "" for a face that nobody saw."""
    return sayings.words.say("looks", mood, name=sayings.name) if mood else ""


def learnt_row(at: int, known: Learnt, sayings: Sayings) -> dict[str, Any]:
    """Return what is learnt of one issue, in words and as the length of a bar (0 to 3)."""
    issue, said = sayings.case.issues[at], sayings.words
    text = heard(known, sayings)
    if known.wanted is not None:
        way = "told_way" if known.wanted_source == TOLD else "guessed_way"
        text = f"{text} {said.say(way, option=issue.options[known.wanted])}"
    return {"name": issue.name, "level": known.level, "sure": known.source, "text": text}
