"""The journal kept during a run: what was committed stays, what was not is undone, and it is gone at the end."""

import os
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from biggerpie.grading.nbgrader_adapter.shared_gradebook import SharedGradebook
from sqlalchemy import text


@pytest.fixture
def database(tmp_path) -> Path:
    """A database with one empty table."""
    place = tmp_path / "gradebook.db"
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE said (what TEXT)")
    return place


def journal(database: Path) -> Path:
    """Where SQLite writes the journal of a database."""
    return database.with_name(f"{database.name}-journal")


def said(database: Path) -> list[str]:
    """What another program reads in the table."""
    connection = sqlite3.connect(database)
    try:
        return [what for (what,) in connection.execute("SELECT what FROM said ORDER BY rowid")]
    finally:
        connection.close()


def say(database: Path, what: str) -> None:
    """Let another program write, which knows nothing of a kept journal."""
    connection = sqlite3.connect(database)
    connection.execute("INSERT INTO said VALUES (?)", [what])
    connection.commit()
    connection.close()


def test_it_is_kept_between_transactions_and_others_write_meanwhile(database):
    book = SharedGradebook(f"sqlite:///{database}")
    for what in ("first", "second"):
        with book.engine.begin() as connection:
            connection.execute(text("INSERT INTO said VALUES (:what)"), {"what": what})
        assert journal(database).exists()
        say(database, f"after the {what}")
    assert said(database) == ["first", "after the first", "second", "after the second"]
    with book.engine.begin() as connection:
        connection.execute(text("INSERT INTO said VALUES ('third')"))
    book.close()
    assert not journal(database).exists()
    assert said(database)[-1] == "third"


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
def test_what_was_not_committed_is_undone_after_a_kill(database):
    if not (child := os.fork()):
        book = SharedGradebook(f"sqlite:///{database}")
        with book.engine.connect() as connection:
            connection.execute(text("PRAGMA cache_size = 1"))  # so that it writes into the database at once
            connection.execute(text("INSERT INTO said VALUES ('committed')"))
            connection.commit()
            for _ in range(200):
                connection.execute(text("INSERT INTO said VALUES (:what)"), {"what": "not committed" * 300})
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert database.stat().st_size > 100_000
    assert journal(database).stat().st_size > 0
    assert said(database) == ["committed"]


def test_a_database_that_writes_ahead_goes_on_doing_so(database):
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    book = SharedGradebook(f"sqlite:///{database}")
    with book.engine.begin() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    book.close()
    again = sqlite3.connect(database)
    assert again.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    again.close()
