"""What the guess by the group draws and says: two curves that overlap, and a hundred people met."""

from itertools import pairwise
from statistics import NormalDist
from typing import Any

from ...negotiation import asking_pays_until, guess_people, wrong_by_group
from .._words import Words, decimal
from ..contract import Table

ALL = 100  # percent, and the people one meets at a time
TENTHS = 10
SPREAD, MIDPOINT, LONGEST = 4, 16, 32  # minutes
OFFICES = ("harbour", "hill")
CURVE = NormalDist(0, SPREAD)
NOTHING_TOLD = 0.5  # half of all answers misunderstood
STEPS = 8  # points of a curve for each standard deviation


def picture(distance: float, error: float | None, met: int, words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says.

    `distance` of the averages in standard deviations; `error`, how often an answer is misunderstood (0 to 1), None
    where nobody asks; `met`, the hundred of people that is shown, 0 for none yet.
    """
    averages = _averages(distance)
    fields = _fields(distance, error, met, words)
    return {
        "summary": " ".join([_summary(distance, error, words), *(field["said"] for field in fields)]),
        "in_words": words.say("in_words", **figures(distance, error, words)),
        "x": {"label": words.say("minutes"), "to": LONGEST, "ticks": [[n, str(n)] for n in range(0, LONGEST + 1, 8)]},
        "y": {"label": words.say("people"), "to": 1.45, "ticks": []},
        "lines": _lines(averages, words),
        "rules": [{"at": MIDPOINT, "name": words.say("midpoint"), "kind": "quiet"}],
        "fields": fields,
        "button": words.say("meet_more" if met else "meet"),
        "table": _table(averages, distance, words),
    }


def figures(distance: float, error: float | None, words: Words) -> dict[str, Any]:
    """Return the numbers that sentences speak of: people of 100, standard deviations and minutes."""
    told = {
        "distance": decimal(distance, 1, words),
        "minutes": decimal(distance * SPREAD, 1, words),
        "spread": SPREAD,
        "guessed": decimal(ALL * wrong_by_group(distance), 0, words),
    }
    if error is not None:
        told["asked"] = decimal(ALL * error, 0, words)
        told["until"] = decimal(abs(asking_pays_until(error)), 1, words) if error else ""
    return told


def _summary(distance: float, error: float | None, words: Words) -> str:
    keys = ["guess_says"]
    if error is not None:
        keys += ["ask_says", _compared(wrong_by_group(distance), error)]
    return " ".join(words.say(key, **figures(distance, error, words)) for key in keys)


def _compared(guessed: float, error: float) -> str:
    """Return the key of the sentence that says whether the guess or the question is wrong less often."""
    if error == guessed:
        return "equal"
    if error < guessed:
        return "ask_better" if error else "ask_always"
    return "guess_better" if error < NOTHING_TOLD else "ask_never"


def _averages(distance: float) -> tuple[float, float]:
    """Return the average of each office, in minutes."""
    return MIDPOINT - distance * SPREAD / 2, MIDPOINT + distance * SPREAD / 2


def _lines(averages: tuple[float, float], words: Words) -> list[dict[str, Any]]:
    """Return both curves (height 1), those guessed wrong under both of them, and a name beside each peak."""
    places = [n / STEPS * SPREAD for n in range(LONGEST // SPREAD * STEPS + 1)]
    heights = [[CURVE.pdf(place - average) / CURVE.pdf(0) for average in averages] for place in places]
    wrong = [[place, min(both)] for place, both in zip(places, heights, strict=True)]
    highest = min(CURVE.pdf(MIDPOINT - averages[0]) / CURVE.pdf(0), 1)
    area = {"name": words.say("area"), "name_at": [MIDPOINT, highest / 2]}
    lines: list[dict[str, Any]] = [{"kind": "focus", "points": wrong, "plain": True, "filled": True, **area}]
    for side, (kind, office) in enumerate(zip(("you", "them"), OFFICES, strict=True)):
        curve = [[place, both[side]] for place, both in zip(places, heights, strict=True)]
        name = {"name": words.say(office), "name_at": [averages[side], 1]}
        lines.append({"kind": kind, "points": curve, "plain": True, "filled": True, "dashed": bool(side), **name})
    return lines


def _fields(distance: float, error: float | None, met: int, words: Words) -> list[dict[str, Any]]:
    """Return the people met, for each way of judging them: how many it was wrong about, and a sentence."""
    if not met:
        return []
    found = guess_people(distance, error or 0, ALL, seed=met)
    ways = {"guess": found.guessed} if error is None else {"guess": found.guessed, "ask": found.asked}
    counts = {way: round(ALL * share) for way, share in ways.items()}
    return [
        {
            "title": words.say(f"{way}_field"),
            "wrong": wrong,
            "right": ALL - wrong,
            "said": words.say(f"{way}_met", wrong=wrong),
        }
        for way, wrong in counts.items()
    ]


def _table(averages: tuple[float, float], distance: float, words: Words) -> Table:
    """Return how many of 100 people in each office like to talk how long, and how many are guessed wrong."""
    edges = [float("-inf"), *range(2 * SPREAD, LONGEST - SPREAD, SPREAD), float("inf")]
    rows = []
    for start, end in pairwise(edges):
        key = "under" if start < 0 else "over" if end > LONGEST else "between"
        shares = [CURVE.cdf(end - average) - CURVE.cdf(start - average) for average in averages]
        counts = [decimal(ALL * share, 0, words) for share in shares]
        rows.append([words.say(key, start=start, end=end), *counts])
    guessed = decimal(ALL * wrong_by_group(distance), 0, words)
    head = words.heads("minutes", "of_harbour", "of_hill")
    return {"head": head, "rows": [*rows, [words.say("wrong"), guessed, guessed]]}
