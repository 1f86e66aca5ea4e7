"""`python -m tools.pairings --write`: find the pairings of preferences of nearly equal hardness, and keep them.

The band was chosen so: of all pairings with the kinds of issues below, the two windows of three marks, one for the
middle of everything and one for a random package, that leave the most pairings possible.
"""

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations
from math import sqrt
from pathlib import Path

from biggerpie.negotiation.analysis.importance import importance
from biggerpie.negotiation.variants.variant import RESERVATION_VALUES, WEIGHTS, Pairing
from tqdm import tqdm

FILE = Path(__file__).parent.parent / "negotiation" / "variants" / "pairings.csv"
MIDDLE = (24.2, 27.1)
RANDOM = (21.9, 24.8)
LEAST_BY_TRADES = 97.5
FEWEST_AFTER_ASKING = 2
COMPATIBLE = 2
Payoffs = tuple[int, int]


def candidates() -> Iterator[Pairing]:
    """Yield the pairings with two compatible, one distributive and three integrative issues, trades in both directions.

    What words tell decides the kind: opposed issues in the same band of strength weigh the same. The compatible
    issues alone give neither side its reservation value, so that nobody can take all the rest.
    """
    total = sum(WEIGHTS)
    for other in permutations(WEIGHTS):
        for agreed in combinations(range(len(WEIGHTS)), COMPATIBLE):
            facing = [(a, b) for n, (a, b) in enumerate(zip(WEIGHTS, other, strict=True)) if n not in agreed]
            traded = [(a, b) for a, b in facing if a != b]
            told_apart = all(
                importance(a, total, len(WEIGHTS)) != importance(b, total, len(WEIGHTS)) for a, b in traded
            )
            both_ways = any(a > b for a, b in traded) and any(a < b for a, b in traded)
            modest = all(
                sum(side[n] for n in agreed) < least
                for side, least in zip((WEIGHTS, other), RESERVATION_VALUES, strict=True)
            )
            if len(traded) == len(facing) - 1 and told_apart and both_ways and modest:
                yield Pairing(other, tuple(n not in agreed for n in range(len(WEIGHTS))))


def marks(pairing: Pairing) -> tuple[float, float, float]:
    """Return the package mark of the middle, the mean of all packages, and that of giving where it costs less.

    Computed from the package mark's formula on the counts of payoffs, without the kit's own measures.
    """
    counts: Counter[Payoffs] = Counter({(0, 0): 1})
    by_trades = [0, 0]
    for own, other, opposed in zip(WEIGHTS, *pairing, strict=True):
        options = [(own * n // 4, (other * (4 - n) if opposed else other * n) // 4) for n in range(5)]
        merged: Counter[Payoffs] = Counter()
        for (p, q), count in counts.items():
            for a, b in options:
                merged[p + a, q + b] += count
        counts = merged
        step = 4 if not opposed or own > other else 0 if own < other else 2
        by_trades = [by_trades[0] + options[step][0], by_trades[1] + options[step][1]]
    efficient = _efficient(counts)
    gains = [(p - RESERVATION_VALUES[0], q - RESERVATION_VALUES[1]) for p, q in efficient]
    nash = max(a * b for a, b in gains if a >= 0 and b >= 0)
    middle = (sum(WEIGHTS) // 2,) * 2

    def slack(p: int, q: int) -> int:
        return max(min(a - p, b - q) for a, b in efficient)

    def mark(p: int, q: int) -> float:
        a, b = p - RESERVATION_VALUES[0], q - RESERVATION_VALUES[1]
        if a < 0 or b < 0:
            return 0.0
        whole = 60 * sqrt(a * b / nash) + 40 * max(0.0, 1 - slack(p, q) / slack(*middle))
        return whole if (p, q) in efficient else min(99.0, whole)

    mean = sum(mark(*payoffs) * count for payoffs, count in counts.items()) / counts.total()
    return mark(*middle), mean, mark(*by_trades)


def _efficient(counts: Counter[Payoffs]) -> set[Payoffs]:
    best, found = -1, set()
    for p, q in sorted(counts, reverse=True):
        if q > best:
            best = q
            found.add((p, q))
    return found


def admitted(judged: dict[Pairing, tuple[float, float, float]]) -> list[Pairing]:
    """Return the pairings in the band that leave something unknown even when every question was answered."""
    total = sum(WEIGHTS)
    inside = [
        pairing
        for pairing, (middle, mean, trades) in judged.items()
        if MIDDLE[0] <= middle <= MIDDLE[1] and RANDOM[0] <= mean <= RANDOM[1] and trades >= LEAST_BY_TRADES
    ]
    said = {p: (tuple(importance(w, total, len(WEIGHTS)) for w in p.weights), p.opposed) for p in inside}
    alike = Counter(said.values())
    return sorted(pairing for pairing in inside if alike[said[pairing]] >= FEWEST_AFTER_ASKING)


def text() -> str:
    """Return the file's text."""
    judged = {pairing: marks(pairing) for pairing in tqdm(list(candidates()), desc="pairings")}
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["weights", "opposed", "middle", "random"])
    for pairing in admitted(judged):
        signs = "".join("x" if opposed else "=" for opposed in pairing.opposed)
        middle, mean, _ = judged[pairing]
        rows.writerow([" ".join(map(str, pairing.weights)), signs, f"{middle:.1f}", f"{mean:.1f}"])
    return out.getvalue()


if __name__ == "__main__":
    if "--write" in sys.argv:
        FILE.write_text(text(), encoding="utf-8")
    else:
        print(text(), end="")
