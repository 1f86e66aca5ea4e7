"""`biggerpie grade ASSIGNMENT`: mark a class and write its feedback; what is up to date already is left alone."""

import argparse
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

EXPLANATION = """
Marks every submission in submitted/ and writes its feedback, with nbgrader's own parts and gradebook, so that
formgrader and nbgrader's commands show and continue what this began. Run it again whenever something has changed:
new submissions, marks or comments given by hand, the exercise itself. What is up to date is left alone. It can be
interrupted at any moment; the next run goes on from there.
"""


def add_grade_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `grade` to the command line."""
    command = commands.add_parser("grade", help="mark a class and write its feedback", description=EXPLANATION)
    command.add_argument("assignment", help="such as 01-both-can-gain")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.add_argument("--student", action="append", metavar="ID", help="only this student; may be given again")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--workers", type=_count, default=0, metavar="N", help="processes (one a core)")
    where.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, such as tcp://10.0.0.5:8786")
    command.add_argument("--no-feedback", action="store_true", help="mark only, and write no feedback yet")
    command.add_argument("--force", action="store_true", help="redo what is up to date, too")
    command.set_defaults(run=lambda options, _: _grade(options), passes_on=False)


def _grade(options: argparse.Namespace) -> int:
    """Grade, print the summary, and return 1 where something is left for the instructor to see to."""
    from ..grading.class_run.run import grade_class  # nbgrader takes seconds to import

    with _executor(options) as executor:
        summary = grade_class(
            options.course,
            options.assignment,
            students=options.student,
            workers=options.workers,
            force=options.force,
            feedback=not options.no_feedback,
            executor=executor,
        )
    print(summary.text())
    return int(bool(summary.failed or summary.stopped))


def _executor(options: argparse.Namespace) -> AbstractContextManager[Executor | None]:
    from ..grading.class_run.cluster import cluster

    return cluster(options.scheduler, options.course) if options.scheduler else nullcontext()


def _count(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; write a whole number from 1")
    return int(text)
