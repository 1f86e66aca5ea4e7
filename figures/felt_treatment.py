"""How people felt treated, beside what they won: the two need not go together (Curhan, Elfenbein & Xu, 2006)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from ..negotiation import Case, Package, best_gains, gains, require_two_parties, zone_of_agreement
from .picture import Cell, Picture
from .plane import mark_size
from .said import said
from .theme import Palette

WORST, BEST = 1, 7
SYMBOLS = ("circle", "square")
NOTHING = "\N{EN DASH}"

Ratings = tuple[int | None, int | None]
"""One rating of each party's person, from 1, badly, to 7, very well; None where nothing was said."""


@dataclass(frozen=True, slots=True)
class Felt:
    """How it was at one table: the deal, how both felt treated, and how each guessed that the other felt."""

    deal: Package | None
    treated: Ratings
    guessed: Ratings


def felt_treatment(case: Case, tables: Sequence[Felt], *, language: str = "") -> Picture:
    """Return a picture of how everybody felt treated beside what they won, in percent of the best for their side.

    Raises NegotiationError for an unknown language, and unless the case has two parties.
    """
    require_two_parties(case)
    words = said(language or case.language)
    names = [words.called(party) for party in case.parties]
    people = [_people(case, tables, side) for side in (0, 1)]
    means = [f"{fmean(felt for _, felt, _ in each):.1f}" if each else NOTHING for each in people]
    told = words.say("felt_said", first=names[0], second=names[1], one=means[0], other=means[1])
    if misses := [abs(felt - guess) for each in people for _, felt, guess in each if guess is not None]:
        told = f"{told} {words.say('felt_guessed', off=f'{fmean(misses):.1f}')}"

    def draw(colours: Palette) -> dict[str, Any]:
        data = []
        for name, each, symbol, colour in zip(names, people, SYMBOLS, (colours.you, colours.them), strict=True):
            places = Counter((won, felt) for won, felt, _ in each)
            for count in sorted(set(places.values())):
                x, y = zip(*(place for place, times in places.items() if times == count), strict=True)
                said_of = words.say("felt_people", party=name, count=count)
                look = {"symbol": symbol, "color": colour, "size": mark_size(count)}
                data.append({"type": "scatter", "mode": "markers", "name": said_of, "x": x, "y": y, "marker": look})
        across = {"range": [-5, 105], "title": {"text": words["won_axis"]}}
        up = {"range": [WORST - 0.5, BEST + 0.5], "title": {"text": words["felt_axis"]}}
        return {"data": data, "layout": {"xaxis": across, "yaxis": up, "width": 680, "height": 420}}

    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (name, won, felt, NOTHING if guess is None else guess)
        for name, each in zip(names, people, strict=True)
        for won, felt, guess in sorted(each, key=lambda person: person[:2])
    )
    title = words.say("felt_title", case=case.title)
    headings = words.heads("who", "won_axis", "felt_axis", "guess_axis")
    return Picture(title, told, headings, rows, draw, language or case.language)


def _people(case: Case, tables: Sequence[Felt], side: int) -> list[tuple[int, int, int | None]]:
    """Return what each of a side's people won (percent, 0 without a deal), how they felt, and the other's guess."""
    found = []
    for table in tables:
        felt, guess = table.treated[side], table.guessed[1 - side]
        if felt is not None:
            found.append((_won(case, table.deal, side), felt, guess))
    return found


def _won(case: Case, deal: Package | None, side: int) -> int:
    """Return a side's gain in percent of the most it could have, from 0, which is having no deal, to 100."""
    if deal is None or not zone_of_agreement(case) or not best_gains(case)[side]:
        return 0
    return round(100 * max(gains(case, case.payoffs(deal))[side], 0) / best_gains(case)[side])
