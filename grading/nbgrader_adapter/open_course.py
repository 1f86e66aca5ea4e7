"""Opening a course folder as nbgrader's own commands do, and keeping a second run out of it."""

import logging
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape, glob
from pathlib import Path

from filelock import FileLock, Timeout
from nbgrader.apps import AutogradeApp
from nbgrader.apps.baseapp import NbGrader
from sqlalchemy.exc import SAWarning

from ...negotiation import NegotiationError
from ..class_run.staging import HIDDEN
from .plain_log import OneLine

CONFIG = "nbgrader_config.py"
SECONDS_TO_WAIT_FOR_ANOTHER_RUN = 5.0


@contextmanager
def opened_course(folder: Path, log: str) -> Iterator[NbGrader]:
    """Open the course in `folder` as its nbgrader_config.py says; nbgrader's messages go to the file `log`."""
    if not (folder / CONFIG).is_file():
        raise NegotiationError(
            f"{folder} is no course folder (it holds no {CONFIG}); go to the course's folder, or name it by --course."
        )
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
    handler = _log_file(folder / HIDDEN / log)
    logs = [app.log, logging.getLogger("tornado.application")]  # the second is where the gradebook complains
    for used in logs:
        used.handlers, used.propagate = [handler], False
        used.setLevel(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader adds a submission's rows in an order that works
            yield app
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


@contextmanager
def course_lock(folder: Path) -> Iterator[None]:
    """Keep other runs out of the course until the end; a run that was killed keeps nobody out."""
    (folder / HIDDEN).mkdir(exist_ok=True)
    lock = FileLock(folder / HIDDEN / "lock", timeout=SECONDS_TO_WAIT_FOR_ANOTHER_RUN)
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
