"""Dates that go into the gradebook by nbgrader's own commands and formgrader: read by the kit's reader, and told.

nbgrader reads them by dateutil, which guesses. It has no setting for that, so the function is changed.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from nbgrader import utils
from nbgrader.api import SubmittedAssignment
from nbgrader.apps.dbapp import DbAssignmentAddApp, DbAssignmentImportApp

from ...negotiation import NegotiationError
from ..dates.reading import read_moment
from ..dates.telling import told
from ..dates.zones import Zone

STOCK = utils.parse_utc
Start = Callable[[Any], None]


def read_dates_strictly() -> None:
    """Let nbgrader read dates by the kit's reader; without a zone they are in UTC, as nbgrader says."""
    if utils.parse_utc is not _parsed:
        utils.parse_utc = _parsed
        SubmittedAssignment.duedate = property(_own_due_date)
        DbAssignmentAddApp.start = _telling(DbAssignmentAddApp.start)
        DbAssignmentImportApp.start = _telling(DbAssignmentImportApp.start)


def _parsed(time: datetime | str | None) -> datetime | None:
    if isinstance(time, str):
        return read_moment(time.strip(), UTC) if time.strip() else None
    parsed: datetime | None = STOCK(time)
    return parsed


def _own_due_date(submission: SubmittedAssignment) -> datetime | None:
    """Return a submission's due date with its extension; nbgrader fails on an extension of none."""
    due: datetime | None = submission.assignment.duedate
    return (due and submission.extension and due + submission.extension) or due


def _telling(start: Start) -> Start:
    """Return a command that ends with the kit's sentence where a date is refused, and says how it understood one."""

    @wraps(start)
    def starting(app: Any) -> None:
        try:
            start(app)
        except NegotiationError as problem:
            app.fail("%s", problem)
        if due := _parsed(getattr(app, "duedate", None)):
            print(f"due {told(due, Zone(UTC))}")  # noqa: T201  # a command of the instructor's

    return starting
