"""Everything computed the slow way, from all packages and the definitions alone, to compare with."""

import json
import re
from itertools import product
from math import prod, sqrt
from pathlib import Path
from statistics import fmean

from biggerpie.negotiation import Case, Issue, Party, judged_at_once, judged_later, load_case, random_ideas
from biggerpie.negotiation import package_mark as package_mark_of
from hypothesis import strategies as st

LESSONS = Path(__file__).parents[2] / "lessons"
AT_THE_TABLE = re.compile(r"NegotiationTable|TwoTalks|negotiation\.table")

Payoffs = tuple[int, ...]


@st.composite
def cases(draw, parties: int = 2, most_issues: int = 4, points: int = 12) -> Case:
    """A random small case; some have no zone of agreement, some no conflict."""
    counts = draw(st.lists(st.integers(2, 4), min_size=1, max_size=most_issues))
    sides = []
    for number in range(parties):
        worth = tuple(tuple(draw(st.lists(st.integers(-3, points), min_size=n, max_size=n))) for n in counts)
        floor = draw(st.integers(-12, sum(max(values) for values in worth)))
        sides.append(Party(f"party {number}", "", "", "", floor, worth))
    issues = tuple(Issue(f"issue {n}", "", tuple(map(str, range(count)))) for n, count in enumerate(counts))
    return Case("random", "", issues, tuple(sides))


def all_payoffs(case: Case) -> dict[tuple[int, ...], Payoffs]:
    """Package → payoffs, summed by hand."""
    packages = product(*(range(len(issue.options)) for issue in case.issues))
    return {
        package: tuple(sum(party.points[i][o] for i, o in enumerate(package)) for party in case.parties)
        for package in packages
    }


def dominates(better: Payoffs, worse: Payoffs) -> bool:
    """Whether one is at least as good for all and better for one."""
    return better != worse and all(b >= w for b, w in zip(better, worse, strict=True))


def efficient(payoffs: set[Payoffs]) -> set[Payoffs]:
    """The payoffs that nothing dominates."""
    return {p for p in payoffs if not any(dominates(q, p) for q in payoffs)}


def floors(case: Case) -> Payoffs:
    """Every party's reservation value."""
    return tuple(party.reservation_value for party in case.parties)


def feasible(case: Case, payoffs: set[Payoffs]) -> set[Payoffs]:
    """The payoffs at which nobody is below the reservation value."""
    return {p for p in payoffs if all(u >= d for u, d in zip(p, floors(case), strict=True))}


def gain_product(case: Case, payoffs: Payoffs) -> int:
    """The product of gains, 0 where one is not positive."""
    return prod(max(0, u - d) for u, d in zip(payoffs, floors(case), strict=True))


def slack(everything: set[Payoffs], payoffs: Payoffs) -> int:
    """What all could gain at once, over all packages."""
    return max(min(y - x for y, x in zip(other, payoffs, strict=True)) for other in everything)


def package_mark(case: Case, package: tuple[int, ...]) -> float:
    """The package mark by its formula, straight from all packages."""
    by_package = all_payoffs(case)
    everything = set(by_package.values())
    own = by_package[package]
    inside = feasible(case, everything)
    if own not in inside:
        return 0.0
    ratio = gain_product(case, own) / max(gain_product(case, p) for p in inside)
    middle = by_package[tuple((len(issue.options) - 1) // 2 for issue in case.issues)]
    left = slack(everything, middle)
    if left:
        mark = 100 * (0.6 * sqrt(ratio) + 0.4 * max(0.0, 1 - slack(everything, own) / left))
    else:
        mark = 100 * sqrt(ratio)
    return min(99.0, mark) if any(dominates(p, own) for p in everything) else mark


def lesson_cases() -> list[str]:
    """The cases that a lesson opens elsewhere than at the table, and so relies on what the model finds in them.

    Cases with variants are left out: their points follow the six weights that all variants share.
    """
    cells = [cell for file in LESSONS.glob("*.ipynb") for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]]
    sources = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    relied_on = "\n".join(source for source in sources if not AT_THE_TABLE.search(source))
    opened = sorted({n for n in re.findall(r'load_case\("([\w-]+)', relied_on) if not load_case(n).has_variants})
    assert opened
    return opened


def played_marks(case: Case, ideas: int, searches: int) -> tuple[float, float]:
    """The mean marks of so many searches of random ideas, judged at once and judged later."""
    found = [random_ideas(case, ideas, seed) for seed in range(searches)]
    at_once, later = (
        fmean(package_mark_of(case, way(case, one)) for one in found) for way in (judged_at_once, judged_later)
    )
    return at_once, later


def joint_share(case: Case, package: tuple[int, ...]) -> float:
    """The sum over the parties of the payoff as a share of the party's best."""
    return sum(party.payoff(package) / sum(map(max, party.points)) for party in case.parties)
