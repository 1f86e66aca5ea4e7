"""The table: two sides negotiate a case, message by message, and a counterpart answers whoever sits opposite."""

from .between import talk_between
from .counterparts.counterpart import Counterpart, Negotiator
from .counterparts.people import Portrait, counterpart_names, meet, portrait
from .debrief.whole import Debrief, debrief
from .moves import Accept, Ask, Aspect, Manner, Message, Move, Offer, Remark, SayBack, Tell, WalkAway
from .replay import replayed
from .session import Ending, Session, open_session, say
from .standings import Estimate, Standing, standings
from .tournament import Match, Outcome, matches, played
from .transcript import Seat, Transcript, session_of, transcript_of
from .transcript_json import parse_transcript, transcript_json
from .view import Person, Scene, View
from .written import written

__all__ = [
    "Accept",
    "Ask",
    "Aspect",
    "Counterpart",
    "Debrief",
    "Ending",
    "Estimate",
    "Manner",
    "Match",
    "Message",
    "Move",
    "Negotiator",
    "Offer",
    "Outcome",
    "Person",
    "Portrait",
    "Remark",
    "SayBack",
    "Scene",
    "Seat",
    "Session",
    "Standing",
    "Tell",
    "Transcript",
    "View",
    "WalkAway",
    "counterpart_names",
    "debrief",
    "matches",
    "meet",
    "open_session",
    "parse_transcript",
    "played",
    "portrait",
    "replayed",
    "say",
    "session_of",
    "standings",
    "talk_between",
    "transcript_json",
    "transcript_of",
    "written",
]
