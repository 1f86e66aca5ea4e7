"""Whose a file in a campus system's download is: only what the platform wrote of its name tells, never the sender's.

Names as Canvas, Moodle, Blackboard and Brightspace write them; the sender's own file name stands at the end.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from unicodedata import combining, normalize

from ...grading.nbgrader_adapter.class_marks import Classmate
from .matching import ClassIndex
from .systems import BY_EMAIL, BY_FILE_NAME, BY_ID, BY_LMS

BRIGHTSPACE = re.compile(
    r"(?P<place>\d+-\d+ - (?P<name>.+?) - (?P<time>[A-Z][a-z]{2} \d{1,2}, \d{4} \d{3,4} [AP]M)/)(?P<file>.+)"
)
MOODLE = re.compile(r"(?P<place>(?P<name>.+?)_(?P<sender>\d+)_assignsubmission_file_?/?)(?P<file>.+)")
BLACKBOARD = re.compile(r"(?P<place>(?P<head>.+?)_attempt_(?P<time>\d{4}(?:-\d\d){5})_)(?P<file>.+)")
CANVAS = re.compile(r"(?P<place>(?P<short>[^_/]+)_(?P<late>LATE_)?(?P<lms>\d+)_\d+_)(?P<file>.+)")
PATTERNS = (BRIGHTSPACE, CANVAS, MOODLE, BLACKBOARD)
"""Of each system, those first in which the sender writes least before the system's own part is over."""
VERSION = re.compile(r"(?P<stem>.*?)(?:-(?P<version>\d{1,3}))?(?P<ending>\.ipynb)", re.IGNORECASE | re.DOTALL)
TIMES = ("%b %d, %Y %I%M %p", "%Y-%m-%d-%H-%M-%S")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a download: whose it is ("" for nobody's), and what the platform's name says.

    `place` is what comes before the sender's own name; feedback goes back under it. `time` is by the campus's clocks.
    `sender` is the platform's own number of the sender, "" where it writes none: two people may have one name.
    """

    name: str
    student: str
    place: str
    file: str
    time: datetime | None = None
    late: bool = False
    sender: str = ""

    @property
    def is_notebook(self) -> bool:
        """Whether the sender's own name is a notebook's."""
        return VERSION.fullmatch(self.file) is not None

    @property
    def version(self) -> int:
        """Which upload of the same file it is, by the number that Canvas adds."""
        found = VERSION.fullmatch(self.file)
        return int(found["version"] or 0) if found else 0


def pattern_of(names: list[str]) -> re.Pattern[str] | None:
    """Return the pattern of the system that wrote these names, the one that fits most; None where none fits any.

    A download has one system: a sender's own file name may look like another system's, with somebody else's name in it.
    """
    fits = {pattern: sum(pattern.fullmatch(name) is not None for name in names) for pattern in PATTERNS}
    best = max(PATTERNS, key=lambda pattern: fits[pattern])
    return best if fits[best] else None


def upload_of(name: str, pattern: re.Pattern[str], known: ClassIndex, by_name: dict[str, str]) -> Upload | None:
    """Return what a file's name tells, None where its system writes no such names; `by_name` is `squeezed_names`."""
    if not (found := pattern.fullmatch(name)):
        return None
    about = found.groupdict()
    student = _student(about, known, by_name)
    late, sender = bool(about.get("late")), about.get("sender") or about.get("lms") or ""
    return Upload(name, student, about["place"], about["file"], _time(about.get("time")), late, sender)


def squeezed_names(classmates: Iterable[Classmate]) -> dict[str, str]:
    """Return students by last and first name as Canvas writes these into a file's name.

    Nobody whose name two have, and nobody whose number is known: a file of another number is somebody else's.
    """
    found: dict[str, list[Classmate]] = {}
    for one in classmates:
        if key := squeezed(f"{one.last_name}{one.first_name}"):
            found.setdefault(key, []).append(one)
    return {key: some[0].id for key, some in found.items() if len(some) == 1 and not some[0].lms}


def _student(about: dict[str, str], known: ClassIndex, by_name: dict[str, str]) -> str:
    if "name" in about:
        return known.find((BY_FILE_NAME,), about["name"]) or ""
    if "head" in about:
        words = about["head"].split("_")
        told = {known.find((BY_ID, BY_EMAIL), "_".join(words[at:])) for at in range(1, len(words))} - {None}
        return (told.pop() or "") if len(told) == 1 else ""
    return known.find((BY_LMS,), about["lms"]) or by_name.get(squeezed(about["short"]), "")


def _time(text: str | None) -> datetime | None:
    for pattern in TIMES if text else ():
        padded = re.sub(r" (\d{3}) ", r" 0\1 ", text or "")
        try:
            return datetime.strptime(padded, pattern)  # by the campus's clocks
        except ValueError:
            continue
    return None


def squeezed(name: str) -> str:
    """Return a name as Canvas writes it into a file's name."""
    letters = normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum() and not combining(letter))
