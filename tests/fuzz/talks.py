"""Targets: transcripts of talks, as students hand them in and as learners load them."""

import json
from pathlib import Path
from typing import Any

from biggerpie.negotiation import NegotiationError, load_case
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
from biggerpie.widgets import TalkReplay

from .mutate_json import mutated_json
from .target import Target

CASE = load_case("apple-juice")


def data_of_a_talk() -> Any:
    """Return a talk about the apple juice, as JSON holds it."""
    session = talk_between(CASE, (meet("plain-dealer", 1), meet("touchy", 2)))
    seats = (Seat("press"), Seat("chain", "touchy", 2))
    return json.loads(transcript_json(transcript_of(session, seats)))


def transcript(_: Path) -> Target:
    """Read a transcript, play it again, and write it down."""
    data = data_of_a_talk()

    def read(content: bytes) -> None:
        written(replayed(parse_transcript(content.decode("utf-8", "replace")), CASE))

    return Target(lambda draw: mutated_json(data, draw), read)


def loaded_talk(_: Path) -> Target:
    """Load a talk that was saved, and go through it; whatever is none is refused in a sentence of the widget's."""
    data = data_of_a_talk()

    def load(content: bytes) -> None:
        widget = TalkReplay()
        widget.given = content.decode("utf-8", "replace")
        for at in range(1, widget.picture["last"] + 1):
            widget.at = at
        if widget.refused:
            raise NegotiationError(widget.refused)

    return Target(lambda draw: mutated_json(data, draw), load)
