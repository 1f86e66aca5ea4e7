"""A kept talk: read from a text that may come from anybody, and played again, or refused in one sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...negotiation import Case, NegotiationError
from ...negotiation.case_file import kit_cases_titled
from ...negotiation.table import Session, Transcript, parse_transcript, replayed
from ...negotiation.table.transcript import LONGEST, VERSION, case_digest
from .._words import Words, languages


@dataclass(frozen=True, slots=True)
class KeptTalk:
    """A talk that is over, played again, and who sat where."""

    transcript: Transcript
    session: Session

    @property
    def people(self) -> list[int]:
        """The places (from 0) in which people sat, and not counterparts."""
        return [place for place, seat in enumerate(self.transcript.seats) if not seat.counterpart]


def kept_talk(text: str, cases: Iterable[Case], words: Words) -> KeptTalk:
    """Return the talk that a text holds, about one of these cases or of the kit's.

    Raises NegotiationError, in one sentence in the words' language, for a text that is none or too long, for a talk of
    another version, about an unknown case or not over, and where a counterpart says what it never says.
    """
    if len(text) > LONGEST:
        raise NegotiationError(words.say("too_long", most=f"{LONGEST:,}"))
    try:
        transcript = parse_transcript(text)
    except NegotiationError:
        raise NegotiationError(words.say("no_talk")) from None
    if transcript.version != VERSION:
        raise NegotiationError(words.say("other_version", version=transcript.version, own=VERSION))
    known = (*cases, *kit_cases_titled(transcript.title, languages()))
    fitting = [case for case in known if _fits(transcript, case)]
    if not fitting:
        raise NegotiationError(words.say("unknown_case", title=transcript.title))
    for session in _sessions(transcript, fitting):
        if not session.ending:
            raise NegotiationError(words.say("not_over"))
        return KeptTalk(transcript, session)
    raise NegotiationError(words.say("never_said", title=transcript.title))


def _sessions(transcript: Transcript, cases: Iterable[Case]) -> Iterator[Session]:
    for case in cases:
        try:
            yield replayed(transcript, case)
        except NegotiationError:
            continue


def _fits(transcript: Transcript, case: Case) -> bool:
    parties = [seat.party for seat in transcript.seats]
    return transcript.case_digest == case_digest(case) and parties == [party.name for party in case.parties]
