"""`python -m tests.fuzz --inputs 1000000`: run the targets on so many inputs each, and tell what was found.

An input is drawn from the target's name, the seed and its number; `--first N --inputs 1` makes one again.
"""

import argparse
import sys

from .budget import SECONDS, Tally, limit_memory
from .run import TARGETS, fuzzed


def main() -> int:
    """Run the command and return 1 where anything was found."""
    options = _options()
    limit_memory()
    tallies = {}
    for name in options.target or TARGETS:
        tallies[name] = fuzzed(name, options.inputs, options.seed, options.first)
        print(_line(name, tallies[name]), flush=True)
    print(_result(tallies))
    return int(any(tally.crashes or tally.late for tally in tallies.values()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=2_000, metavar="N", help="for each target (2,000)")
    parser.add_argument("--target", action="append", choices=TARGETS, help="only this one; may be given again")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, other inputs (1)")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first input (0)")
    return parser.parse_args()


def _line(name: str, tally: Tally) -> str:
    slowest, number = tally.slowest
    lines = [
        f"{name:14} {tally.inputs:>10,} inputs {tally.inputs / max(tally.seconds, 1e-9):>8,.0f} a second, "
        f"{tally.refused:>10,} refused in a sentence, slowest {slowest:.3f} s (input {number})",
        *(f"  input {number}: {kind}: {words!r}" for kind, (number, words) in tally.crashes.items()),
        *([f"  over {SECONDS:g} s: inputs {tally.late[:10]}"] if tally.late else []),
    ]
    return "\n".join(lines)


def _result(tallies: dict[str, Tally]) -> str:
    inputs = sum(tally.inputs for tally in tallies.values())
    crashes = sum(len(tally.crashes) for tally in tallies.values())
    late = sum(len(tally.late) for tally in tallies.values())
    slowest = max(tally.slowest[0] for tally in tallies.values())
    return f"RESULT inputs={inputs} kinds_of_crashes={crashes} over_budget={late} slowest={slowest:.3f}"


if __name__ == "__main__":
    sys.exit(main())
