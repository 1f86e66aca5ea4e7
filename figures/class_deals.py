"""What a class agreed on: every table's deal on one frontier, and the issues on which value was left."""

from collections import Counter
from collections.abc import Sequence
from statistics import fmean
from typing import Any

from ..negotiation import Case, Package, losses, own_first, require_two_parties, slack
from .picture import Cell, Picture
from .plane import backdrop, deal_marks, heads, in_words, layout
from .said import said
from .theme import Palette


def class_deals(case: Case, deals: Sequence[Package | None], *, party: str = "", language: str = "") -> Picture:
    """Return a picture of all tables' deals in the payoff plane, None for a table without one.

    A mark is the larger the more tables agreed on it; nobody is named. Raises NegotiationError for an unknown party or
    language, and unless the case has two parties.
    """
    require_two_parties(case)
    seen, words = own_first(case, party) if party else case, said(language or case.language)
    agreed = Counter(deal for deal in deals if deal is not None)
    ranked = sorted(agreed.items(), key=lambda item: (-sum(seen.payoffs(item[0])), item[0]))
    told = words.say("class_none", tables=len(deals))
    if agreed:
        left = [slack(seen, deal) for deal in agreed.elements()]
        told = words.say(
            "class_said", deals=len(left), tables=len(deals), best=left.count(0), left=f"{fmean(left):.1f}"
        )

    def draw(colours: Palette) -> dict[str, Any]:
        own = deal_marks(seen, [(times, seen.payoffs(deal), deal) for deal, times in ranked], words, colours)
        return {"data": [*backdrop(seen, words, colours), *own], "layout": layout(seen, words, colours)}

    rows: tuple[tuple[Cell, ...], ...] = tuple((n, in_words(seen, deal), *seen.payoffs(deal)) for deal, n in ranked)
    headings = heads(seen, words, words.heads("class_tables", "package"))
    return Picture(words.say("class_title", case=case.title), told, headings, rows, draw, language or case.language)


def value_missed(case: Case, deals: Sequence[Package], *, language: str = "") -> Picture:
    """Return a picture of the joint points that deals left on each issue, on average, most first."""
    words = said(language or case.language)
    each = [losses(case, deal) for deal in deals]
    means = [fmean(loss[place] for loss in each) if each else 0.0 for place in range(len(case.issues))]
    ranked = sorted(zip((issue.name for issue in case.issues), means, strict=True), key=lambda row: -row[1])
    worst, points = ranked[0]
    told = words.say("missed_said", issue=worst, points=f"{points:.1f}") if points else words["missed_nothing"]

    def draw(colours: Palette) -> dict[str, Any]:
        places = list(range(len(ranked)))
        look = {"color": colours.them, "line": {"color": colours.line, "width": 1}}
        bar = {"type": "bar", "x": places, "y": [mean for _, mean in ranked], "width": 0.7, "marker": look}
        top = max(1.0, points) * 1.1
        across = {"range": [-0.6, len(ranked) - 0.4], "title": {"text": words["issue"]}}
        across |= {"tickvals": places, "ticktext": [name for name, _ in ranked]}
        up = {"range": [0, top], "title": {"text": words["missed_axis"]}}
        return {
            "data": [{**bar, "name": words["missed_axis"], "showlegend": True}],
            "layout": {"xaxis": across, "yaxis": up, "width": 680, "height": 400},
        }

    rows = tuple((name, f"{mean:.1f}") for name, mean in ranked)
    title = words.say("missed_title", case=case.title)
    return Picture(title, told, words.heads("issue", "missed_axis"), rows, draw, language or case.language)
