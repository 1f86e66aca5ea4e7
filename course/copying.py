"""`biggerpie copying ASSIGNMENT`: a report on answers that are alike, to be looked at with the students."""

import argparse
from pathlib import Path

from ..grading.atomic_files import write_whole

EXPLANATION = """
Compares the submissions to an assignment: answers that fit another student's case clearly better than their
own, and written answers that share long runs of words. Writes reports/copying-ASSIGNMENT.html and .csv in the
course folder.
It is a report, not an accusation: likeness may have innocent reasons. No mark is changed.
"""


def add_copying_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `copying` to the command line."""
    command = commands.add_parser("copying", help="report answers that are alike", description=EXPLANATION)
    command.add_argument("assignment", help="such as 01-both-can-gain")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.set_defaults(run=lambda options, _: _copying(options), passes_on=False)


def report_copying(course: Path, assignment: str) -> str:
    """Write the report and return a summary; raise NegotiationError with one sentence where there can be none."""
    from ..grading.similarity.findings import look_through  # nbgrader takes seconds to import
    from ..grading.similarity.page import page
    from ..grading.similarity.summary import summary
    from ..grading.similarity.table import table

    course = course.resolve()
    findings = look_through(course, assignment)
    file = course / "reports" / f"copying-{assignment}.html"
    write_whole(file.with_suffix(".csv"), table(findings).encode(errors="backslashreplace"))
    write_whole(file, page(findings).encode(errors="backslashreplace"))
    return summary(findings, file)


def _copying(options: argparse.Namespace) -> None:
    print(report_copying(options.course, options.assignment))
