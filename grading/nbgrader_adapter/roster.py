"""`nbgrader db student import` with the kit's reader of tables, which reads what spreadsheets save."""

from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.dbapp import DbBaseApp, DbStudentImportApp

from ...negotiation import NegotiationError
from ..tables import read_table

COLUMNS = ("id", "first_name", "last_name", "email", "lms_user_id")


def read_spreadsheets() -> None:
    """Let nbgrader's command read a class list as a spreadsheet saves it; a mistake in it is said in one sentence."""
    DbStudentImportApp.start = _start


def import_students(gradebook: Gradebook, file: Path) -> int:
    """Put a class list into the gradebook, or nothing of it; return how many students it names.

    Raises NegotiationError where it cannot be read.
    """
    rows = read_table(file, COLUMNS)
    for row in rows:
        given = {column: cell or None for column, cell in row.cells.items() if column != "id"}
        gradebook.update_or_create_student(row.cells["id"], **given)
    return len(rows)


def _start(app: DbStudentImportApp) -> None:
    """Do what nbgrader's command does."""
    DbBaseApp.start(app)
    if len(app.extra_args) != 1:
        app.fail("name one file, such as 'nbgrader db student import students.csv'.")
    try:
        with Gradebook(app.coursedir.db_url, app.course_id, app.authenticator) as gradebook:
            count = import_students(gradebook, Path(app.extra_args[0]))
    except NegotiationError as refused:
        app.fail("%s", refused)
    app.log.info("Students imported from %s: %d.", app.extra_args[0], count)
