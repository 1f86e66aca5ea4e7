"""A talk written down as text that people read: who said what, and what it meant."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..case import Package
from ..letters import CONTROL, STEERING
from .moves import Accept, Ask, Message, Move, Offer, Remark, SayBack, Tell
from .parts.voice import read_words
from .session import Session

Labels = Mapping[str, Any]
NO_TEXT = "\N{REPLACEMENT CHARACTER}"


def written(session: Session, language: str = "en") -> str:
    """Return the talk as text, a paragraph for each round, in a language that counterparts speak.

    What was said stands in quotes as it was said, and below it what the moves of the message were. Whatever people
    write stays on its line, so that nobody can add lines to the talk. Raises NegotiationError for another language.
    """
    labels = read_words(language, "written")
    return "\n".join([session.case.title, *_lines(session, labels), "", labels["ending"][session.ending or ""]]) + "\n"


def _lines(session: Session, labels: Labels) -> Iterator[str]:
    for number, message in enumerate(session.said):
        if number % 2 == 0:
            yield ""
            yield labels["round"].format(number=number // 2 + 1)
        yield _speech(session.scene.people[session.speaker(number)].name, message, labels)
        yield from (f"  {_meaning(move, session, labels)}" for move in message.moves)


def _speech(name: str, message: Message, labels: Labels) -> str:
    words = _on_one_line(message.words)
    return labels["speaker" if words else "silent"].format_map({"name": name, "words": words})  # type: ignore[no-any-return]


def _meaning(move: Move, session: Session, labels: Labels) -> str:
    match move:
        case Offer(packages):
            meant = labels["offer"].format(
                package="; ".join(_package(package, session, labels) for package in packages)
            )
        case Accept(package):
            meant = labels["accept"].format(package=_package(package, session, labels))
        case Ask(aspect, issue):
            meant = labels["ask"][aspect].format(issue="" if issue is None else session.case.issues[issue].name)
        case Tell() | SayBack():
            key = "tell" if isinstance(move, Tell) else "say_back"
            name, what = session.case.issues[move.issue].name, ", ".join(_facts(move, session, labels))
            meant = labels[key].format(issue=name, what=what)
        case Remark(manner, words):
            meant = f"{labels['manner'][manner]}: {_on_one_line(words)}" if words else labels["manner"][manner]
        case _:
            meant = labels["walk_away"]
    return str(meant)


def _facts(move: Tell | SayBack, session: Session, labels: Labels) -> Iterator[str]:
    if move.importance:
        yield labels["importance"][move.importance]
    if move.wanted is not None:
        yield labels["wanted"].format(option=session.case.issues[move.issue].options[move.wanted])
    if isinstance(move, Tell) and move.why:
        yield _on_one_line(move.why)


def _on_one_line(words: str) -> str:
    """Return what somebody wrote without line breaks, and with a sign for each letter that would do anything."""
    return STEERING.sub(NO_TEXT, CONTROL.sub(NO_TEXT, " ".join(words.split())))


def _package(package: Package, session: Session, labels: Labels) -> str:
    settled = session.case.in_words(package).items()
    return "(" + ", ".join(labels["setting"].format(issue=issue, option=option) for issue, option in settled) + ")"
