"""The payoff plane: what all packages are worth to both sides, the best ones, and where a deal lies among them."""

from collections.abc import Iterator
from typing import Any

from ..negotiation import (
    Case,
    NegotiationError,
    Package,
    dominates,
    frontier,
    greatest_sum,
    kalai_smorodinsky,
    nash,
    own_first,
    package_mark,
    zone_of_agreement,
)
from ..negotiation.counterpart import require_two_parties
from .picture import Picture
from .plane import backdrop, dots, heads, in_words, layout
from .said import Said, said
from .theme import Palette

SYMBOLS = {"middle": "square", "nash": "diamond", "kalai_smorodinsky": "triangle-up", "greatest_sum": "triangle-down"}
LANDMARKS = {"nash": nash, "kalai_smorodinsky": kalai_smorodinsky, "greatest_sum": greatest_sum}


def payoff_plane(case: Case, deal: Package | None = None, *, party: str = "", language: str = "") -> Picture:
    """Return a picture of the payoff plane of a two-party case, and of a deal in it.

    With the packages (thinned, or a sample where there are too many), the frontier, the zone of agreement, the middle
    of everything, and the Nash, Kalai-Smorodinsky and greatest-sum packages. Along the x axis stand the points of
    `party`, or of the first. Raises NegotiationError for an unknown party or language, and unless there are two.
    """
    require_two_parties(case)
    seen = own_first(case, party) if party else case
    words = said(language or case.language)
    marked = list(_marked(seen, deal))
    return Picture(
        words.say("plane_title", case=case.title),
        _sentence(seen, deal, words),
        heads(seen, words, words.heads("what", "package")),
        tuple((_named(name, seen, words), in_words(seen, package), *seen.payoffs(package)) for name, package in marked),
        lambda colours: {
            "data": [*backdrop(seen, words, colours), *_marks(seen, marked, words, colours)],
            "layout": layout(seen, words, colours),
        },
        language or case.language,
    )


def _marked(case: Case, deal: Package | None) -> Iterator[tuple[str, Package]]:
    """Yield the packages that have a mark of their own, by the key of their name."""
    yield "middle", case.compromise
    if zone_of_agreement(case):
        yield from ((name, landmark(case).package) for name, landmark in LANDMARKS.items())
    edge = frontier(case)
    yield "best_for_first", edge[0].package
    yield "best_for_second", edge[-1].package
    if deal is not None:
        yield "deal", deal


def _named(name: str, case: Case, words: Said) -> str:
    """Return what a marked package is called; the best for a side is called after the side."""
    side = {"best_for_first": 0, "best_for_second": 1}.get(name)
    return words[name] if side is None else words.say("best_for", party=words.called(case.parties[side]))


def _marks(case: Case, marked: list[tuple[str, Package]], words: Said, colours: Palette) -> Iterator[dict[str, Any]]:
    tints = {"middle": colours.them, "deal": colours.you}
    for name, package in marked:
        if name in SYMBOLS or name == "deal":
            tint = tints.get(name, colours.focus)
            marker = {"symbol": SYMBOLS.get(name, "star"), "size": 15 if name == "deal" else 12, "color": tint}
            yield dots(case, [(case.payoffs(package), package)], name=words[name], marker=marker)


def _sentence(case: Case, deal: Package | None, words: Said) -> str:
    zone = zone_of_agreement(case)
    first, second = map(words.called, case.parties)
    names = {"first": first, "second": second}
    if not zone:
        told = words.say("plane_no_zone", x=case.reservation_values[0], y=case.reservation_values[1], **names)
    else:
        x, y = case.payoffs(case.compromise)
        told = words.say("plane_zone", on=len(frontier(case)), inside=len(zone), x=x, y=y, **names)
    return f"{told} {_of_deal(case, deal, words)}".strip() if deal is not None else told


def _of_deal(case: Case, deal: Package, words: Said) -> str:
    """Return what is said of a deal: its payoffs, the package with the most more for both, and its mark."""
    x, y = case.payoffs(deal)
    others = [point.payoffs for point in frontier(case) if dominates(case, point.package, deal)]
    better = max(others, key=lambda there: (min(there[0] - x, there[1] - y), sum(there)), default=None)
    told = words.say("deal_efficient", x=x, y=y)
    if better:
        told = words.say("deal_leaves", x=x, y=y, a=better[0], b=better[1])
    try:
        return f"{told} {words.say('deal_mark', mark=round(package_mark(case, deal)))}"
    except NegotiationError:  # no package lets both gain
        return told
