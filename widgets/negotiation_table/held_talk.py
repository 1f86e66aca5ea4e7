"""A talk that was held in some lesson, as the learner's record has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...negotiation import Case, NegotiationError
from ...negotiation.table import Session
from ..record import record_in
from .talk import Talk, read_said, seat, told_apart

KIND = "negotiation table"


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
    folder: Path | None = None,
) -> HeldTalk:
    """Return the talk at the `NegotiationTable` made of the same, in a cell of a lesson (`at`: their names).

    The record is the one in the folder, or else beside the notebook.
    It may have been held in another language, for what the learner said there is kept by issue and option. Where the
    record has none there, or none that this kit can play, nothing has been said in it. Raises NegotiationError where
    the table itself would.
    """
    talk = Talk(case, party, seat(counterpart, seed), rounds, begin=begin)
    told = told_apart(case, party, counterpart, seed)
    for said in _kept(folder or Path.cwd(), at, told):
        try:
            return HeldTalk(talk.play(read_said(said)), talk.own)
        except (NegotiationError, LookupError, TypeError):
            continue
    return HeldTalk(talk.play(()), talk.own)


def _kept(folder: Path, at: tuple[str, str], told: tuple[str, ...]) -> Iterator[Any]:
    """Yield what was said at a table told apart by this: with the case's own title first, then with others."""
    entries, own = record_in(folder).entries(*at), ", ".join((KIND, *told))
    if own in entries:
        yield entries[own].state.get("said")
    same = ", ".join(("", *told[1:]))
    for kind, entry in entries.items():
        if kind != own and kind.startswith(f"{KIND}, ") and kind.endswith(same):
            yield entry.state.get("said")
