"""Belief over time: how much each issue seems to matter to the other side, as its offers and words come in."""

from collections.abc import Iterator
from typing import Any

from ..negotiation import Package, profile_weights
from ..negotiation.table import Offer, Session, Tell
from ..negotiation.table.parts.frequency import SmoothedFrequency
from .picture import Cell, Picture
from .said import said
from .theme import Palette

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "star")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "solid")


def belief_over_time(session: Session, party: str, *, language: str = "") -> Picture:
    """Return a picture of what a party could believe of the other's weights after each of the other's messages.

    The belief is that of the smoothed frequency model (`table.parts.frequency`), which counts what was offered and
    takes what was told with some doubt. Weights are shares of 100. The last row of the table has the true ones, so the
    picture is for afterwards. Raises NegotiationError for an unknown party or language.
    """
    case = session.case
    words = said(language or case.language)
    own = case.parties.index(case.party(party))
    other = case.parties[1 - own]
    names = [issue.name for issue in case.issues]
    lines, true = list(_shares(session, own)), _of_hundred(profile_weights(other.points))
    believed, heaviest = names[lines[-1].index(max(lines[-1]))], names[true.index(max(true))]
    right = "belief_right" if believed == heaviest else "belief_wrong"
    rows: list[tuple[Cell, ...]] = [(str(number), *shares) for number, shares in enumerate(lines)]

    def draw(colours: Palette) -> dict[str, Any]:
        tints = colours.series
        looks = [(tints[n % len(tints)], SYMBOLS[n % len(SYMBOLS)], DASHES[n % len(DASHES)]) for n in range(len(names))]
        return {
            "data": [
                {
                    "type": "scatter",
                    "mode": "lines+markers",
                    "name": name,
                    "x": list(range(len(lines))),
                    "y": [shares[place] for shares in lines],
                    "line": {"color": tint, "dash": dash, "width": 2},
                    "marker": {"color": tint, "symbol": symbol, "size": 8},
                }
                for place, (name, (tint, symbol, dash)) in enumerate(zip(names, looks, strict=True))
            ],
            "layout": {
                "xaxis": {"range": [-0.2, max(1, len(lines) - 1) + 0.2], "title": {"text": words["messages_axis"]}},
                "yaxis": {
                    "range": [0, 10 * (max(map(max, lines)) // 10 + 1)],
                    "title": {"text": words.say("weights_axis", party=words.called(other))},
                },
                "width": 680,
                "height": 440,
            },
        }

    return Picture(
        words.say("belief_title", party=words.called(case.parties[own]), other=words.called(other)),
        words.say(right, messages=len(lines) - 1, other=words.called(other), believed=believed, true=heaviest),
        (words["messages_axis"], *names),
        (*rows, (words["true_row"], *true)),
        draw,
        language or case.language,
    )


def _shares(session: Session, own: int) -> Iterator[list[int]]:
    """Yield the believed weights before the other's first message and after each, as shares of 100."""
    offers: list[Package] = []
    told: dict[int, Tell] = {}
    points, model = session.case.parties[own].points, SmoothedFrequency()
    yield _of_hundred(model.guess(points, offers).weights)
    for number, message in enumerate(session.said):
        if session.speaker(number) == own:
            continue
        for move in message.moves:
            match move:
                case Offer(packages):
                    offers.extend(packages)
                case Tell(issue):
                    told[issue] = move
        yield _of_hundred(model.guess(points, offers).with_told(told).weights)


def _of_hundred(weights: tuple[int, ...]) -> list[int]:
    """Return weights as whole shares of 100, each rounded for itself."""
    total = sum(weights) or 1
    return [(200 * weight + total) // (2 * total) for weight in weights]
