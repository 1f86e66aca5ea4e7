"""The dance: how two sides moved through the payoff plane, offer by offer."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..negotiation.table import Session
from ..negotiation.table.debrief.steps import Offered, offered
from .picture import Picture
from .plane import backdrop, dots, heads, in_words, layout
from .said import Said, said
from .theme import Palette


def offers_in_the_plane(session: Session, *, language: str = "") -> Picture:
    """Return a picture of a talk: each side's offers in order, in the payoff plane of the talk's case.

    It shows both sides' points, so it is for afterwards. `session_of` makes a session of a transcript. Raises
    NegotiationError for an unknown language.
    """
    case, dance = session.case, list(offered(session))
    words = said(language or case.language)
    return Picture(
        words.say("dance_title", case=case.title),
        _sentence(session, dance, words),
        heads(case, words, words.heads("round", "who", "package")),
        tuple(
            (one.round, words.called(case.parties[one.side]), in_words(case, one.package), *one.payoffs)
            for one in dance
        ),
        lambda colours: {
            "data": [*backdrop(case, words, colours), *_paths(session, dance, words, colours)],
            "layout": layout(case, words, colours),
        },
        language or case.language,
    )


def _paths(session: Session, dance: Sequence[Offered], words: Said, colours: Palette) -> Iterator[dict[str, Any]]:
    looks = (("circle", colours.you, "solid"), ("diamond", colours.them, "dash"))
    case = session.case
    for side, (symbol, tint, dash) in enumerate(looks):
        own = [(one.payoffs, one.package) for one in dance if one.side == side]
        yield dots(
            case,
            own,
            name=words.say("offers_of", party=words.called(case.parties[side])),
            mode="lines+markers",
            marker={"symbol": symbol, "color": tint, "size": 9},
            line={"color": tint, "dash": dash, "width": 2},
        )
    if session.agreement is not None:
        marker = {"symbol": "star", "color": colours.focus, "size": 16}
        yield dots(case, [(case.payoffs(session.agreement), session.agreement)], name=words["deal"], marker=marker)


def _sentence(session: Session, dance: Sequence[Offered], words: Said) -> str:
    case = session.case
    given = [_given_up(dance, side) for side in (0, 1)]
    names = {"first": words.called(case.parties[0]), "second": words.called(case.parties[1])}
    told = words.say("dance", rounds=(len(session.said) + 1) // 2, a=given[0], b=given[1], **names)
    if session.agreement is None:
        return f"{told} {words['dance_no_deal' if session.ending else 'dance_goes_on']}"
    x, y = case.payoffs(session.agreement)
    return f"{told} {words.say('dance_deal', x=x, y=y)}"


def _given_up(dance: Sequence[Offered], side: int) -> int:
    """Return how far a side came down from its first offer to its last, in its own points."""
    worth = [one.payoffs[side] for one in dance if one.side == side]
    return worth[0] - worth[-1] if worth else 0
