"""`biggerpie questions`: everybody's points for every question, as a table for your own statistics."""

import argparse
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..negotiation import NegotiationError

EXPLANATION = """
Writes a table with a line for each student and question: assignment, student, section, question, kind (automatic or
written), status, points (empty where none are given yet) and most points. Points are those before a penalty for
lateness. A file whose name ends in .parquet is written as Parquet, which needs pyarrow; any other as CSV.
"""


def add_questions_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `questions` to the command line."""
    command = commands.add_parser("questions", help="marks per question, as a table", description=EXPLANATION)
    command.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="such as 01-both-can-gain (all)")
    command.add_argument("--to", type=Path, default=Path("questions.csv"), metavar="FILE", help="(questions.csv)")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.set_defaults(run=lambda options, _: _questions(options), passes_on=False)


def _questions(options: argparse.Namespace) -> None:
    from ..grading.nbgrader_adapter.question_marks import (
        generated_assignments,
        question_marks,
    )  # nbgrader takes seconds
    from .campus.sections import sections_of
    from .question_table import PARQUET, as_csv, as_parquet

    course = options.course.resolve()
    names = options.assignments or generated_assignments(course)
    if not names:
        raise NegotiationError("nothing was generated yet; run 'nbgrader generate_assignment EXERCISE' first.")
    marks = [mark for name in names for mark in question_marks(course, name)]
    write = as_parquet if options.to.suffix.lower() == PARQUET else as_csv
    write_whole(options.to.absolute(), write(marks, sections_of(course, {mark.student for mark in marks})))
    given = sum(mark.points is not None for mark in marks)
    print(f"{options.to} has {len(marks)} lines, {given} of them with points.")
