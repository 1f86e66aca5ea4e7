"""Opening a course folder as nbgrader's own commands do, and keeping a second run out of it."""

import logging
import os
import re
import warnings
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from glob import escape, glob
from pathlib import Path

from filelock import FileLock, Timeout
from nbgrader.api import Gradebook
from nbgrader.apps import AutogradeApp
from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import DBAPIError, SAWarning

from ...negotiation import NegotiationError
from ..class_run.staging import HIDDEN
from ..dates.zones import Zone
from ..dossiers.hub_names import read_hub_names
from ..submission.one_spelling import MADE_BY_A_MAC, with_one_spelling
from .due_dates import course_zone
from .plain_log import OneLine
from .problems import problem_from

CONFIG = "nbgrader_config.py"
SECONDS_TO_WAIT_FOR_ANOTHER_RUN = 5.0


@dataclass(frozen=True, slots=True)
class OpenCourse:
    """A course as its nbgrader_config.py says; `app` is for this room only."""

    app: NbGrader

    @property
    def folder(self) -> Path:
        """The course's folder."""
        return Path(self.app.coursedir.root)

    @property
    def gradebook_url(self) -> str:
        """The gradebook's address."""
        return str(self.app.coursedir.db_url)

    @property
    def zone(self) -> Zone:
        """The zone in which dates are read and told; NegotiationError where the settings name none."""
        return course_zone(self.app.config)

    @property
    def shared_by_a_group(self) -> bool:
        """Whether several instructors share the course by a group of users."""
        return bool(self.app.coursedir.groupshared)

    def gradebook(self) -> AbstractContextManager[Gradebook]:
        """Open the gradebook for a while."""
        gradebook: AbstractContextManager[Gradebook] = Gradebook(self.gradebook_url)
        return gradebook

    def submission_folder(self, student: str, assignment: str) -> Path:
        """Return where a student's submission lies, whether it is there or not."""
        return Path(self._submission(student, assignment))

    def source_folder(self, assignment: str) -> Path:
        """Return where the instructor's own version of an assignment lies."""
        return Path(self.app.coursedir.format_path(self.app.coursedir.source_directory, ".", assignment))

    def submissions(self) -> list[tuple[str, str, Path]]:
        """Return whose, of which assignment and where: all that lies where a submission would."""
        return self._matching("*", "(?P<assignment>.*)")

    def submitted_students(self, assignment: str) -> list[str]:
        """Return the students whose folder in submitted/ holds the assignment."""
        named = f"(?P<assignment>{re.escape(assignment)})"
        found = (student for student, _, _ in self._matching(escape(assignment), named))
        return sorted(student for student in found if student != MADE_BY_A_MAC)

    def one_spelling(self, known: Collection[str]) -> tuple[list[str], dict[str, str]]:
        """Spell the folders in submitted/ as the class list does, as `with_one_spelling` tells.

        `known` are the students of the gradebook. A course that arranges its folders in another way is left alone.
        """
        if self.app.coursedir.directory_structure != CourseDirectory.directory_structure.default_value:
            return [], {}
        return with_one_spelling(Path(self._submission("-", "-")).parents[1], known, read_hub_names(self.folder))

    def _matching(self, assignment: str, named: str) -> list[tuple[str, str, Path]]:
        where = self.app.coursedir.submitted_directory
        pattern = self.app.coursedir.format_path(where, "(?P<student>.*)", named, escape=True)
        paths = glob(self._submission("*", assignment))  # noqa: PTH207  # the setting may be absolute
        matches = [(re.fullmatch(pattern, path, re.DOTALL), Path(path)) for path in paths]
        return [(match["student"], match["assignment"], path) for match, path in matches if match]

    def _submission(self, student: str, assignment: str) -> str:
        return str(self.app.coursedir.format_path(self.app.coursedir.submitted_directory, student, assignment))


@contextmanager
def opened_course(folder: Path, log: str) -> Iterator[OpenCourse]:
    """Open the course in `folder` as its nbgrader_config.py says; nbgrader's messages go to the file `log`.

    Raises NegotiationError where it is no course, where its settings cannot be read, and where its gradebook fails
    while it is open.
    """
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
            yield OpenCourse(app)
    except DBAPIError as error:
        raise NegotiationError(f"{problem_from(error).sentence}, and run this again.") from None
    finally:
        for used in logs:
            used.removeHandler(handler)
        handler.close()


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
