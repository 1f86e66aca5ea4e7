"""Each move as JSON, and read from it again: an object whose field "move" names it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from ..analysis.importance import Importance
from ..case import Package
from ..errors import NegotiationError, did_you_mean, listing
from .fields import Fields
from .moves import (
    LONGEST_WORDS,
    MOST_PACKAGES,
    Accept,
    Ask,
    Aspect,
    Manner,
    Move,
    Offer,
    Remark,
    SayBack,
    Tell,
    WalkAway,
)

MOST_ISSUES = 100
LONGEST_NAME = 60
Word = TypeVar("Word", bound=StrEnum)


def move_json(move: Move) -> dict[str, Any]:
    """Return a move as an object of JSON."""
    fields: dict[str, Any] = {}
    match move:
        case Offer(packages):
            fields = {"move": "offer", "packages": [list(package) for package in packages]}
        case Accept(package):
            fields = {"move": "accept", "package": list(package)}
        case WalkAway():
            fields = {"move": "walk away"}
        case Ask(aspect, issue):
            fields = {"move": "ask", "aspect": str(aspect), "issue": issue}
        case Tell(issue, importance, wanted, why):
            fields = {
                "move": "tell",
                "issue": issue,
                "importance": importance and str(importance),
                "wanted": wanted,
                "why": why or None,
            }
        case SayBack(issue, importance, wanted):
            fields = {
                "move": "say back",
                "issue": issue,
                "importance": importance and str(importance),
                "wanted": wanted,
            }
        case Remark(manner, words):
            fields = {"move": "remark", "manner": str(manner), "words": words or None}
    return {name: value for name, value in fields.items() if value is not None}


def read_move(fields: Fields) -> Move:
    """Return the move in an object of JSON; raise NegotiationError, naming the place, where it is none."""
    name = fields.text("move", LONGEST_NAME)
    if name not in READERS:
        raise NegotiationError(f"{fields.where}: {name!r} is not a move{did_you_mean(name, READERS)}")
    return READERS[name](fields)


def _offer(fields: Fields) -> Offer:
    fields.allow("move", "packages")
    packages = fields.items("packages", MOST_PACKAGES)
    return Offer(tuple(_package(value, fields.where) for value in packages))


def _accept(fields: Fields) -> Accept:
    fields.allow("move", "package")
    return Accept(_package(fields.items("package", MOST_ISSUES), fields.where))


def _walk_away(fields: Fields) -> WalkAway:
    fields.allow("move")
    return WalkAway()


def _ask(fields: Fields) -> Ask:
    fields.allow("move", "aspect", "issue")
    return Ask(_word(fields, "aspect", Aspect), _place(fields, "issue"))


def _tell(fields: Fields) -> Tell:
    fields.allow("move", "issue", "importance", "wanted", "why")
    return Tell(*_about(fields), fields.text("why", LONGEST_WORDS, ""))


def _say_back(fields: Fields) -> SayBack:
    fields.allow("move", "issue", "importance", "wanted")
    return SayBack(*_about(fields))


def _remark(fields: Fields) -> Remark:
    fields.allow("move", "manner", "words")
    return Remark(_word(fields, "manner", Manner), fields.text("words", LONGEST_WORDS, ""))


READERS: dict[str, Callable[[Fields], Move]] = {
    "offer": _offer,
    "accept": _accept,
    "walk away": _walk_away,
    "ask": _ask,
    "tell": _tell,
    "say back": _say_back,
    "remark": _remark,
}


def _about(fields: Fields) -> tuple[int, Importance | None, int | None]:
    importance = _word(fields, "importance", Importance) if "importance" in fields.fields else None
    return fields.number("issue"), importance, _place(fields, "wanted")


def _place(fields: Fields, name: str) -> int | None:
    return fields.number(name) if name in fields.fields else None


def _word(fields: Fields, name: str, words: type[Word]) -> Word:
    written = fields.text(name, LONGEST_NAME)
    if written not in list(words):
        raise NegotiationError(f"{fields.where}, {name}: {written!r} is none of {listing(map(str, words), 'or')}.")
    return words(written)


def _package(value: Any, where: str) -> Package:
    if not isinstance(value, list) or len(value) > MOST_ISSUES or not all(type(option) is int for option in value):
        raise NegotiationError(f"{where}: a package should stand here, one whole number for each issue.")
    return tuple(value)
