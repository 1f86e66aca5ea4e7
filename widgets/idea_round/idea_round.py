"""The round of ideas: so many ideas, judged at once or later → the best one found, and how the chances add up."""

from functools import lru_cache
from typing import Any

import traitlets

from ...negotiation import (
    Case,
    Package,
    beats_the_middle,
    better_idea_chances,
    chance_of_a_better_idea,
    frontier,
    ideas_needed,
    judged_at_once,
    judged_later,
    mean_idea_marks,
    own_first,
    package_mark,
    random_ideas,
)
from .._bundle import module, style
from .._words import Words, decimal
from ..contract import Chart, Line, Plane
from ..plane import also, letters, limit
from ..simulation import Simulation

MOST_IDEAS = 30
FEW, MANY = 8, 40  # ideas; between them lies a number that two people reach in a quarter of an hour
WAYS = ("at_once", "later")
ALL = 100  # percent, and the greatest mark
FIRST_ROUND = 199  # in this round and the two after it the first idea that will do is not the best


class IdeaRound(Simulation):
    """Ideas drawn at random from all packages of a case, seen from one party's side.

    Traits: `ideas`, how many may be invented (1 to 30); `told`, how many of them are on the table; `way`, whether
    each is judged "at_once", so that the first that beats the middle ends the round, or all "later"; `seed`, the
    round. `picture` follows from them.
    """

    _esm = module("idea_round/idea_round.js")
    _css = style("parts/names.css", "parts/plane.css", "parts/chart.css", "idea_round/idea_round.css")
    redraws_on = ("ideas", "told", "way", "seed")
    remembers = ("ideas", "way", "seed", "told")

    ideas = traitlets.Int(13, min=1, max=MOST_IDEAS).tag(sync=True)
    told = traitlets.Int(13, min=0, max=MOST_IDEAS).tag(sync=True)
    way = traitlets.Enum(WAYS, "later").tag(sync=True)
    seed = traitlets.Int(FIRST_ROUND, min=0).tag(sync=True)

    def __init__(self, case: Case, party: str, *, ideas: int = 13, bet: str | None = None) -> None:
        """Invent on the side of `party`, with all the ideas of the first round on the table.

        Raises NegotiationError for an unknown party and unless there are two.
        """
        self._case = own_first(case, party)
        super().__init__("idea_round", bet, about=(case.title, party), ideas=ideas, told=ideas)

    @traitlets.observe("ideas")
    def _no_more_than_may_be_invented(self, _: Any = None) -> None:
        self.told = min(self.told, self.ideas)

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        found = random_ideas(self._case, self.ideas, self.seed)
        return picture(self._case, found, self.told, self.way, self.words)

    def outcome(self) -> str:
        """Return how many ideas make it likely that one beats the middle: "few", "some" or "many"."""
        needed = ideas_needed(self._case)
        return "few" if needed <= FEW else "some" if needed < MANY else "many"

    def figures(self) -> dict[str, Any]:
        """Return the number needed, and the chances in percent of 1, 5 and that many ideas."""
        needed = ideas_needed(self._case)
        likely = {name: self._percent(n) for name, n in (("one", 1), ("five", 5), ("chance", needed))}
        return {"needed": needed, "all": f"{self._case.size:,}".replace(",", self.words.say("thousands")), **likely}

    def _percent(self, ideas: int) -> str:
        return decimal(ALL * float(chance_of_a_better_idea(self._case, ideas)), 1, self.words)


def picture(case: Case, ideas: tuple[Package, ...], told: int, way: str, words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says about the first `told` of these ideas."""
    stop = next((n for n, idea in enumerate(ideas, 1) if beats_the_middle(case, idea)), len(ideas))
    last = stop if way == "at_once" else len(ideas)
    table = ideas[: min(told, last)]
    chosen = (judged_at_once if way == "at_once" else judged_later)(case, table)
    never = len(ideas) - last if len(table) == last else 0
    summary = " ".join([_summary(case, table, chosen, way, words), *_never(never, len(ideas), words)])
    return {
        "summary": summary,
        "finished": len(table) == last,
        "in_words": _in_words(case, table, chosen, words),
        "plane": _plane(case, table, chosen, summary),
        "chance": _chance_chart(case, len(ideas), words),
        "marks": _mark_chart(case, len(ideas), words),
        "table": {
            "head": [words.say(name) for name in ("idea", "you", "them", "beats", "mark")],
            "rows": [
                [words.say("middle"), *map(str, case.payoffs(case.compromise)), "", _mark(case, case.compromise)],
                *(_row(case, n, idea, words) for n, idea in enumerate(table, 1)),
            ],
        },
    }


def _plane(case: Case, table: tuple[Package, ...], chosen: Package, summary: str) -> Plane:
    best = [list(point.payoffs) for point in frontier(case)]
    return {
        "summary": summary,
        "cloud": [],
        "issues": [[issue.name, *issue.options] for issue in case.issues],
        "best": [letters(point.package) for point in frontier(case)],
        "also": also(case, [case.compromise, *table]),
        "frontier": best,
        "middle": list(case.payoffs(case.compromise)),
        "here": list(case.payoffs(chosen)) if chosen in table else None,
        "floors": None,
        "ideas": [[*case.payoffs(idea), n, beats_the_middle(case, idea)] for n, idea in enumerate(table, 1)],
        "limit": limit(map(max, best)),
    }


def _summary(case: Case, table: tuple[Package, ...], chosen: Package, way: str, words: Words) -> str:
    you, them = case.payoffs(chosen)
    middle = case.payoffs(case.compromise)
    beating = sum(beats_the_middle(case, idea) for idea in table)
    key = "empty" if not table else "none" if not beating else way
    return str(
        words.say(
            f"found_{key}",
            count=len(table),
            beating=beating,
            number=table.index(chosen) + 1 if beating else "",
            you=you,
            them=them,
            more_you=you - middle[0],
            more_them=them - middle[1],
            mark=_mark(case, chosen),
            middle=_mark(case, case.compromise),
        )
    )


def _never(never: int, ideas: int, words: Words) -> list[str]:
    """Return the sentence on the ideas that never came to the table, if there were such."""
    return [words.say("never", never=never, ideas=ideas)] if never else []


def _in_words(case: Case, table: tuple[Package, ...], chosen: Package, words: Words) -> str:
    """Return the chosen idea option by option, or nothing while the middle stands."""
    if chosen not in table:
        return ""
    options = [words.say("settled", issue=i, option=o) for i, o in case.in_words(chosen).items()]
    return words.say("in_words", number=table.index(chosen) + 1, options=words.say("between").join(options))


def _row(case: Case, number: int, idea: Package, words: Words) -> list[str]:
    beats = words.say("yes" if beats_the_middle(case, idea) else "no")
    return [str(number), *map(str, case.payoffs(idea)), beats, _mark(case, idea)]


@lru_cache(maxsize=256)
def _mark(case: Case, package: Package) -> str:
    return f"{package_mark(case, package):.0f}"


def _chance_chart(case: Case, ideas: int, words: Words) -> Chart:
    chances = better_idea_chances(case, MOST_IDEAS)
    points = [[n, ALL * chance] for n, chance in enumerate(chances)]
    line: Line = {"kind": "best", "name": words.say("chance_line"), "points": points, "plain": True}
    said = words.say("chance_says", ideas=ideas, chance=decimal(ALL * chances[ideas], 1, words))
    return _chart([line], words.say("chance_label"), said, ideas, words)


def _mark_chart(case: Case, ideas: int, words: Words) -> Chart:
    means = mean_idea_marks(case, MOST_IDEAS)
    lines: list[Line] = [
        {
            "kind": kind,
            "name": words.say(f"{way}_line"),
            "points": [[n, pair[side]] for n, pair in enumerate(means)],
            "plain": True,
            "dashed": way == "at_once",
        }
        for side, (way, kind) in enumerate(zip(WAYS, ("them", "you"), strict=True))
    ]
    at_once, later = (decimal(mean, 0, words) for mean in means[ideas])
    said = words.say("marks_says", ideas=ideas, at_once=at_once, later=later)
    return _chart(lines, words.say("marks_label"), said, ideas, words)


def _chart(lines: list[Line], label: str, said: str, ideas: int, words: Words) -> Chart:
    """Return these lines over the number of ideas, with a rule at the number chosen."""
    stops = (0, 5, 10, 15, 20, 25, 30)
    return {
        "summary": said,
        "x": {"label": words.say("number"), "to": MOST_IDEAS, "ticks": [[n, str(n)] for n in stops]},
        "y": {"label": label, "to": ALL, "ticks": [[n, str(n)] for n in (0, 25, 50, 75, 100)]},
        "lines": lines,
        "rules": [{"at": ideas, "name": words.say("rule", ideas=ideas)}],
    }
