"""Problems: what stopped the grading of a submission, in one sentence for the instructor."""

import errno
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nbgrader.converters.base import NbGraderException
from sqlalchemy.exc import DBAPIError, OperationalError
from traitlets import TraitError

from ...negotiation import NegotiationError

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence, whether the next submission would meet the same problem, and whether its process is gone."""

    sentence: str
    stops_the_run: bool = False
    is_lost: bool = False


class CaughtErrors(logging.Handler):
    """Remembers what is to be told, and the first error that nbgrader logs: what it raises afterwards says less.

    What is told of parts that wait for a person's marks is kept apart.
    """

    first: BaseException | None = None

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.told: list[str] = []
        self.waiting: list[str] = []
        self.unread = False

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the exception that is being handled while nbgrader writes its log, and what records tell."""
        if tell := getattr(record, "tell", ""):
            (self.waiting if getattr(record, "waits", False) else self.told).append(tell)
        self.unread = self.unread or getattr(record, "unread", False)
        if record.levelno >= logging.ERROR and self.first is None:
            self.first = sys.exc_info()[1]


@contextmanager
def caught_errors(log: logging.Logger) -> Iterator[CaughtErrors]:
    """Listen to a log for a while."""
    handler = CaughtErrors()
    log.addHandler(handler)
    try:
        yield handler
    finally:
        log.removeHandler(handler)


def problem_from(error: BaseException) -> Problem:
    """Return what happened in a sentence that says what to do."""
    if isinstance(error, SystemExit):  # the sandbox that was asked for is not there
        return Problem(str(error).rstrip("."), stops_the_run=True)
    if isinstance(error, TraitError):
        return Problem(f"a setting in nbgrader_config.py is wrong ({first_line(error)})", stops_the_run=True)
    behind = list(_behind(error))
    if any(_tells_of_a_full_disk(cause) for cause in behind):
        return Problem("the disk is full; make room on it", stops_the_run=True)
    for cause in behind:
        if isinstance(cause, OperationalError):
            sentence = f"the gradebook cannot be used ({first_line(cause.orig)}); {_remedy(cause)}"
            return Problem(sentence, stops_the_run=True)
    return Problem(_sentence(error))


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the error and those that it came from; nbgrader turns some into errors of its own."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _tells_of_a_full_disk(error: BaseException) -> bool:
    if isinstance(error, DBAPIError):
        return "disk is full" in str(error)
    return isinstance(error, OSError) and error.errno in NO_ROOM


def _sentence(error: BaseException) -> str:
    if isinstance(error, NegotiationError):
        return str(error)
    if isinstance(error, UnicodeEncodeError):
        return "the folder's name holds characters that are no text; rename the folder to the student's id."
    if isinstance(error, OSError):
        return f"{error.filename or 'a file'} could not be used ({error.strerror})."
    if isinstance(error, NbGraderException):
        return first_line(error)
    return f"{type(error).__name__}: {first_line(error)}"


def _remedy(error: OperationalError) -> str:
    if "locked" in str(error):
        return "close the program that holds it"
    return "see that it can be reached and written"


def first_line(error: object, otherwise: str = "no more is known") -> str:
    """Return the first line of what an error says, cut where it is endless; `otherwise` where it says nothing."""
    return next(iter(str(error).strip().splitlines()), otherwise)[:LONGEST]
