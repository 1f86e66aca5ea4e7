"""The dance of a talk: each side's offers on the payoff plane, over the rounds, and as a table."""

from collections.abc import Iterator, Sequence

from ...negotiation.table import Session
from ...negotiation.table.debrief.steps import Offered
from ..contract import Chart, Line, Path, Table
from ..plane import limit
from .sayings import Sayings

Dance = Sequence[Offered]
SIDES = ("you", "them")
MOST_TICKS = 8
"""Rounds that are numbered along the edge of a chart."""
PARTS = 4
"""Spaces between the numbers along its other edge."""


def paths(dance: Dance, sayings: Sayings) -> list[Path]:
    """Return both sides' offers on the plane; of several packages at once all."""
    found: list[Path] = []
    for kind, side in zip(SIDES, sides(sayings), strict=True):
        points = [in_order(one, sayings) for one in dance if one.side == side]
        label = sayings.words.say(f"{kind}_begin", name=sayings.name)
        found.append({"kind": kind, "name": label, "points": points, "latest": False})
    return found


def over_time(session: Session, dance: Dance, sayings: Sayings) -> list[Chart]:
    """Return what each offer was worth, round by round: first in the learner's points, then in the other side's."""
    return [_chart(session, dance, sayings, at) for at in (0, 1)]


def dance_table(dance: Dance, sayings: Sayings) -> Table:
    """Return every offer: its round, whose it was, the package, and what it was worth to both, in points."""
    said, case = sayings.words, sayings.case
    rows = []
    for one in dance:
        settled = said.say("between").join(
            said.say("change", issue=issue, option=option) for issue, option in case.in_words(one.package).items()
        )
        who = said.say("you_say") if one.side == sayings.own else sayings.name
        rows.append([str(one.round), who, settled, *map(str, in_order(one, sayings))])
    heads = [*said.heads("round", "who", "package", "to_you"), said.say("to_name", name=sayings.name)]
    return {"head": heads, "rows": rows}


def in_order(one: Offered, sayings: Sayings) -> list[int]:
    """Return the payoffs of an offer, the learner's own first."""
    return [one.payoffs[side] for side in sides(sayings)]


def sides(sayings: Sayings) -> tuple[int, int]:
    """Return the places (from 0) of both sides, the learner's own first."""
    return sayings.own, 1 - sayings.own


def _chart(session: Session, dance: Dance, sayings: Sayings, at: int) -> Chart:
    """Return the chart of what the offers are worth to a side: 0 for the learner, 1 for the other."""
    said, party = sayings.words, session.case.parties[sides(sayings)[at]]
    top, last = limit([sum(map(max, party.points)), party.reservation_value, 1]), max(2, _rounds(session))
    floor: Line = {
        "kind": "quiet",
        "name": said.say("floor_of", at),
        "points": [[1, party.reservation_value], [last, party.reservation_value]],
        "dashed": True,
        "plain": True,
    }
    ticks = [top * part // PARTS for part in range(PARTS + 1)]
    return {
        "summary": " ".join(_told(dance, sayings, at)) or said.say("nobody_offered"),
        "x": {"label": said.say("rounds_axis"), "from": 1, "to": last, "ticks": _numbered(last)},
        "y": {"label": said.say("worth_axis", at, name=sayings.name), "to": top, "ticks": [[n, str(n)] for n in ticks]},
        "lines": [*_lines(dance, sayings, at), floor],
    }


def _lines(dance: Dance, sayings: Sayings, at: int) -> Iterator[Line]:
    names = sayings.words.say("you_say"), sayings.name
    for kind, side, name in zip(SIDES, sides(sayings), names, strict=True):
        points = [[one.round, in_order(one, sayings)[at]] for one in dance if one.side == side]
        yield {"kind": kind, "name": name, "points": points}


def _told(dance: Dance, sayings: Sayings, at: int) -> Iterator[str]:
    """Say from where to where each side's offers went, in the points of a side."""
    for kind, side in zip(SIDES, sides(sayings), strict=True):
        worth = [in_order(one, sayings)[at] for one in dance if one.side == side]
        if worth:
            key = f"{kind}_went"
            yield sayings.words.say(key, at, first=worth[0], last=worth[-1], name=sayings.name)


def _rounds(session: Session) -> int:
    return (len(session.said) + 1) // 2


def _numbered(last: int) -> list[list[int | str]]:
    """Return the rounds that are numbered along an axis, with their numbers."""
    return [[n, str(n)] for n in range(1, last + 1, -(-last // MOST_TICKS))]
