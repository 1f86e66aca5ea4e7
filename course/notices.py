"""`biggerpie notices ASSIGNMENT`: what is open about submissions, and what somebody has seen to."""

import argparse
from pathlib import Path

from ..grading.class_run.staging import HIDDEN
from ..grading.dossiers.ids import nearest_id
from ..grading.notices import Notices, keep_notices, kept_notices
from ..grading.submission.printable import printable
from ..negotiation import NegotiationError

LOG = "notices.log"
EXPLANATION = """
Lists the notices that grading wrote about submissions and that nobody has seen to yet. A notice goes away when its
cause does: when the submission is handed in again, or is marked again without it. What only you can settle, --seen
takes away.
"""


def add_notices_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `notices` to the command line."""
    command = commands.add_parser("notices", help="list what needs seeing to", description=EXPLANATION)
    command.add_argument("assignment", help="such as 01-both-can-gain")
    command.add_argument("--seen", nargs="+", default=[], metavar="STUDENT", help="you have seen to theirs")
    command.add_argument("--seen-all", action="store_true", help="you have seen to everybody's")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.set_defaults(run=lambda options, _: _notices(options), passes_on=False)


def _notices(options: argparse.Namespace) -> None:
    course = options.course.resolve()
    if not (course / HIDDEN).is_dir():
        raise NegotiationError(f"{course} is no course in which anything was graded; name it by --course.")
    kept = {notices.student: notices for notices in kept_notices(course, options.assignment)}
    if not kept:
        from ..grading.nbgrader_adapter.open_course import require_assignment  # nbgrader takes seconds to import

        require_assignment(course, options.assignment, LOG)
    for student in options.seen:
        if student not in kept:
            raise NegotiationError(f"there is no notice about {student!r}{nearest_id(student, kept)}")
    seen = list(kept) if options.seen_all else options.seen
    for student in seen:
        kept[student] = keep_notices(course, options.assignment, kept[student].seen_to())
    if seen:
        print(printable(f"You have seen to {', '.join(seen)}."))
    lines = [line for notices in kept.values() for line in _lines(notices)]
    print("\n".join(map(printable, lines or [f"{options.assignment}: nothing is open."])))


def _lines(notices: Notices) -> list[str]:
    problem = [f"could not be graded: {notices.problem}"] if notices.problem else []
    return [f"{notices.student}: {said}" for said in [*notices.open, *problem]]
