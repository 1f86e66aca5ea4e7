"""For learners on their own: a public key, everything told, and another case as often as one likes."""

from pathlib import Path

from .dossier import Opened, drawn_alike, drawn_case
from .named import NamedCase

COUNTER = "case-number.txt"


def case_alone(named: NamedCase, folder: Path) -> Opened:
    """Return the whole case, drawn under the number of the case that the learner is at."""
    if not named.has_variants:
        return drawn_alike(named)
    return drawn_case(named, f"alone {folder.name} {named.case} {case_number(folder)}")


def case_number(folder: Path) -> int:
    """Return the number of the case that the learner is at, from 1."""
    try:
        return max(1, int((folder / COUNTER).read_text(encoding="utf-8")[:9]))
    except (OSError, ValueError):
        return 1


def next_case(folder: Path) -> int:
    """Go on to another case and return its number."""
    number = case_number(folder) + 1
    (folder / COUNTER).write_text(f"{number}\n", encoding="utf-8")
    return number
