"""Two talks side by side: what a learner's first and last one came to, and what they did in each."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape

from ...negotiation import value_created, zone_of_agreement
from ...negotiation.table import Ask, Move, Offer, Remark, SayBack, Session, Tell
from .._words import words
from ..html_table import html_table
from .ended import ALL
from .held_talk import HeldTalk

NONE = "\N{EN DASH}"
WARM = ("acknowledge", "thank", "name a feeling", "apologise", "reframe")
HARSH = ("press", "blame", "threaten")


class TwoTalks:
    """What two talks came to, side by side; what was not played to its end is named instead."""

    def __init__(self, first: HeldTalk, last: HeldTalk) -> None:
        """Compare two talks."""
        self._talks = {"first": first, "last": last}
        self._words = words("two_talks")

    @property
    def unfinished(self) -> list[str]:
        """Which of the talks have not come to their end, "first" or "last"."""
        return [name for name, talk in self._talks.items() if not talk.session.ending]

    @property
    def missing(self) -> list[str]:
        """The sentences that name a talk that has not come to its end."""
        return [self._words.say(f"no_{name}") for name in self.unfinished]

    @property
    def rows(self) -> list[list[str]]:
        """What is compared, row by row; its name first. Of a talk that has not come to its end there are dashes."""
        names = list(self._words["rows"].values())
        columns = [
            [NONE] * len(names) if name in self.unfinished else [*_figures(talk.session, talk.own)]
            for name, talk in self._talks.items()
        ]
        return [[name, *map(str, pair)] for name, *pair in zip(names, *columns, strict=True)]

    def __repr__(self) -> str:
        return "\n".join(self.missing or [" | ".join(row) for row in [self.heads, *self.rows]])

    def _repr_html_(self) -> str:
        if self.missing:
            return "".join(f"<p>{escape(sentence)}</p>" for sentence in self.missing)
        table = html_table(self.heads, [[escape(text) for text in row] for row in self.rows])
        return f"{table}<p>{escape(self._words.say('caveat'))}</p>"

    @property
    def heads(self) -> list[str]:
        """The heads of the columns."""
        return self._words.heads("what", "first", "last")


def _figures(session: Session, own: int) -> Iterator[int | str]:
    """Return the figures of a talk that is over, in the order of the words' rows; payoffs in points."""
    yield session.payoffs[own]
    yield session.payoffs[1 - own]
    yield _created(session)
    moves = session.view(own).moves(own)
    yield sum(type(move) is Ask for move in moves)
    yield sum(type(move) in (Tell, SayBack) for move in moves)
    yield sum(type(move) is Offer and len(move.packages) > 1 for move in moves)
    yield _remarks(moves, WARM)
    yield _remarks(moves, HARSH)


def _created(session: Session) -> str:
    """Return the share of the value that a talk created, in percent: 0 without a deal, a dash where there is none."""
    case, deal = session.case, session.agreement
    if not zone_of_agreement(case):
        return NONE
    share = Fraction(0) if deal is None else value_created(case, deal)
    return NONE if share is None else f"{round(ALL * share)} %".replace("-", "\N{MINUS SIGN}")


def _remarks(moves: Sequence[Move], manners: tuple[str, ...]) -> int:
    return sum(type(move) is Remark and move.manner in manners for move in moves)
