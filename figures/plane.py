"""What stands in every payoff plane: the packages, the frontier, the zone of agreement, and the axes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..negotiation import Case, Package, Payoffs, frontier, thinned_cloud
from .said import Said
from .theme import Palette

SMALLEST_MARK, GROWTH, MOST_GROWTH = 12, 2, 16
GRID = 20
"""Axes end at a multiple of this many points."""


def in_words(case: Case, package: Package) -> str:
    """Return a package as one line: issue and option, in the case's order."""
    return "; ".join(f"{issue}: {option}" for issue, option in case.in_words(package).items())


def span(case: Case, party: int) -> tuple[int, int]:
    """Return where a party's axis begins and ends: beyond all its payoffs and its reservation value."""
    rows, least = case.parties[party].points, case.parties[party].reservation_value
    low, high = min(0, least, sum(map(min, rows))), max(least, sum(map(max, rows)), 1)
    grid = GRID if high - low <= GRID * GRID else 10 ** (len(str(high - low)) - 1)
    return low // grid * grid, -(-high // grid) * grid


def dots(case: Case, points: Iterable[tuple[Payoffs, Package]], **look: Any) -> dict[str, Any]:
    """Return a trace with a mark for each of the payoffs; pointed at, it says which package it is."""
    pairs = list(points)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [payoffs[0] for payoffs, _ in pairs],
        "y": [payoffs[1] for payoffs, _ in pairs],
        "hovertext": [in_words(case, package).replace("; ", "<br>") for _, package in pairs],
        "hoverinfo": "x+y+text",
        **look,
    }


def mark_size(count: int) -> int:
    """Return how large a mark is that stands for so many tables or people, in pixels: larger for more, to a limit."""
    return SMALLEST_MARK + min(GROWTH * (count - 1), MOST_GROWTH)


def deal_marks(
    case: Case, deals: Sequence[tuple[int, Payoffs, Package]], words: Said, colours: Palette
) -> Iterator[dict[str, Any]]:
    """Yield the marks of deals, one trace for each number of tables; a deal is that number, its place, its package."""
    for count in sorted({times for times, _, _ in deals}):
        marker = {"symbol": "star", "color": colours.you, "size": mark_size(count)}
        points = [(place, package) for times, place, package in deals if times == count]
        yield dots(case, points, name=words.say("class_deals", count=count), marker=marker)


def backdrop(case: Case, words: Said, colours: Palette) -> list[dict[str, Any]]:
    """Return the traces of all packages, thinned, and of the frontier."""
    quiet = {"color": colours.quiet, "size": 4, "opacity": 0.5}
    best = {"color": colours.best, "size": 7}
    every, edge = thinned_cloud(case).items(), [(point.payoffs, point.package) for point in frontier(case)]
    line = {"mode": "lines+markers", "line": {"color": colours.best, "width": 2}}
    return [
        dots(case, every, name=words["packages"], marker=quiet),
        dots(case, edge, name=words["frontier"], marker=best, **line),
    ]


def layout(case: Case, words: Said, colours: Palette) -> dict[str, Any]:
    """Return axes with their titles, the zone of agreement shaded, and a line at each reservation value."""
    (left, right), (low, high) = (_with_room(*span(case, side)) for side in (0, 1))
    x, y = case.reservation_values
    dashed = {"color": colours.quiet, "dash": "dash", "width": 1}
    zone = {"type": "rect", "x0": x, "x1": right, "y0": y, "y1": high, "fillcolor": colours.zone_wash}
    points_of_first, points_of_second = heads(case, words, ())[:2]
    return {
        "xaxis": {"range": [left, right], "title": {"text": points_of_first}},
        "yaxis": {"range": [low, high], "title": {"text": points_of_second}},
        "shapes": [
            {**zone, "layer": "below", "line": {"width": 0}},
            {"type": "line", "x0": x, "x1": x, "y0": low, "y1": high, "line": dashed},
            {"type": "line", "x0": left, "x1": right, "y0": y, "y1": y, "line": dashed},
        ],
        "width": 680,
        "height": 520,
    }


def _with_room(low: int, high: int) -> tuple[float, float]:
    """Return an axis with room for a mark at its ends."""
    room = (high - low) / 40
    return low - room, high + room


def heads(case: Case, words: Said, first: Sequence[str]) -> tuple[str, ...]:
    """Return the headings of a table of packages: what the rows are, and each party's points."""
    return (*first, *(words.say("points_for", party=words.called(party)) for party in case.parties))
