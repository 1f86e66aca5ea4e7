"""The exact frontier: issue-wise merging against plain enumeration, in one run; ours alone up to 10^20 packages.

The enumeration sums every package's points once, sorts the distinct payoffs and keeps the undominated ones in one
sweep: the fastest plain way, not the quadratic comparison of all with all. Both must give the same frontier.
"""

from itertools import product
from random import Random
from statistics import median
from time import perf_counter

from biggerpie.negotiation import Case, Issue, Party, frontier

OPTIONS = 10
COMPARED = (3, 4, 5, 6)
ALONE = (10, 15, 20)
REPEATS = 5


def random_case(issues: int) -> Case:
    """Return a case of two parties with `issues` issues of ten options worth 0 to 100 points, the same each time."""
    draw = Random(issues)
    sides = [tuple(tuple(draw.randint(0, 100) for _ in range(OPTIONS)) for _ in range(issues)) for _ in range(2)]
    parties = tuple(Party(name, "", "", "", 0, points) for name, points in zip("ab", sides, strict=True))
    named = tuple(Issue(str(n), "", tuple(map(str, range(OPTIONS)))) for n in range(issues))
    return Case("random", "", named, parties)


def enumerated(case: Case) -> list[tuple[int, int]]:
    """Return the frontier's payoffs from all packages."""
    columns = [list(zip(*points, strict=True)) for points in zip(*(p.points for p in case.parties), strict=True)]
    payoffs = {(sum(a for a, _ in package), sum(b for _, b in package)) for package in product(*columns)}
    kept: list[tuple[int, int]] = []
    for first, second in sorted(payoffs, reverse=True):
        if not kept or second > kept[-1][1]:
            kept.append((first, second))
    return kept


def merged(case: Case) -> list[tuple[int, ...]]:
    """Return the frontier's payoffs as the kit computes them, without its cache."""
    return [point.payoffs for point in frontier.__wrapped__(case)]


def seconds(function, case: Case, repeats: int) -> float:  # noqa: ANN001  # any of the two above
    """Return the median time of a call."""
    times = []
    for _ in range(repeats):
        start = perf_counter()
        function(case)
        times.append(perf_counter() - start)
    return median(times)


def main() -> None:
    """Print a table and the result line."""
    print(f"{'packages':>12} {'enumeration':>14} {'merging':>12} {'speed-up':>10} {'frontier':>9}")
    speedup = 0.0
    for issues in COMPARED:
        case = random_case(issues)
        assert enumerated(case) == merged(case)
        plain, ours = seconds(enumerated, case, 3 if issues > COMPARED[0] else REPEATS), seconds(merged, case, REPEATS)
        speedup = plain / ours
        print(f"{f'10^{issues}':>12} {plain * 1e3:11.2f} ms {ours * 1e3:9.3f} ms {speedup:10.0f} {len(merged(case)):9}")
    ours = 0.0
    for issues in ALONE:
        case = random_case(issues)
        ours = seconds(merged, case, REPEATS)
        print(f"{f'10^{issues}':>12} {'-':>14} {ours * 1e3:9.3f} ms {'-':>10} {len(merged(case)):9}")
    print(f"RESULT speedup_1e6={speedup:.0f} ms_1e20={ours * 1e3:.2f}")


if __name__ == "__main__":
    main()
