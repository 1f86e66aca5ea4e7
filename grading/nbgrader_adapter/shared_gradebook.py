"""One connection to the gradebook for a process, and one transaction for each thing that happens to a submission.

nbgrader opens the gradebook nine times for every submission: a new engine, a check of all tables, a
commit for every cell. While a transaction of ours is open, its `Gradebook` joins it instead, as a prepared one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nbgrader.api import Gradebook
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.orm import scoped_session, sessionmaker

from .kept_journal import keep_journal
from .prepared_gradebook import PreparedGradebook

# Without them each submission costs more the more there are: nbgrader has no index on these.
INDEXES = {
    "biggerpie_grades_of_notebook": "grade (notebook_id)",
    "biggerpie_comments_of_notebook": "comment (notebook_id)",
    "biggerpie_notebooks_of_submission": "submitted_notebook (assignment_id)",
}
DEFAULT = "default_course"  # nbgrader's own name for a course that nobody named
ORIGINAL = {"__init__": Gradebook.__init__, "close": Gradebook.close}


class SharedGradebook:
    """The gradebook at one address, opened once."""

    def __init__(self, db_url: str) -> None:
        """Take the gradebook at this address, which `prepare` has been called for."""
        self.db_url = db_url
        self.engine = create_engine(db_url)
        if self.engine.dialect.name == "sqlite":
            keep_journal(self.engine)
        self._courses: set[str] = set()
        # A session that joins a transaction this way flushes where it would commit; the outer one commits.
        self._make_session = sessionmaker(join_transaction_mode="rollback_only")

    def prepare(self, *course_ids: str) -> None:
        """Make sure that the gradebook exists, by nbgrader's first opening, and finds a student's rows by an index.

        Opening adds a course that the gradebook does not know, so each is added here, and not by two processes at once.
        """
        for course in (DEFAULT, *filter(None, course_ids)):
            first = Gradebook.__new__(Gradebook)
            try:
                ORIGINAL["__init__"](first, self.db_url, course)
            finally:  # one that fails, because the gradebook is locked, say, has a connection open, too
                first.engine.dispose()
        with self.engine.begin() as connection:
            for name, rows in INDEXES.items():
                connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name} ON {rows}"))

    def close(self) -> None:
        """Close what is open; the next transaction opens it again, in a process that was forked meanwhile, too."""
        self.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Gradebook]:
        """Let every `Gradebook` that opens meanwhile join one transaction: all of it is kept, or nothing."""
        with self.engine.connect() as connection, connection.begin(), self._joined(connection):
            yield Gradebook(self.db_url)

    @contextmanager
    def _joined(self, connection: Connection) -> Iterator[None]:
        self._make_session.configure(bind=connection)

        def opened(book: Any, db_url: str, course_id: str = DEFAULT, authenticator: Any = None) -> None:
            if db_url != self.db_url:
                ORIGINAL["__init__"](book, db_url, course_id, authenticator)
                return
            book.__class__ = PreparedGradebook
            book.engine, book.db = self.engine, scoped_session(self._make_session)
            book.course_id, book.authenticator = course_id, authenticator
            if course_id not in self._courses:
                book.check_course(course_id=course_id)
                self._courses.add(course_id)

        def closed(book: Any) -> None:
            if book.engine is self.engine:
                book.db.remove()
            else:
                ORIGINAL["close"](book)

        try:
            Gradebook.__init__, Gradebook.close = opened, closed
            yield
        except BaseException:
            self._courses.clear()
            raise
        finally:
            Gradebook.__init__, Gradebook.close = ORIGINAL["__init__"], ORIGINAL["close"]
