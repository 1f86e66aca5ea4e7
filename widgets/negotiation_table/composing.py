"""Composing: the learner's draft as the browser holds it, what it would say, and what stands against saying it."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from ...negotiation import Case, NegotiationError
from ...negotiation.table import Manner, Message, Move, Offer, Remark, Session
from ...negotiation.table.fields import Fields
from ...negotiation.table.move_json import move_json, read_move
from ...negotiation.table.moves import MOST_MOVES, MOST_PACKAGES
from ...negotiation.table.sense import reason_against
from .._words import Words
from .manners import manner_of
from .sayings import Sayings

EMPTY: dict[str, Any] = {"packages": [], "says": [], "manner": ""}
PLAIN = "plain"
"""The manner of words that are meant as they stand, whatever they sound like."""
MANNERS = ("", PLAIN, *map(str, Manner))


def checked_draft(draft: Mapping[str, Any], case: Case) -> dict[str, Any]:
    """Return a draft whose packages and moves are of the case; raise TraitError for anything else."""
    try:
        found = Fields(dict(draft), "the draft")
        found.allow(*EMPTY)
        packages = [_package(value, case) for value in found.items("packages", MOST_PACKAGES)]
        says = [move_json(read_move(Fields(value, "the draft"))) for value in found.items("says", MOST_MOVES)]
    except NegotiationError as problem:
        raise traitlets.TraitError(str(problem)) from None
    if draft.get("manner") not in MANNERS:
        raise traitlets.TraitError(f"choose one of {', '.join(MANNERS[1:])} as the manner.")
    return {"packages": packages, "says": says, "manner": draft["manner"]}


def _package(value: Any, case: Case) -> list[int]:
    if not isinstance(value, list) or len(value) != len(case.issues) or not all(type(o) is int for o in value):
        raise NegotiationError("a package of the draft has one whole number for each issue.")
    if any(not 0 <= option < len(issue.options) for option, issue in zip(value, case.issues, strict=True)):
        raise NegotiationError("a package of the draft names an option that its issue has not.")
    return value


def composed(draft: Mapping[str, Any], typed: str, words: Words) -> Message:
    """Return the message that a draft says, with the words that the learner typed."""
    moves: list[Move] = []
    manner = draft["manner"] or manner_of(typed, words)[0]
    if manner not in ("", PLAIN):
        moves.append(Remark(Manner(manner)))
    moves.extend(_said(draft))
    if draft["packages"]:
        moves.append(Offer(tuple(map(tuple, draft["packages"]))))
    return Message(tuple(moves), typed.strip())


def _said(draft: Mapping[str, Any]) -> list[Move]:
    return [read_move(Fields(said, "the draft")) for said in draft["says"]]


def preview(
    draft: Mapping[str, Any], typed: str, session: Session, sayings: Sayings, *, words_alone: bool = False
) -> dict[str, Any]:
    """Return what the browser shows of a draft: what it is worth and says, how it sounds, what stands against it.

    With `words_alone` words may be all that is said, because a person sits opposite.
    """
    words = sayings.words
    manner, cues = manner_of(typed, words)
    message = composed({**draft, "manner": draft["manner"] or manner or PLAIN}, typed, words)  # heard once
    return {
        "worths": [sayings.worth(tuple(package)) for package in draft["packages"]],
        "says": [" ".join(sayings.of(move)) for move in _said(draft)],
        "sounds": _sounds(manner, cues, words) if manner and not draft["manner"] else "",
        "reason": _reason(message, sayings, words_alone=words_alone)
        or reason_against(message, session.case.issues, session.open_packages),
    }


def _sounds(manner: str, cues: Sequence[str], words: Words) -> str:
    found = words.say("between").join(words.say("quoted", text=cue) for cue in cues)
    return words.say("sounds", manner, found=found)


def _reason(message: Message, sayings: Sayings, *, words_alone: bool) -> str:
    """Return why this cannot be sent, in the learner's language, or ""."""
    moves, offer, words = message.moves, message.offer, sayings.words
    if not moves and not (words_alone and message.words):
        return words.say("only_words", name=sayings.name) if message.words else words.say("nothing_to_say")
    if offer and len(set(offer.packages)) < len(offer.packages):
        return words.say("twice_offered")
    if len(moves) > MOST_MOVES:
        return words.say("too_much", most=MOST_MOVES)
    return words.say("twice_said") if len(set(moves)) < len(moves) else ""
