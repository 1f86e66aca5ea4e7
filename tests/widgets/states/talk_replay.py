"""A kept talk, gone through again."""

from biggerpie.negotiation import load_case
from biggerpie.negotiation.table import Seat, meet, talk_between, transcript_json, transcript_of
from biggerpie.widgets import TalkReplay

from ..agreed_table import agreed_table


def _blank_talk_replay() -> TalkReplay:
    """Before anything was loaded."""
    return TalkReplay()


def watched_talk_replay() -> TalkReplay:
    """A talk of two counterparts, which may be seen from either chair, at its fourth message."""
    case = load_case("school-holidays")
    session = talk_between(case, (meet("plain-dealer", 1), meet("warm-and-vague", 2)), rounds=8)
    seats = Seat("mother", "plain-dealer", 1), Seat("father", "warm-and-vague", 2)
    widget = TalkReplay()
    widget.given = transcript_json(transcript_of(session, seats))
    widget.side, widget.at = 1, 4
    return widget


def loaded_talk_replay() -> TalkReplay:
    """The learner's own talk, at its end."""
    widget = TalkReplay()
    widget.given = transcript_json(agreed_table().transcript)
    widget.at = len(agreed_table().session.said)
    return widget
