"""A run: every submission to an assignment marked and given feedback, in several processes, as far as still to do."""

import sys
from collections.abc import Mapping
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from ...negotiation import NegotiationError
from ..dossiers.graded import class_doubts
from ..nbgrader_adapter.due_dates import due_dates, told_dates
from ..nbgrader_adapter.makes_grader import MakesGrader
from ..nbgrader_adapter.nobodys_extensions import nobodys_extensions
from ..nbgrader_adapter.one_submission import Outcome
from ..nbgrader_adapter.open_course import course_lock, opened_course
from ..nbgrader_adapter.problems import Problem
from ..nbgrader_adapter.record import is_the_kits
from ..nbgrader_adapter.shared_gradebook import SharedGradebook
from ..nbgrader_adapter.standing import generated, roster, standing
from ..notices import forget_others, keep_notices, kept_notices, read_notices
from ..submission.budget import EXECUTED, READ_AS_DATA, Budget
from ..submission.out_of_place import closed, out_of_place
from ..who_can_read import who_can_read
from .executor import in_executor
from .staging import HIDDEN, clear_workplaces
from .summary import Summary
from .workers import DiedError, OverBudgetError, cores, in_processes

MOST_WORKERS = 8
LEFT_OUT = "is left out by a line in nbgrader_config.py (c.CourseDirectory.student_id or student_id_exclude)"
SECONDS_BETWEEN_LINES = 30  # of progress, where nobody watches it move


def grade_class(  # noqa: PLR0913  # what the command offers
    folder: Path,
    assignment: str,
    *,
    students: list[str] | None = None,
    workers: int = 0,
    force: bool = False,
    feedback: bool = True,
    executor: Executor | None = None,
) -> Summary:
    """Grade every submission to an assignment, or those of `students`, and return what was done.

    `workers` is the number of processes, 0 for one a core. With `force` what is up to date is done again;
    without `feedback` submissions are marked only. An `executor` takes the place of the processes; its workers, on
    whatever machine, see the course's folder at the same path, and the same gradebook.
    Raises NegotiationError with one sentence where nothing can be graded.
    """
    folder, log = folder.resolve(), f"{assignment}.log"
    with (
        opened_course(folder, log) as course,
        course_lock(folder),
        closing(SharedGradebook(course.gradebook_url)) as book,
    ):
        course.require_whole_submissions()
        zone = course.zone
        clear_workplaces(folder)
        book.prepare(course.name)
        with book.transaction() as gradebook:
            exercise, known = generated(gradebook, assignment), roster(gradebook)
            dates = due_dates(gradebook, folder, assignment)
            later = nobodys_extensions(course, gradebook)
            budget = READ_AS_DATA if is_the_kits(course.gradebook_url, assignment, exercise.notebooks) else EXECUTED
        renamed, waiting = course.one_spelling(known)
        submitted = course.submitted_students(assignment)
        shut = {path.name for path in closed(course.submitted_folder)}
        odd = out_of_place(course.submitted_folder, assignment)
        skipped = course.left_out(submitted)
        chosen = _chosen(submitted, students, skipped, assignment, odd)
        todo = [student for student in chosen if student not in waiting]
        book.close()  # processes that are forked must not share a connection
        make = MakesGrader(folder, log, exercise, force, feedback, course)
        outcomes, stopped = _graded(make, todo, workers or executor, budget)
        outcomes |= {s: Outcome(problem=Problem(waiting[s])) for s in chosen if s in waiting}
        clear_workplaces(folder)  # a process that was ended has left its own
        _keep_lost(folder, assignment, outcomes)
        forget_others(folder, assignment, submitted)
        with book.transaction() as gradebook:
            stands = standing(gradebook, assignment, known - shut - skipped, set(submitted) - skipped, set(chosen))
        seen = who_can_read(folder, shared=course.shared_by_a_group)
        changed = course.changed_sources(assignment)
    doubts = (*renamed, *changed, *later, *class_doubts(folder, assignment, known, submitted), *odd)
    left, full_log = len(chosen) - len(outcomes), str(folder / HIDDEN / log)
    summary = Summary(
        assignment,
        outcomes,
        stands,
        left,
        stopped,
        full_log,
        seen,
        doubts,
        notices=tuple(kept for kept in kept_notices(folder, assignment) if kept.student not in skipped),
        dates=told_dates(dates, zone),
        left_out=tuple(sorted(skipped)),
        forced=force,
    )
    return summary.written(folder)


def _keep_lost(folder: Path, assignment: str, outcomes: Mapping[str, Outcome]) -> None:
    """Keep why a submission's process was ended, which that process could not do."""
    for student, outcome in outcomes.items():
        if outcome.problem and outcome.problem.is_lost:
            known = read_notices(folder, assignment, student)
            keep_notices(folder, assignment, replace(known, problem=outcome.problem.sentence))


def _chosen(
    submitted: list[str], wanted: list[str] | None, skipped: set[str], assignment: str, odd: list[str]
) -> list[str]:
    if not submitted:
        what = f"nobody has handed in {assignment!r} yet: no folder submitted/STUDENT/{assignment}; collect it first."
        raise NegotiationError(" ".join([what, *(f"{said[:1].upper()}{said[1:]}" for said in odd)]))
    for student in wanted or ():
        if student not in submitted:
            near = get_close_matches(student, submitted, n=1)
            meant = f"; did you mean {near[0]!r}?" if near else f"; see the folders in submitted/STUDENT/{assignment}."
            raise NegotiationError(f"{student!r} has not handed in {assignment!r}{meant}")
        if student in skipped:
            raise NegotiationError(f"{student!r} {LEFT_OUT}; change the line, and run this again.")
    return wanted or [student for student in submitted if student not in skipped]


def _graded(
    make: MakesGrader, todo: list[str], workers: int | Executor | None, budget: Budget
) -> tuple[dict[str, Outcome], str]:
    """Return the outcome of each submission, and why the run stopped early, if it did."""
    outcomes: dict[str, Outcome] = {}
    with _progress(len(todo)) as bar:
        if isinstance(workers, Executor):
            results = in_executor(workers, make, todo, budget)
        else:
            results = in_processes(make, todo, workers or min(cores(), MOST_WORKERS), budget)
        try:
            for student, result in results:
                outcome = Outcome(problem=_lost(result)) if isinstance(result, DiedError) else result
                if outcome.problem and outcome.problem.stops_the_run:
                    return outcomes, outcome.problem.sentence
                outcomes[student] = outcome
                bar.set_postfix(failed=sum(o.problem is not None for o in outcomes.values()), refresh=False)
                bar.update()
        except KeyboardInterrupt:
            return outcomes, "you asked for it"
        except NegotiationError as problem:
            return outcomes, str(problem)
        finally:
            results.close()
    return outcomes, ""


def _lost(error: DiedError) -> Problem:
    """Return what became of a submission whose process was ended."""
    if isinstance(error, OverBudgetError):
        return Problem(f"{error}, so its marking was ended and it waits; look at what was handed in.", is_lost=True)
    return Problem(f"{error}.", is_lost=True)


def _progress(total: int) -> "tqdm[NoReturn]":
    watched = sys.stderr.isatty()
    return tqdm(total=total, desc="grading", unit="", mininterval=0.1 if watched else SECONDS_BETWEEN_LINES, ncols=79)
