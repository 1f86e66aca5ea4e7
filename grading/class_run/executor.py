"""A class graded by any executor of `concurrent.futures`, in batches that may be graded on other machines."""

from collections.abc import Generator, Iterator
from concurrent.futures import Executor, Future, as_completed, wait
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from ...negotiation import NegotiationError
from ..kit_version import kit_version
from ..nbgrader_adapter.makes_grader import MakesGrader
from ..nbgrader_adapter.one_submission import Outcome
from ..submission.budget import Budget
from .batch import Batch, Results, grade_batch
from .staging import HIDDEN
from .workers import SECONDS_TO_FINISH, DiedError

BATCH = 8
"""Submissions: a process for them is ready after some seconds, and a batch that is lost is graded again as a whole."""


def in_executor(
    executor: Executor, make: MakesGrader, students: list[str], budget: Budget
) -> Generator[tuple[str, Outcome | DiedError], None, None]:
    """Yield each student with the outcome, in the order in which batches end.

    A batch whose worker is lost gives DiedErrors, unless the executor grades it again itself. Leaving the loop early
    ends each batch after the submission that it is at, for which five seconds are left.
    Raises NegotiationError where a worker can grade nothing of the run.
    """
    futures: dict[Future[Results], tuple[str, ...]] = {}
    try:
        with _going_on(make.folder) as going:
            for at in range(0, len(students), BATCH):
                batch = Batch(make, tuple(students[at : at + BATCH]), budget, going, kit_version())
                futures[executor.submit(grade_batch, batch)] = batch.students
            for future in as_completed(futures):
                yield from _results(future, futures[future])
    finally:
        wait(futures, SECONDS_TO_FINISH)
        for future in futures:
            future.cancel()


@contextmanager
def _going_on(folder: Path) -> Iterator[Path]:
    """Give a file that is there as long as the run goes on, for whoever can see the course's folder."""
    with NamedTemporaryFile(dir=folder / HIDDEN, prefix="going-on-") as file:
        yield Path(file.name)


def _results(future: Future[Results], students: tuple[str, ...]) -> Results:
    try:
        return future.result()
    except NegotiationError:
        raise
    except Exception as error:  # noqa: BLE001  # each executor has errors of its own for workers that are gone
        lost = DiedError(f"the worker that had it gave no result ({type(error).__name__})")
        return [(student, lost) for student in students]
