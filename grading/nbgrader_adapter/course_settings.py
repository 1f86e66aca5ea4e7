"""The settings of a course that decide who is marked, and those that the kit cannot follow."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from nbgrader.coursedir import CourseDirectory
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import ArgumentError

from ...negotiation import NegotiationError

DATABASES = {"sqlite", "postgresql"}


def require_usable_database(url: str) -> None:
    """Raise NegotiationError where a gradebook's address names a database that the kit cannot keep it in."""
    try:
        kind = make_url(url).get_backend_name()
        if kind in DATABASES:
            create_engine(url).dispose()
            return
    except ImportError as error:
        raise NegotiationError(
            f"the gradebook's database needs the Python package {error.name!r}, which is not installed; install it, "
            "and run this again."
        ) from None
    except (ArgumentError, ValueError):
        kind = "no address at all"
    raise NegotiationError(
        f"c.CourseDirectory.db_url in nbgrader_config.py names {kind}; a gradebook is kept in SQLite "
        "(sqlite:////folder/gradebook.db) or in PostgreSQL (postgresql://…)."
    )


def require_database_server(url: str) -> None:
    """Raise NegotiationError for a gradebook in a file, which several machines at once would damage."""
    if make_url(url).get_backend_name() == "sqlite":
        raise NegotiationError(
            "a cluster's machines can't share a gradebook in SQLite; keep it in PostgreSQL (c.CourseDirectory.db_url "
            "in nbgrader_config.py), or grade without --scheduler."
        )


def require_whole_submissions(coursedir: CourseDirectory) -> None:
    """Raise NegotiationError where a setting asks for some of an assignment's notebooks only."""
    if (wanted := coursedir.notebook_id) != "*":
        raise NegotiationError(
            f"nbgrader_config.py sets c.CourseDirectory.notebook_id = {wanted!r}, but submissions are marked as a "
            "whole; take that line out."
        )


def left_out(coursedir: CourseDirectory, students: Iterable[str]) -> set[str]:
    """Return those of the students whom `student_id` and `student_id_exclude` leave out."""
    excluded = {student.strip() for student in coursedir.student_id_exclude.split(",")}
    return {s for s in students if s in excluded or not fnmatchcase(s, coursedir.student_id)}
