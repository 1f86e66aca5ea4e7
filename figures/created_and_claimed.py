"""What deals created and who claimed it: two things that a negotiator does at once (Lax & Sebenius, 1986)."""

from collections import Counter
from collections.abc import Sequence
from statistics import fmean
from typing import Any

from ..negotiation import Case, Package, gains, greatest_sum, own_first, require_two_parties
from .picture import Cell, Picture
from .plane import deal_marks, in_words
from .said import said
from .theme import Palette

ROOM = 4  # percent beyond both ends of an axis


def created_and_claimed(case: Case, deals: Sequence[Package], *, party: str = "", language: str = "") -> Picture:
    """Return a picture of how much each deal created, and which part of that the first party claimed, in percent.

    Created is the gain of both sides together over having no deal, against the most that one package brings; claimed
    is the party's part of what was created. Deals that leave a side below its alternative are left out. Raises
    NegotiationError for an unknown party or language, and unless the case has two parties and a zone of agreement.
    """
    require_two_parties(case)
    seen, words = own_first(case, party) if party else case, said(language or case.language)
    most = sum(gains(seen, greatest_sum(seen).payoffs))
    counted = Counter(deal for deal in deals if min(won := gains(seen, seen.payoffs(deal))) >= 0 < sum(won))
    rows = sorted((_percent(seen, deal, most), times, deal) for deal, times in counted.items())
    first = words.called(seen.parties[0])
    told = words["created_none"]
    if rows:
        created, claimed = zip(*(found for found, times, _ in rows for _ in range(times)), strict=True)
        told = words.say(
            "created_said", party=first, mean=round(fmean(created)), least=min(created), most=max(created),
            low=min(claimed), high=max(claimed),
        )  # fmt: skip

    def draw(colours: Palette) -> dict[str, Any]:
        half = {"mode": "lines", "line": {"color": colours.quiet, "dash": "dash", "width": 1}, "name": words["half"]}
        marks = deal_marks(seen, [(times, found, deal) for found, times, deal in rows], words, colours)
        axes = (words["created_axis"], words.say("claimed_axis", party=first))
        x, y = ({"range": [-ROOM, 100 + ROOM], "title": {"text": title}} for title in axes)
        line = {"type": "scatter", "x": [0, 100], "y": [50, 50], **half}
        return {"data": [line, *marks], "layout": {"xaxis": x, "yaxis": y, "width": 680, "height": 460}}

    table: tuple[tuple[Cell, ...], ...] = tuple((times, in_words(seen, deal), *found) for found, times, deal in rows)
    headings = (*words.heads("class_tables", "package", "created_axis"), words.say("claimed_axis", party=first))
    title = words.say("created_title", case=case.title)
    return Picture(title, told, headings, table, draw, language or case.language)


def _percent(case: Case, deal: Package, most: int) -> tuple[int, int]:
    """Return in percent what a deal created, and which part of that the first party claimed."""
    own, other = gains(case, case.payoffs(deal))
    return round(100 * (own + other) / most), round(100 * own / (own + other))
