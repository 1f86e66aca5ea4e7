"""A few submissions for a worker of an executor, which may be on another machine; graded in a process of their own.

A worker may have threads, and may not be allowed processes of multiprocessing. So it starts this module, which
watches each submission as `biggerpie grade` does on one machine.
"""

import os
import pickle
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from ...negotiation import NegotiationError
from ..kit_version import kit_version
from ..nbgrader_adapter.makes_grader import MakesGrader
from ..nbgrader_adapter.one_submission import Outcome
from ..nbgrader_adapter.open_course import opened_course
from ..nbgrader_adapter.shared_gradebook import SharedGradebook
from ..submission.budget import Budget
from .workers import DiedError, in_processes

Results: TypeAlias = list[tuple[str, Outcome | DiedError]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Whose submissions, what grades them within which budget, and by which version of the kit.

    The run goes on as long as the file `going` is there.
    """

    make: MakesGrader
    students: tuple[str, ...]
    budget: Budget
    going: Path
    kit: str


def grade_batch(batch: Batch) -> Results:
    """Grade a batch on this machine; nothing where the run has ended meanwhile.

    Raises NegotiationError where no batch of the run can be graded here.
    """
    if batch.kit != kit_version():
        raise NegotiationError(f"a worker has version {kit_version()} of the kit, and this is {batch.kit}: use one")
    if not batch.make.folder.is_dir():
        raise NegotiationError(f"a worker finds no folder {batch.make.folder}: share it, at the same place everywhere")
    if not batch.going.exists():
        return []
    command = [sys.executable, "-P", "-m", __name__]
    done = subprocess.run(command, input=pickle.dumps(batch), stdout=subprocess.PIPE, check=False)
    if done.returncode:
        ended = DiedError(f"the process that marked it was ended (code {done.returncode})")
        return [(student, ended) for student in batch.students]
    answer = pickle.loads(done.stdout)
    if isinstance(answer, NegotiationError):
        raise answer
    return list(answer)


def graded(batch: Batch) -> Results:
    """Grade a batch in processes of this one, until the run or the worker that asked for it is gone."""
    worker, results = os.getppid(), []
    with opened_course(batch.make.folder, batch.make.log) as course:
        _require_gradebook(course.gradebook_url)
        make = replace(batch.make, course=course)
        with closing(in_processes(make, list(batch.students), 1, batch.budget)) as outcomes:
            for outcome in outcomes:
                results.append(outcome)
                if not batch.going.exists() or os.getppid() != worker:
                    break
    return results


def _require_gradebook(url: str) -> None:
    """Connect once; what that raises is told of the whole run."""
    with closing(SharedGradebook(url)) as book, book.transaction():
        pass


def main() -> None:
    """Read a batch, and write what came of it; whatever a library prints meanwhile goes elsewhere."""
    answer_to = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    answer: Results | NegotiationError
    try:
        answer = graded(pickle.load(sys.stdin.buffer))
    except NegotiationError as problem:
        answer = problem
    with answer_to:
        pickle.dump(answer, answer_to)


if __name__ == "__main__":
    main()
