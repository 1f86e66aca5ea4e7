"""SQLite's journal kept during a run, with an empty head between two transactions, and deleted at its end.

To make and delete it for each transaction costs more than the rest of a commit, and is no safer: what a process that
was killed has left is undone, or passed over, in either way.
"""

from contextlib import suppress
from sqlite3 import Connection, Error

from sqlalchemy import Engine, event

MODE = "PRAGMA journal_mode"


def keep_journal(engine: Engine) -> None:
    """Keep the journal for the connections of an engine; a database that has another way to it stays as it is."""
    event.listen(engine, "connect", _keep)
    event.listen(engine, "close", _delete)


def _keep(connection: Connection, _: object) -> None:
    if connection.execute(MODE).fetchone() == ("delete",):
        connection.execute(f"{MODE} = PERSIST")


def _delete(connection: Connection, _: object) -> None:
    with suppress(Error):  # somebody else may be writing; whoever writes next deletes it
        if connection.execute(MODE).fetchone() == ("persist",):
            connection.execute(f"{MODE} = DELETE")
