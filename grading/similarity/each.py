"""One task for each student, in a process that can be ended: who is over the budget is named, the others go on."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from tqdm import tqdm

from ..class_run.workers import DiedError, in_processes
from ..nbgrader_adapter.problems import problem_from
from ..submission.budget import COMPARED

PROCESSES = 2
Result = TypeVar("Result")


def for_each(
    students: Sequence[str], work: Callable[[str], Result], doing: str
) -> tuple[dict[str, Result], dict[str, str]]:
    """Return what the work gives for each student and, by student, why it gave nothing; `doing` says what it is.

    What `work` needs is best there before: what a process prepares counts as the time of the student it is at.
    """
    done: dict[str, Result] = {}
    why: dict[str, str] = {}
    results = in_processes(partial(_trying, work), list(students), PROCESSES, COMPARED)
    for student, result in tqdm(
        results, desc=doing, total=len(students), unit="", ncols=79, mininterval=1, disable=None
    ):
        if isinstance(result, DiedError):
            why[student] = f"{doing} {result}."
        elif result[0]:
            done[student] = result[1]  # type: ignore[assignment]  # True stands before a result only
        else:
            why[student] = str(result[1])
    return {s: done[s] for s in students if s in done}, {s: why[s] for s in students if s in why}


def _trying(work: Callable[[str], Result]) -> Callable[[str], tuple[bool, Result | str]]:
    return partial(_tried, work)


def _tried(work: Callable[[str], Result], student: str) -> tuple[bool, Result | str]:
    try:
        return True, work(student)
    except Exception as error:  # noqa: BLE001  # whatever it was, it is told, and the others are compared
        return False, problem_from(error).sentence
