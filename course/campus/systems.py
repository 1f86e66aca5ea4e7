"""How Canvas, Moodle, Blackboard and Brightspace call the columns of their tables.

From the importers' source where it is public (Canvas, Moodle), else from their help pages. Headings of Moodle are in
the site's language, so there and in any other table a column is known by what stands in it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...negotiation import plain

BY_LMS, BY_ID, BY_EMAIL, BY_NAME = "lms", "id", "email", "name"
"""By what a column tells a student: the system's own number, the id of the class list, the address, the name."""
BY_FILE_NAME = "file name"
"""By what a file's name tells a student: the name, without the letters that systems leave out there."""


@dataclass(frozen=True, slots=True)
class System:
    """One system: which headings tell it, which columns tell a student, and which others its import needs.

    `keeps_all`: the import wants the whole table back; else the columns of other assignments are left out, so that
    no mark given meanwhile is set back.
    """

    name: str
    told_by: tuple[str, ...]
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    prefix: str = ""
    keeps_all: bool = False
    title: re.Pattern[str] = re.compile(r"(?P<title>.*)", re.DOTALL)
    """What of a mark's heading is the assignment's name."""


CANVAS = System(
    "Canvas",
    ("student", "id", "section"),
    {"id": (BY_LMS,), "sis user id": (BY_ID,), "sis login id": (BY_ID, BY_EMAIL), "student": (BY_NAME,)},
    ("section", "integration id", "root account"),
    title=re.compile(r"(?P<title>.*?)(?: \(\d+\))?", re.DOTALL),
)
BRIGHTSPACE = System(
    "Brightspace",
    ("orgdefinedid", "end of line indicator"),
    {"orgdefinedid": (BY_ID, BY_LMS), "username": (BY_ID,), "email": (BY_EMAIL,)},
    ("last name", "first name", "end of line indicator"),
    prefix="#",
    title=re.compile(r"(?P<title>.*?)(?: Points Grade.*)?", re.DOTALL),
)
BLACKBOARD = System(
    "Blackboard",
    ("username", "last name", "first name"),
    {"username": (BY_ID,), "student id": (BY_ID, BY_LMS)},
    ("last name", "first name", "last access", "availability"),
    title=re.compile(r"(?P<title>.*?)(?: \[Total Pts:.*)?", re.DOTALL),
)
OTHER = System("another system", (), keeps_all=True)
KNOWN = (CANVAS, BRIGHTSPACE, BLACKBOARD)


def system_of(headings: Sequence[str]) -> System:
    """Return the system whose headings these are."""
    found = {plain(heading) for heading in headings}
    return next((system for system in KNOWN if set(system.told_by) <= found), OTHER)
