"""The picture of a dance: both sides' offers over the payoff plane, and what each wants at least, round by round."""

from typing import Any

from ...negotiation import Case, target_level
from .._words import Words
from ..contract import Chart, Line, Path
from ..plane import also
from .dance_setting import ROUNDS, Setting, danced
from .dance_words import dance_table, offer_sentence


def picture(case: Case, setting: Setting, shown: int, words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says of a dance's first offers."""
    done = danced(case, setting)
    payoffs = [list(case.payoffs(offer.package)) for offer in done.log[:shown]]
    ended = shown == len(done.log)
    paths: list[Path] = [
        {
            "kind": kind,
            "name": words.say(f"{kind}_begin"),
            "points": payoffs[side::2],
            "latest": (shown - 1) % 2 == side,
        }
        for side, kind in enumerate(("you", "them"))
    ]
    return {
        "paths": paths,
        "also": also(case, [case.compromise, *(offer.package for offer in done.log[:shown])]),
        "here": payoffs[-1] if ended and done.agreement is not None else None,
        "offers": len(done.log),
        "by_chance": not all(setting.trades),
        "levels": _levels(case, setting, (shown - 1) // 2, words),
        "summary": offer_sentence(case, done, shown, words),
        "table": dance_table(case, done.log[:shown], words),
    }


def _levels(case: Case, setting: Setting, now: int, words: Words) -> Chart:
    """Return the second picture: what each side wants at least, in points, round by round."""
    tactics = setting.tactics()
    lines: list[Line] = [
        {
            "kind": kind,
            "name": words.say(kind),
            "plain": True,
            "dashed": kind == "them",
            "points": [[n, target_level(case.parties[side], tactics[side], n / ROUNDS)] for n in range(ROUNDS + 1)],
        }
        for side, kind in enumerate(("you", "them"))
    ]
    most = max(sum(map(max, party.points)) for party in case.parties)
    said = [words.say("speeds", place) for place in setting.speeds]
    return {
        "summary": words.say("levels_sentence", you=said[0], them=said[1]),
        "x": {"label": words.say("round"), "to": ROUNDS, "ticks": [[n, str(n)] for n in range(0, ROUNDS + 1, 5)]},
        "y": {"label": words.say("wants"), "to": most, "ticks": [[n, str(n)] for n in range(0, most + 1, 25)]},
        "lines": lines,
        "rules": [{"at": now, "name": words.say("now", round=now)}],
    }
