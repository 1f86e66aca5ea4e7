"""Targets: transcripts of talks, as students hand them in."""

import json
from pathlib import Path

from biggerpie.negotiation import load_case
from biggerpie.negotiation.table import (
    Seat,
    meet,
    parse_transcript,
    replayed,
    talk_between,
    transcript_json,
    transcript_of,
    written,
)

from .mutate_json import mutated_json
from .target import Target


def transcript(_: Path) -> Target:
    """Read a transcript, play it again, and write it down."""
    case = load_case("apple-juice")
    session = talk_between(case, (meet("plain-dealer", 1), meet("touchy", 2)))
    seats = (Seat("press"), Seat("chain", "touchy", 2))
    data = json.loads(transcript_json(transcript_of(session, seats)))

    def read(content: bytes) -> None:
        written(replayed(parse_transcript(content.decode("utf-8", "replace")), case))

    return Target(lambda draw: mutated_json(data, draw), read)
