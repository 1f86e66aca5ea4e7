"""The payoff explorer: how much each side cares about each issue → cloud, frontier, middle, zone of agreement."""

from collections.abc import Sequence
from typing import Any

import traitlets

from ...negotiation import Case, Package, frontier, is_feasible, joint_value, slack, weighted_case
from .._bundle import module, style
from .._words import Words
from ..contract import Table
from ..plane import dots_of, limit, with_sign
from ..simulation import Simulation

MOST_IMPORTANT = 10
BEYOND_REACH = 4  # points by which an alternative may be better than any package
KNOBS = ("importance", "alternatives")


class PayoffExplorer(Simulation):
    """Two sides, some issues with five options each, and everything that could be agreed.

    Traits: `yours` and `theirs`, what one step on each issue is worth (points, 0 to 10); `alternatives`, each
    side's reservation value (points); `stop`, the place on the walk along the frontier. `picture` follows
    from them.
    """

    _esm = module("payoff_explorer/payoff_explorer.js")
    _css = style("parts/names.css", "parts/plane.css", "payoff_explorer/payoff_explorer.css")
    redraws_on = ("yours", "theirs", "alternatives", "stop")
    remembers = ("yours", "theirs", "alternatives", "stop")

    issues = traitlets.List(traitlets.Unicode()).tag(sync=True)
    knobs = traitlets.List(traitlets.Enum(KNOBS)).tag(sync=True)
    yours = traitlets.List(traitlets.Int(min=0, max=MOST_IMPORTANT)).tag(sync=True)
    theirs = traitlets.List(traitlets.Int(min=0, max=MOST_IMPORTANT)).tag(sync=True)
    alternatives = traitlets.List(traitlets.Int(min=0), minlen=2, maxlen=2).tag(sync=True)
    stop = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(  # noqa: PLR0913  # a lesson sets up what it needs in one call
        self,
        issues: Sequence[str],
        yours: Sequence[int],
        theirs: Sequence[int],
        *,
        same_wish: Sequence[str] = (),
        alternatives: tuple[int, int] = (0, 0),
        knobs: Sequence[str] = ("importance",),
        bet: str | None = None,
    ) -> None:
        """Set up the issues, each side's importance of each, and those where both wish for the same."""
        if not len(issues) == len(yours) == len(theirs):
            raise ValueError(f"{len(issues)} issues need {len(issues)} numbers in yours and in theirs.")
        self._opposed = [issue not in same_wish for issue in issues]
        super().__init__(
            "payoff_explorer",
            bet,
            about=tuple(issues),
            issues=list(issues),
            knobs=list(knobs),
            yours=list(yours),
            theirs=list(theirs),
            alternatives=list(alternatives),
            stop=_gentlest_stop(weighted_case(issues, (yours, theirs), self._opposed, alternatives)),
        )

    @property
    def case(self) -> Case:
        """The case that the sliders describe."""
        floors = (self.alternatives[0], self.alternatives[1])
        return weighted_case(self.issues, (self.yours, self.theirs), self._opposed, floors)

    @traitlets.validate("yours", "theirs")
    def _one_for_each_issue(self, proposal: Any) -> list[int]:
        if len(proposal["value"]) != len(self.issues):
            raise traitlets.TraitError(f"give one number for each of {len(self.issues)} issues.")
        return list(proposal["value"])

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        return picture(self.case, self.stop, self.words, with_floors="alternatives" in self.knobs)

    def outcome(self) -> str:
        """Return what came out of the bet: what the middle leaves, or what the alternatives do to the zone."""
        return self._what_the_alternatives_do() if "alternatives" in self.knobs else self._what_the_middle_leaves()

    def _what_the_middle_leaves(self) -> str:
        """Return how much more both could have than in the middle: a quarter or more is "much"."""
        more = slack(self.case, self.case.compromise)
        least = min(self.case.payoffs(self.case.compromise))
        return "none" if more == 0 else "much" if 4 * more >= least else "little"

    def _what_the_alternatives_do(self) -> str:
        """Return whether the alternatives leave fewer, as many or more packages than having none would."""
        without = weighted_case(self.issues, (self.yours, self.theirs), self._opposed)
        left, all_packages = len(_acceptable(self.case)), len(_acceptable(without))
        return "fewer" if left < all_packages else "more" if left > all_packages else "same"

    def figures(self) -> dict[str, Any]:
        """Return the middle's payoffs and what both could gain beyond it, in points."""
        you, them = self.case.payoffs(self.case.compromise)
        return {"you": you, "them": them, "more": slack(self.case, self.case.compromise)}


def picture(case: Case, stop: int, words: Words, *, with_floors: bool) -> dict[str, Any]:
    """Return all that the browser draws and says about a case of two parties."""
    best = frontier(case)
    here = best[min(stop, len(best) - 1)]
    most = [sum(map(max, party.points)) for party in case.parties]
    middle = case.payoffs(case.compromise)
    here_sentence = words.say("here_sentence", you=here.payoffs[0], them=here.payoffs[1])
    return {
        **dots_of(case, list, [[issue.name, *_ways(case, n, words)] for n, issue in enumerate(case.issues)]),
        "middle": list(middle),
        "here": list(here.payoffs),
        "floors": list(case.reservation_values) if with_floors else None,
        "most": [best + BEYOND_REACH for best in most],
        "limit": limit((*most, 1)),
        "summary": (summary := _summary(case, words, with_floors=with_floors)),
        "says": f"{summary} {here_sentence}",
        "here_sentence": here_sentence,
        "walk": _walk(case, here.package, here_sentence, words),
        "table": {
            "head": words.heads("package", "you", "them"),
            "rows": [[words.say("middle"), *map(str, middle)]]
            + [[f"{words.say('best')} {n}", *map(str, point.payoffs)] for n, point in enumerate(best, 1)],
        },
    }


def _summary(case: Case, words: Words, *, with_floors: bool) -> str:
    you, them = case.payoffs(case.compromise)
    more = slack(case, case.compromise)
    said = words.say("middle_leaves" if more else "middle_is_best", you=you, them=them, more=more)
    if not with_floors:
        return said
    better = len(_acceptable(case))
    zone = words.say("zone" if better else "no_zone", better=better, all=case.size)
    return f"{said} {zone}"


def _gentlest_stop(case: Case) -> int:
    """Return the place on the frontier that gives the less favoured side the most beyond the middle."""
    middle = case.payoffs(case.compromise)
    gains = [min(a - b for a, b in zip(point.payoffs, middle, strict=True)) for point in frontier(case)]
    return gains.index(max(gains))


def _acceptable(case: Case) -> list[Package]:
    return [package for package in case.packages() if is_feasible(case, package)]


def _same_wish(case: Case, position: int) -> bool:
    return case.parties[1].points[position][0] < case.parties[1].points[position][-1]


def _ways(case: Case, position: int, words: Words) -> list[str]:
    """Return the options of the issue at this position in words: who gets their way."""
    key = "ways_shared" if _same_wish(case, position) else "ways"
    return [words.say(key, option) for option in range(len(case.issues[position].options))]


def _walk(case: Case, package: Package, title: str, words: Words) -> Table:
    """Return the package issue by issue: who gets their way, and what it adds to the middle's joint value."""
    rows = []
    for position, (issue, option) in enumerate(zip(case.issues, package, strict=True)):
        only = tuple(option if p == position else o for p, o in enumerate(case.compromise))
        added = joint_value(case, only) - joint_value(case, case.compromise)
        rows.append([issue.name, _ways(case, position, words)[option], with_sign(added)])
    total = joint_value(case, package) - joint_value(case, case.compromise)
    rows.append([words.say("together"), "", with_sign(total)])
    return {"title": title, "head": words.heads("issue", "settled", "added"), "rows": rows}
