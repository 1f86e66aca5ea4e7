"""For learners on their own: a public key, everything told, and another case as often as one likes."""

from pathlib import Path

from ..atomic_files import require_no_link, write_whole
from .dossier import Opened, drawn_alike, drawn_case
from .named import NamedCase

COUNTER = "case-number.txt"
EARLIER = "earlier-answers.md"


def self_paced_case(named: NamedCase, folder: Path) -> Opened:
    """Return the whole case, drawn under the number of the case that the learner is at."""
    if not named.has_variants:
        return drawn_alike(named)
    return drawn_case(named, f"alone {folder.name} {named.case} {case_number(folder)}")


def case_number(folder: Path) -> int:
    """Return the number of the case that the learner is at, from 1."""
    file = folder / COUNTER
    try:
        return max(1, int(file.read_text(encoding="utf-8")[:9])) if file.is_file() else 1  # a pipe would be waited for
    except (OSError, ValueError):
        return 1


def next_case(folder: Path) -> int:
    """Go on to another case and return its number; raise NegotiationError where a link stands in the file's place."""
    number = case_number(folder) + 1
    write_whole(folder / COUNTER, f"{number}\n".encode(), within=folder)
    return number


def put_aside(folder: Path, number: int, answer: str, text: str) -> None:
    """Add what was answered to a case to the learner's earlier answers; a link in the file's place is refused."""
    file = folder / EARLIER
    require_no_link(file, folder)
    before = file.read_bytes() if file.is_file() else b"# Answers to earlier cases\n"
    write_whole(file, before + earlier_answer(number, answer, text).encode(), within=folder)


def earlier_answer(number: int, answer: str, text: str) -> str:
    """Return what is kept of an answer to an earlier case, as Markdown."""
    return f"\n## Case {number}: {answer}\n\n{text.strip()}\n"
