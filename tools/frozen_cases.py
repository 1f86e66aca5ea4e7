"""Freeze what the kit draws: `python -m tools.frozen_cases --write` adds digests for the version at hand.

Those of a version that is there already stay: students have its cases.
"""

import json
import sys
from pathlib import Path

from biggerpie.grading.dossiers.dossier import drawn_case
from biggerpie.grading.dossiers.drawn import digest_of_case
from biggerpie.grading.dossiers.named import LINE, named_case
from biggerpie.grading.dossiers.places import Places, places_for
from biggerpie.grading.kit_version import kit_version

FILE = Path(__file__).parents[1] / "tests" / "grading" / "dossiers" / "frozen-cases.json"
KEYS = [f"key {number}" for number in range(8)]
STUDENTS = ["ada", "S100", "jos\u00e9", "demo-01"]
Frozen = dict[str, dict[str, list[str] | list[int]]]


def drawn(words: list[str]) -> Frozen:
    """Return the digests of the cases that each `%case` line draws under some keys, and which case some ids have."""
    cases = {line: named_case(line) for line in words}
    digests = {line: [digest_of_case(named, drawn_case(named, key)) for key in KEYS] for line, named in cases.items()}
    places = places_for("s" * 64, "01-both-can-gain", STUDENTS)
    exact = Places(places.seal, places.size, places.shifts, exact=True)
    numbers = {
        "as compared": [places.number_of(student) for student in STUDENTS],
        "letter by letter": [exact.number_of(student) for student in STUDENTS],
    }
    return {"cases": dict(digests), "places": dict(numbers)}


def words_of_exercises() -> list[str]:
    """Return what the `%case` lines of the kit's exercises name, each once."""
    found = set()
    for file in sorted((Path(__file__).parents[1] / "exercises").glob("[0-9]*/exercise.ipynb")):
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        sources = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        found |= {line["words"] for source in sources if (line := LINE.search(source))}
    return sorted(found)


def main() -> int:
    """Add the version at hand, where it is not there yet."""
    known = json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}
    if "--write" not in sys.argv:
        print(__doc__)
        return 2
    if kit_version() in known:
        print(f"{kit_version()} is there already; nothing was changed.")
        return 0
    known[kit_version()] = drawn(words_of_exercises())
    FILE.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
