"""`biggerpie due` and `biggerpie extend`: until when is time, for everybody and for a student."""

import argparse
from pathlib import Path

DUE = """
Shows until when the exercises may be handed in, or sets it: biggerpie due 01-both-can-gain "2026-12-05 23:59".
A date without a zone is in the course's (c.CourseDates.zone in nbgrader_config.py); every date is told as it was
understood. 'none' takes a due date away.
"""
EXTEND = """
Lets one student hand in later: biggerpie extend 01-both-can-gain ada 2d, or 36h, or 1w, after the due date, or until a
date such as "2026-12-07 23:59". 'none' takes it away. It stands in extensions.csv, and counts for lateness, feedback,
collecting and the export.
"""


def add_dates_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `due` and `extend` to the command line."""
    due = commands.add_parser("due", help="show or set due dates", description=DUE)
    due.add_argument("assignment", nargs="?", help="such as 01-both-can-gain; without one, all")
    due.add_argument("date", nargs="*", help="such as '2026-12-05 23:59', or none")
    due.set_defaults(run=lambda options, _: _due(options), passes_on=False)
    extend = commands.add_parser("extend", help="let a student hand in later", description=EXTEND)
    extend.add_argument("assignment", help="such as 01-both-can-gain")
    extend.add_argument("student", help="the student's id")
    extend.add_argument("until", nargs="+", help="such as 2d, 36h or '2026-12-07 23:59', or none")
    extend.set_defaults(run=lambda options, _: _extend(options), passes_on=False)
    for command in (due, extend):
        command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")


def _due(options: argparse.Namespace) -> None:
    from ..grading.nbgrader_adapter.set_dates import list_dates, set_due_date  # nbgrader takes seconds to import

    if options.date:
        print("\n".join(set_due_date(options.course, options.assignment, " ".join(options.date))))
    else:
        print("\n".join(list_dates(options.course, options.assignment)))


def _extend(options: argparse.Namespace) -> None:
    from ..grading.nbgrader_adapter.set_dates import set_extension  # the same

    print("\n".join(set_extension(options.course, options.assignment, options.student, " ".join(options.until))))
