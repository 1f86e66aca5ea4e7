"""A bet that a learner made in some lesson, as the record has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .._words import words
from ..record import Entry, Record, State


@dataclass(frozen=True, slots=True)
class Bet:
    """A bet in a cell of a lesson, by its name in a file of words, `among`.

    `right` is the choice that comes out (from 0), where the words don't say so.
    """

    lesson: str
    place: str
    among: str
    name: str
    right: int | None = None


@dataclass(frozen=True, slots=True)
class MadeBet:
    """A bet's question, the choice that came out, and the one that was bet on, None before the bet has run."""

    lesson: str
    question: str
    came_out: str
    bet_on: str | None

    @property
    def won(self) -> bool:
        """Whether the learner bet on what came out."""
        return self.bet_on == self.came_out


def made_bet(record: Record, bet: Bet) -> MadeBet:
    """Return what the record holds of a bet, in the words that are spoken now.

    Of a bet that was made again, the first is taken, as far as the record holds it.
    """
    said = words(bet.among)
    told = said.get("bets", said)[bet.name]
    texts = [choice["text"] for choice in told["choices"]]
    widget = "question" if bet.among.startswith("questions/") else bet.among.replace("_", " ")
    states = _states(record.entries(bet.lesson, bet.place), f"{widget}, {bet.name}")
    made = next((choice for state in states if (choice := _choice(state, len(texts))) is not None), None)
    came_out = texts[told["right"] if bet.right is None else bet.right]
    return MadeBet(bet.lesson, told["question"], came_out, None if made is None else texts[made])


def _states(entries: Mapping[str, Entry], kind: str) -> Iterator[State]:
    """Yield the states that were kept of a kind, whatever it is about: what stood there before, then what does."""
    for found, entry in entries.items():
        if found == kind or found.startswith(f"{kind}, "):
            yield from (state for state in (entry.before, entry.state) if state is not None)


def _choice(state: State, count: int) -> int | None:
    """Return the choice that was bet on, None before the bet has run; what is no choice is none."""
    made: Any = state.get("prediction")
    return made if state.get("ran") is True and type(made) is int and 0 <= made < count else None
