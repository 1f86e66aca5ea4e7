"""`nbgrader db student import` with the kit's reader of tables, which reads what spreadsheets save."""

from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.dbapp import DbBaseApp, DbStudentImportApp

from ...negotiation import NegotiationError
from ..dossiers.ids import EXAMPLE
from ..tables import read_table

COLUMNS = ("id", "first_name", "last_name", "email", "lms_user_id")
STILL_THERE = (
    "%s has still the line of %s, who is nobody and is now in your class. Take the line out of the file, and "
    "run 'nbgrader db student remove %s'."
)


def read_spreadsheets() -> None:
    """Let nbgrader's command read a class list as a spreadsheet saves it; a mistake in it is said in one sentence."""
    DbStudentImportApp.start = _start


def import_students(gradebook: Gradebook, file: Path) -> list[str]:
    """Put a class list into the gradebook, or nothing of it; return the ids of the students whom it names.

    Raises NegotiationError where it cannot be read.
    """
    rows = read_table(file, COLUMNS)
    for row in rows:
        given = {column: cell or None for column, cell in row.cells.items() if column != "id"}
        gradebook.update_or_create_student(row.cells["id"], **given)
    return [row.cells["id"] for row in rows]


def _start(app: DbStudentImportApp) -> None:
    """Do what nbgrader's command does."""
    DbBaseApp.start(app)
    if len(app.extra_args) != 1:
        app.fail("name one file, such as 'nbgrader db student import students.csv'.")
    try:
        with Gradebook(app.coursedir.db_url, app.course_id, app.authenticator) as gradebook:
            students = import_students(gradebook, Path(app.extra_args[0]))
    except NegotiationError as refused:
        app.fail("%s", refused)
    app.log.info("Students imported from %s: %d.", app.extra_args[0], len(students))
    if EXAMPLE in students:
        app.log.warning(STILL_THERE, app.extra_args[0], EXAMPLE, EXAMPLE)
