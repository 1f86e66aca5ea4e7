"""A transcript as JSON, which people may keep and send, and which is read as if somebody hostile had written it."""

import json
from typing import Any

from ..errors import NegotiationError
from .fields import Fields
from .move_json import move_json, read_move
from .moves import LONGEST_WORDS, MOST_MOVES, Message, Move
from .session import MOST_ROUNDS
from .strict_json import read_json
from .transcript import Seat, Transcript

LONGEST_NAME = 200


def transcript_json(transcript: Transcript) -> str:
    """Return the transcript as JSON, a line for each message."""
    head = {
        "talk": transcript.title,
        "case": transcript.case_digest,
        "version": transcript.version,
        "rounds": transcript.rounds,
        "first": transcript.first,
        "seats": [seat_json(seat) for seat in transcript.seats],
    }
    said = ",\n  ".join(json.dumps(message_json(message), ensure_ascii=False) for message in transcript.said)
    return json.dumps(head, ensure_ascii=False)[:-1] + f', "said": [\n  {said}\n]}}\n'


def parse_transcript(text: str) -> Transcript:
    """Return the transcript in a JSON text.

    Raises NegotiationError, in one sentence that names the place, for whatever `transcript_json` cannot have
    written. Whether a case allows what was said, `session_of` tells.
    """
    top = Fields(read_json(text), "the transcript")
    top.allow("talk", "case", "version", "rounds", "first", "seats", "said")
    seats = [read_seat(Fields(value, f"seat {n}")) for n, value in enumerate(top.items("seats", 2), 1)]
    said = top.items("said", 2 * MOST_ROUNDS)
    return Transcript(
        title=top.text("talk", LONGEST_NAME),
        case_digest=top.text("case", LONGEST_NAME),
        rounds=top.number("rounds"),
        first=top.number("first"),
        seats=_two(seats),
        said=tuple(read_message(Fields(value, f"message {n}")) for n, value in enumerate(said, 1)),
        version=top.number("version"),
    )


def seat_json(seat: Seat) -> dict[str, Any]:
    """Return who spoke for a party as an object of JSON."""
    who = {"counterpart": seat.counterpart, "seed": seat.seed, "language": seat.language}
    late = {"since": seat.since} if seat.since else {}
    return {"party": seat.party} | (who | late if seat.counterpart else {})


def read_seat(fields: Fields) -> Seat:
    """Return who spoke for a party; raise NegotiationError, naming the place, where the object says nothing of it."""
    fields.allow("party", "counterpart", "seed", "language", "since")
    return Seat(
        fields.text("party", LONGEST_NAME),
        fields.text("counterpart", LONGEST_NAME, ""),
        fields.number("seed", 0),
        fields.text("language", LONGEST_NAME, "en"),
        fields.number("since", 0),
    )


def _two(seats: list[Seat]) -> tuple[Seat, Seat]:
    if len(seats) < 2:  # noqa: PLR2004  # two sides
        raise NegotiationError("the transcript, seats: two should stand here, one for each party.")
    return seats[0], seats[1]


def message_json(message: Message) -> dict[str, Any]:
    """Return a message as an object of JSON."""
    moves = [move_json(move) for move in message.moves]
    return {"moves": moves} | ({"words": message.words} if message.words else {})


def read_message(fields: Fields) -> Message:
    """Return the message in an object of JSON; raise NegotiationError, naming the place, where it is none."""
    fields.allow("moves", "words")
    moves: list[Move] = []
    for number, value in enumerate(fields.items("moves", MOST_MOVES), 1):
        moves.append(read_move(Fields(value, f"{fields.where}, move {number}")))
    return Message(tuple(moves), fields.text("words", LONGEST_WORDS, ""))
