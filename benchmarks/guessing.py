"""What the best guess of somebody who asks nothing earns of each part: the mean over variants, as a share of its marks.

A program searches with the student's own points, the rules by which variants are drawn and what an exercise shows
before the talk. Each guess is marked by the exercise's own test cell on all that the other side may want. A number
sets how many variants; without one, 200, which takes half an hour.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.grading.guessing.table import PARTS, guessed

VARIANTS = 200


def main() -> None:
    """Print a row for each part, and the result line."""
    variants = int(sys.argv[1]) if len(sys.argv) > 1 else VARIANTS
    print(f"{'exercise':24} {'part':12} {'without asking':>14}")
    found = {}
    for part in PARTS:
        found[part] = guessed(part, variants, thorough=True)
        print(f"{part[0]:24} {part[1]:12} {found[part]:14.1%}", flush=True)
    worst = max(found, key=found.__getitem__)
    most = f"{100 * found[worst]:.1f}"
    print(f"RESULT variants={variants} most_percent={most} of={worst[0][:2]}-{worst[1]} parts={len(found)}")


if __name__ == "__main__":
    main()
