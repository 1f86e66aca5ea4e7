"""The answer `transcript`: one talk with a counterpart, played again, and what was tried in it."""

from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType

from ...answers.answer import Answer, is_blank
from ...negotiation import Case, NegotiationError
from ...negotiation.table import Ending, Session, Transcript, parse_transcript, replayed, session_of
from ...negotiation.table.transcript import LONGEST
from ..dossiers.at_table import AtTable
from ..report.mark import Mark, gained, lost, note, unread
from ..report.report import Finding, Tone
from .one_line import one_line
from .rubric import Check, Rubric
from .tried import ASKED, GAVE, GOT, TOLD, Tried, tried
from .unread import also, unmarked

Earned = tuple[float, tuple[Finding, ...]]
"""The points that a talk earns, and what there is to say about it."""
AROUND = " \t\r\n\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
"""What may stand around a pasted text unseen."""
NONE_YET = "no talk stands here yet; negotiate at the table, and write the talk into this cell once it is over."
SAYINGS = (
    f"different questions asked: {{}} of {ASKED}.",
    f"issues on which you told what is true of your side: {{}} of {TOLD}.",
    f"offers of yours, after a question, that held more for the other side than your offer before: {{}} of {GAVE}.",
    f"such offers that were answered at once with the best offer to you so far, or with a yes: {{}} of {GOT}.",
)


ENDINGS = MappingProxyType(
    {
        Ending.AGREED: "The talk ended with a deal",
        Ending.WALKED_AWAY: "The talk ended without a deal, because one side left",
        Ending.OUT_OF_TIME: "The talk ended without a deal, because the rounds were over",
    }
)


class UnreadableError(NegotiationError):
    """A text that is no transcript at all, so that a person must look at it."""


def read_transcript(answer: Answer) -> Transcript:
    """Return the transcript that the answer's text holds, below remarks.

    Raises NegotiationError where nothing stands there, and UnreadableError for a text that is none or too long.
    """
    text = "\n".join(line for line in (answer.text or "").split("\n") if not line.startswith("#")).strip(AROUND)
    if not text:
        raise NegotiationError(NONE_YET)
    if len(text) > LONGEST:
        raise UnreadableError(f"the transcript is {len(text):,} characters long; no talk is longer than {LONGEST:,}.")
    read = _parsed(text)
    if isinstance(read, Transcript):
        return read
    raise NegotiationError(NONE_YET) if is_blank(answer) else UnreadableError(read)


def talk_of(answer: Answer, table: AtTable) -> Session:
    """Return the talk that a transcript holds, every message of the counterpart compared with what it says.

    Raises NegotiationError with one sentence for a transcript of another version, case, table or student, for one in
    which the counterpart says anything else, and for a talk that is not over.
    """
    transcript = read_transcript(answer)
    session = session_of(transcript, table.case)
    if reason := _of_another_table(transcript, table):
        raise NegotiationError(reason)
    replayed(transcript, table.case)
    if not session.ending:
        raise NegotiationError(
            "the transcript stops before the talk is over; hand in all of it, down to the deal or to whoever left."
        )
    return session


def marked_talk(answer: Answer, points: float, table: AtTable, earned: Callable[[Session], Earned]) -> Mark:
    """Return the mark of a talk that is really one at this table; another earns nothing, and its sentence says why.

    `earned` gives the points and the findings. What the talk came to is not marked, because what the counterpart wants
    can be looked into where it runs.
    """
    try:
        session = talk_of(answer, table)
    except UnreadableError as problem:
        return Mark(0, points, (unread(one_line(problem)), *also(answer, ())))
    except NegotiationError as problem:
        return unmarked(answer, (), points, one_line(problem))
    own, findings = earned(session)
    return Mark(own, points, (*findings, note(ending_of(session)), *also(answer, ())))


def checked_talk(answer: Answer, table: AtTable, findings: Callable[[Session], tuple[Finding, ...]]) -> Check:
    """Say whether it is the talk at this table, and what was found in it: what is whole, and what falls short."""
    try:
        session = talk_of(answer, table)
    except UnreadableError as problem:
        return Check("This is not a talk", (), (one_line(problem),))
    except NegotiationError as problem:
        return Check("This talk would not count", advice=(one_line(problem),))
    found = findings(session)
    whole, short = (tuple(one.text for one in found if one.tone is tone) for tone in (Tone.GAINED, Tone.LOST))
    return Check(ending_of(session), whole, advice=short)


def mark_transcript(answer: Answer, points: float, table: AtTable) -> Mark:
    """Return the mark: a quarter each for asking, telling, giving and getting, as far as each was tried."""

    def earned(session: Session) -> Earned:
        did = tried(session, 0)
        return points * (sum(count / most for count, most in did.parts) / len(did.parts)), _findings(did)

    return marked_talk(answer, points, table, earned)


def check_transcript(case: Case, party: str, answer: Answer, table: AtTable) -> Check:
    """Say whether it is the talk at this table, and what was tried in it."""
    return checked_talk(answer, table, lambda session: _findings(tried(session, 0)))


def _of_another_table(transcript: Transcript, table: AtTable) -> str:
    """Return a sentence that says why a transcript is not of a talk at this table, "" where it is."""
    own, other = transcript.seats
    if own.counterpart:
        return "a counterpart speaks for your side in this transcript; hand in a talk that you held yourself."
    if other.counterpart != table.counterpart:
        met = repr(other.counterpart) if other.counterpart else "a person"
        return f"the transcript is of a talk with {met}, and {table.counterpart!r} sits at your table; talk with them."
    if other.since:
        return "a person sat opposite you at first in this transcript; hand in a talk with the counterpart alone."
    if other.seed != table.seed:
        return (
            f"the transcript is of table number {other.seed}, and yours is number {table.seed}; hand in a talk that "
            "you held yourself, on your own case."
        )
    if (transcript.rounds, transcript.first) != (table.rounds, 0):
        return f"at your table you speak first, in {table.rounds} rounds at the most; hand in a talk held so."
    return ""


@lru_cache(maxsize=64)
def _parsed(text: str) -> Transcript | str:
    """Return the transcript in a text, or the sentence that refuses it.

    Kept, for `biggerpie copying` marks an answer on thousands of cases.
    """
    try:
        return parse_transcript(text)
    except NegotiationError as problem:
        return str(problem)


def _findings(did: Tried) -> tuple[Finding, ...]:
    return tuple(
        (gained if count == most else lost)(said.format(count))
        for said, (count, most) in zip(SAYINGS, did.parts, strict=True)
    )


def ending_of(session: Session) -> str:
    """Return how and in which round a talk ended."""
    ended = ENDINGS[session.ending] if session.ending else "The talk goes on"
    return f"{ended} in round {(len(session.said) + 1) // 2}."


TRANSCRIPT = Rubric(
    "transcript",
    check=check_transcript,
    mark=lambda case, party, answer, points, table: mark_transcript(answer, points, table),
)
