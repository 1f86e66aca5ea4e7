"""The standings of a tournament: what each counterpart won and what it left to its partners, with intervals."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ..negotiation import NegotiationError
from ..negotiation.table import Estimate, Standing, portrait
from .picture import Picture
from .said import Said, said
from .theme import Palette

ROW = 46  # pixels
APART = 0.12
"""How far the two marks of a row stand from its middle, in rows."""


def standings_picture(standings: Sequence[Standing], *, language: str = "en") -> Picture:
    """Return a picture of a tournament's standings: two marks a counterpart, each with its 95 % interval.

    Raises NegotiationError for standings of nobody, and for a language that figures do not speak.
    """
    if not standings:
        raise NegotiationError("nobody has played yet; give the standings of at least one counterpart.")
    words = said(language)
    names = [_name(standing.name, language) for standing in standings]
    kindest = max(range(len(names)), key=lambda place: standings[place].created.mean)
    return Picture(
        words["standings_title"],
        words.say(
            "standings",
            talks=sum(standing.talks for standing in standings) // 2,
            winner=names[0],
            won=percent(standings[0].won.mean),
            creator=names[kindest],
            created=percent(standings[kindest].created.mean),
        ),
        words.heads("who", "talks", "agreed", "won", "left", "created"),
        tuple(
            (name, standing.talks, *map(_said, _measures(standing)))
            for name, standing in zip(names, standings, strict=True)
        ),
        lambda colours: _drawn(names, standings, words, colours),
        language,
    )


def percent(share: Fraction) -> int:
    """Return a share of 1 in whole percent, halves upwards."""
    return (200 * share.numerator + share.denominator) // (2 * share.denominator)


def _name(name: str, language: str) -> str:
    """Return a counterpart's name in words; what is not translated yet is said in English."""
    try:
        return portrait(name, language).name
    except NegotiationError:
        return portrait(name).name


def _measures(standing: Standing) -> tuple[Estimate, ...]:
    return (standing.agreed, standing.won, standing.left, standing.created)


def _said(estimate: Estimate) -> str:
    low, high = percent(estimate.low), percent(estimate.high)
    return f"{percent(estimate.mean)} % ({low}\N{EN DASH}{high})"


def _drawn(names: list[str], standings: Sequence[Standing], words: Said, colours: Palette) -> dict[str, Any]:
    rows = list(range(len(names)))[::-1]
    own = _marks([standing.won for standing in standings], [row + APART for row in rows], "circle", colours.you)
    theirs = _marks([standing.left for standing in standings], [row - APART for row in rows], "diamond", colours.them)
    return {
        "data": [{**own, "name": words["won"]}, {**theirs, "name": words["left"]}],
        "layout": {
            "xaxis": {"range": [0, 100], "title": {"text": words["share_of_gain"]}},
            "yaxis": {
                "range": [-0.6, len(names) - 0.4],
                "title": {"text": ""},
                "tickvals": rows,
                "ticktext": names,
                "showgrid": False,
            },
            "width": 720,
            "height": 110 + ROW * len(names),
            "margin": {"l": 40 + 8 * max(map(len, names)), "r": 24, "t": 24, "b": 64},
        },
    }


def _marks(estimates: Sequence[Estimate], rows: list[float], symbol: str, tint: str) -> dict[str, Any]:
    spans = [(e.mean - e.low, e.high - e.mean) for e in estimates]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [float(100 * estimate.mean) for estimate in estimates],
        "y": rows,
        "marker": {"symbol": symbol, "color": tint, "size": 11},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [float(100 * up) for _, up in spans],
            "arrayminus": [float(100 * down) for down, _ in spans],
            "color": tint,
        },
    }
