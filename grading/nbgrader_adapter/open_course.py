"""Opening a course folder as nbgrader's own commands do, and keeping a second run out of it."""

import logging
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from glob import escape, glob
from pathlib import Path

from filelock import FileLock, Timeout
from nbgrader.apps import AutogradeApp
from nbgrader.apps.baseapp import NbGrader
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SAWarning

from ...negotiation import NegotiationError
from ..class_run.staging import HIDDEN
from ..course_modes import made_for_group, secret_mode, share_course
from ..course_path import CONFIG, require_course
from .plain_log import OneLine
from .problems import problem_from

DATABASES = {"sqlite", "postgresql"}
SECONDS_TO_WAIT_FOR_ANOTHER_RUN = 5.0


@contextmanager
def opened_course(folder: Path, log: str) -> Iterator[NbGrader]:
    """Open the course in `folder` as its nbgrader_config.py says; nbgrader's messages go to the file `log`."""
    require_course(folder)
    here = Path.cwd()
    os.chdir(folder)  # nbgrader reads its settings from where it is started
    try:
        app = AutogradeApp(raise_config_file_errors=True)
        app.log.handlers = []  # what is wrong is told in one sentence
        app.initialize([])
    except Exception as error:  # noqa: BLE001  # it is a Python file, and anything may be wrong in it
        raise NegotiationError(f"{folder / CONFIG} could not be read ({error}); mend it there.") from None
    finally:
        os.chdir(here)
    require_usable_database(app.coursedir.db_url)
    share_course(folder, asked=app.coursedir.groupshared)
    with made_for_group(folder), _logged(app, folder / HIDDEN / log):
        try:
            yield app
        except DBAPIError as error:
            raise NegotiationError(f"{problem_from(error).sentence}, and run this again.") from None


@contextmanager
def _logged(app: NbGrader, file: Path) -> Iterator[None]:
    handler = _log_file(file)
    logs = [app.log, logging.getLogger("tornado.application")]  # the second is where the gradebook complains
    for used in logs:
        used.handlers, used.propagate = [handler], False
        used.setLevel(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader adds a submission's rows in an order that works
            yield
    finally:
        for used in logs:
            used.removeHandler(handler)
        handler.close()


def submitted_students(app: NbGrader, assignment: str) -> list[str]:
    """Return the students whose folder in submitted/ holds the assignment."""
    directory = app.coursedir.submitted_directory
    pattern = app.coursedir.format_path(directory, "(?P<student>.*)", re.escape(assignment), escape=True)
    folders = glob(app.coursedir.format_path(directory, "*", escape(assignment)))  # noqa: PTH207  # the setting may be absolute
    return sorted(found["student"] for folder in folders if (found := re.fullmatch(pattern, folder, re.DOTALL)))


def require_usable_database(url: str) -> None:
    """Raise NegotiationError where a gradebook's address names a database that nbgrader cannot keep it in."""
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


def left_out(app: NbGrader, students: list[str]) -> list[str]:
    """Return those of the students whom the course's settings leave out: `student_id` and `student_id_exclude`."""
    excluded = {student.strip() for student in app.coursedir.student_id_exclude.split(",")}
    wanted = app.coursedir.student_id
    return [student for student in students if student in excluded or not fnmatchcase(student, wanted)]


def require_whole_submissions(app: NbGrader) -> None:
    """Raise NegotiationError where a setting asks for some of an assignment's notebooks only."""
    if (wanted := app.coursedir.notebook_id) != "*":
        raise NegotiationError(
            f"nbgrader_config.py sets c.CourseDirectory.notebook_id = {wanted!r}, but submissions are marked as a "
            "whole; take that line out."
        )


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs out of the course until the end; a run that was killed keeps nobody out."""
    (folder / HIDDEN).mkdir(exist_ok=True)
    lock = FileLock(folder / HIDDEN / "lock", SECONDS_TO_WAIT_FOR_ANOTHER_RUN, secret_mode(folder))
    try:
        lock.acquire()
    except Timeout:
        raise NegotiationError(
            f"somebody is grading in {folder} at this moment; wait until that run has ended. Nothing was changed."
        ) from None
    try:
        yield
    finally:
        lock.release()


def _log_file(path: Path) -> logging.Handler:
    path.parent.mkdir(exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(message)s"))
    return handler
