"""A talk that was held in some lesson, as the learner's record has it."""

from dataclasses import dataclass
from pathlib import Path

from ...negotiation import Case, NegotiationError
from ...negotiation.table import Session
from ..record import record_in
from .talk import Talk, read_said, seat, told_apart


@dataclass(frozen=True, slots=True)
class HeldTalk:
    """A talk as far as it was held, and the learner's place (from 0) in it."""

    session: Session
    own: int


def held_talk(  # noqa: PLR0913  # what tells one table from another
    case: Case,
    party: str,
    at: tuple[str, str],
    *,
    counterpart: str = "plain-dealer",
    rounds: int = 12,
    seed: int = 0,
    begin: bool = True,
) -> HeldTalk:
    """Return the talk at the `NegotiationTable` made of the same, in a cell of a lesson (`at`: their names).

    Where the record has none there, or none that this kit can play, nothing has been said in it. Raises
    NegotiationError where the table itself would.
    """
    talk = Talk(case, party, seat(counterpart, seed), rounds, begin=begin)
    kind = ", ".join(("negotiation table", *told_apart(case, party, counterpart, seed)))
    entry = record_in(Path.cwd()).entry((*at, kind))
    try:
        return HeldTalk(talk.play(read_said(entry.state["said"] if entry else [])), talk.own)
    except (NegotiationError, LookupError, TypeError):
        return HeldTalk(talk.play(()), talk.own)
