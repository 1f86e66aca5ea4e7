"""The table: what guessing, manners and giving are worth, and how fast a counterpart answers.

All of it through real sessions and messages. `python benchmarks/table.py quick` takes every fifth cell of a few cases.
The four GENIUS domains are read where BIGGERPIE_GENIUS names their folder; negmas is compared with where it is
installed. Manners and mirrored conceding were tuned so that the directions known from people come out; their rows
guard that against regressions and are no evidence about people.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[1]))

from biggerpie.negotiation import Case, case_names, greatest_sum, joint_value, load_case, variant
from biggerpie.negotiation.table import counterpart_names, meet, talk_between
from biggerpie.negotiation.table.parts.picking import Anything, Guessing, Nearest, Picking

from benchmarks import table_manners as manners
from benchmarks import table_models as models
from benchmarks import table_speed as speed
from benchmarks.table_genius import genius_cases

QUICK = "quick" in sys.argv[1:]
VARIANTS = 1 if QUICK else 3
DRAWS = 2_000
CELLS = len(list(models.cells())[:: 5 if QUICK else 1])
WAYS: dict[str, Picking | None] = {
    "any package": Anything(),
    "nearest to the last offer": Nearest(),
    "smoothed frequency": Guessing(models.SmoothedFrequency()),
    "Bayes, choices": Guessing(),
    "perfect knowledge": None,
}
NONE, BEST, PERFECT = "any package", "Bayes, choices", "perfect knowledge"
Figures = tuple[float, float]
Means = dict[str, Figures]


def kit_cases() -> list[Case]:
    """Return the kit's cases between two, and some variants of those that have any."""
    found = []
    for case in filter(lambda case: len(case.parties) == 2, map(load_case, case_names())):
        keys = [f"benchmark {n}" for n in range(VARIANTS)] if case.parties[0].leanings else []
        found += [variant(case, key) for key in keys] or [case]
    return [case for case in found if models.has_zone(case)]


def of_case(case: Case) -> Means:
    """Return of all ways to pick the mean own utility and the mean distance to the frontier in a case."""
    return {name: _means(models.results(case, way, every=5 if QUICK else 1)) for name, way in WAYS.items()}


def _means(found: list[models.Result]) -> Figures:
    return mean(result.own for result in found), mean(r.distance for r in found if r.distance is not None)


def gap(found: Sequence[Means], way: str) -> Figures:
    """Return the share of the way from no model to perfect knowledge, and the share taken off the distance."""
    own, distance = ({name: mean(case[name][place] for case in found) for name in WAYS} for place in (0, 1))
    return (own[way] - own[NONE]) / (own[PERFECT] - own[NONE]), 1 - distance[way] / distance[NONE]


def interval(count: int, figure: Callable[[list[int]], float]) -> tuple[float, float]:
    """Return the middle 95 % of a figure when the cases are drawn again and again with replacement."""
    draw = Random(1)
    found = sorted(figure(draw.choices(range(count), k=count)) for _ in range(DRAWS))
    return found[DRAWS // 40], found[-DRAWS // 40]


def show_models(title: str, cases: list[Case], pool: ProcessPoolExecutor) -> Figures:
    """Print a table of the ways to pick, and return the two figures of the best that learns from offers."""
    found = list(pool.map(of_case, cases))
    print(f"\n{title}: {len(cases)} cases of {CELLS} cells")
    print(f"{'':28}{'own gap closed':>24}{'distance cut':>26}")
    for way in WAYS:
        figures = gap(found, way)
        bounds = [
            interval(len(found), lambda drawn, way=way, place=place: gap([found[n] for n in drawn], way)[place])
            for place in (0, 1)
        ]
        both = zip(figures, bounds, strict=True)
        print(f"{way:28}" + "".join(f"{figure:10.3f} ({low:.3f} to {high:.3f})" for figure, (low, high) in both))
    return gap(found, BEST)


def of_styles(case: Case) -> dict[str, list[manners.Outcome]]:
    """Return the outcomes of speaking in each style in a case."""
    return {style: list(manners.styles(case, style)) for style in manners.STYLES}


def show_styles(cases: list[Case], pool: ProcessPoolExecutor) -> tuple[float, float]:
    """Print what each style brings, and return how many more deals warm talk makes and what dominant talk claims."""
    found = list(pool.map(of_styles, cases))
    print(f"\n{'manner':12}{'deals':>8}{'own, all':>10}{'own, deals':>12}{'joint, all':>12}")
    for style in manners.STYLES:
        all_of = [outcome for case in found for outcome in case[style]]
        row = mean(o.deal for o in all_of), mean(o.own for o in all_of), _claimed(all_of), mean(o.joint for o in all_of)
        print(f"{style:12}{row[0]:8.3f}{row[1]:10.3f}{row[2]:12.3f}{row[3]:12.3f}")

    more_deals = [_share_of_deals(case["warm"]) - _share_of_deals(case["dominant"]) for case in found]
    than_warm, than_plain = (
        [_claimed(case["dominant"]) - _claimed(case[style]) for case in found] for style in ("warm", "plain")
    )
    show_mean("warm: more deals than dominant", more_deals)
    show_mean("dominant: claims more in deals than warm", than_warm)
    show_mean("dominant: claims more in deals than plain", than_plain)
    return mean(more_deals), mean(than_warm)


def show_mean(title: str, by_case: Sequence[float]) -> None:
    """Print the mean of a figure over the cases, with its interval."""
    low, high = interval(len(by_case), lambda drawn: mean(by_case[n] for n in drawn))
    print(f"{title:44}{mean(by_case):7.3f} ({low:.3f} to {high:.3f})")


def _share_of_deals(outcomes: Sequence[manners.Outcome]) -> float:
    return mean(outcome.deal for outcome in outcomes)


def _claimed(outcomes: Sequence[manners.Outcome]) -> float:
    return mean(outcome.own for outcome in outcomes if outcome.deal)


def of_giving(case: Case) -> dict[str, float]:
    """Return by counterpart what giving brings more than stonewalling in a case."""
    return dict(_differences(case))


def _differences(case: Case) -> Iterator[tuple[str, float]]:
    for name in counterpart_names():
        given, kept = (mean(o.own for o in manners.against(case, name, giving=giving)) for giving in (True, False))
        yield name, given - kept


def show_giving(cases: list[Case], pool: ProcessPoolExecutor) -> float:
    """Print what giving brings more than stonewalling against everybody, and return the smallest difference."""
    found = list(pool.map(of_giving, cases))
    print("\ngiving over stonewalling, own utility")
    for name in counterpart_names():
        show_mean(name, [case[name] for case in found])
    return min(mean(case[name] for case in found) for name in counterpart_names())


def traders_share() -> float:
    """Return the joint value of two plain dealers on the job offer, as a share of the greatest; no deal counts 0."""
    case, shares = load_case("job-offer"), []
    for seed in range(2 if QUICK else 20):
        session = talk_between(
            case, (meet("plain-dealer", seed), meet("plain-dealer", seed + 100)), models.ROUNDS, seed % 2
        )
        shares.append(joint_value(case, session.agreement) if session.agreement else 0)
    return mean(shares) / sum(greatest_sum(case).payoffs)


def main() -> None:
    """Print the tables and the result line."""
    cases, genius = kit_cases(), genius_cases(os.environ.get("BIGGERPIE_GENIUS", ""))
    with ProcessPoolExecutor() as pool:
        kit = show_models("The kit's cases and variants", cases, pool)
        other = show_models("GENIUS domains", genius, pool) if genius else None
        warm, dominant = show_styles(cases, pool)
        giving = show_giving(cases, pool)
    share, reply_ms, faster = traders_share(), speed.reply_ms(), speed.faster_than_negmas()
    named = {"own_gap_closed": kit[0], "distance_cut": kit[1]}
    named |= {"genius_gap": other[0], "genius_cut": other[1]} if other else {}
    named |= {"warm_more_deals": warm, "dominant_claims_more": dominant, "giving_over_stonewalling": giving}
    named |= {"traders_share": share, "ms_1e6": reply_ms}
    named |= {"speedup_negmas": faster} if faster else {}
    print("\nRESULT " + " ".join(f"{name}={value:.3f}" for name, value in named.items()))


if __name__ == "__main__":
    main()
