"""Opening a course folder as nbgrader's own commands do, and keeping a second run out of it."""

import logging
import os
import re
import warnings
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from glob import escape, glob
from pathlib import Path

from filelock import FileLock, Timeout
from nbgrader.api import Gradebook
from nbgrader.apps import AutogradeApp
from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SAWarning

from ...negotiation import NegotiationError, did_you_mean
from ..class_run.staging import HIDDEN
from ..course_modes import made_for_group, secret_mode, share_course
from ..course_path import CONFIG, require_course
from ..dates.zones import Zone
from ..dossiers.hub_names import read_hub_names
from ..submission.one_spelling import MADE_BY_A_MAC, with_one_spelling
from .course_settings import left_out, require_usable_database, require_whole_submissions
from .due_dates import course_zone
from .noted_source import changed_sources
from .plain_log import OneLine
from .problems import problem_from

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
    def name(self) -> str:
        """The name by which the gradebook knows the course."""
        return str(self.app.coursedir.course_id)

    @property
    def gradebook_url(self) -> str:
        """The gradebook's address."""
        return str(self.app.coursedir.db_url)

    @property
    def gradebook_file(self) -> Path | None:
        """The file that the gradebook is, None where a server has it."""
        url = make_url(self.gradebook_url)
        return self.folder / str(url.database) if url.get_backend_name() == "sqlite" else None

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

    @property
    def submitted_folder(self) -> Path:
        """Where the students' folders lie."""
        return self.folder / self.app.coursedir.submitted_directory

    def source_folder(self, assignment: str) -> Path:
        """Return where the instructor's own version of an assignment lies."""
        return Path(self.app.coursedir.format_path(self.app.coursedir.source_directory, ".", assignment))

    def assignments(self, gradebook: Gradebook) -> set[str]:
        """Return the names of the assignments that the gradebook knows, and of those in source/, generated later."""
        place = self.source_folder("x").parent
        sources = {folder.name for folder in place.iterdir() if folder.is_dir()} if place.is_dir() else set()
        return {assignment.name for assignment in gradebook.assignments} | sources

    def require_assignment(self, gradebook: Gradebook, name: str) -> None:
        """Raise NegotiationError for a name that is neither in the gradebook nor in source/."""
        known = sorted(self.assignments(gradebook))
        if name not in known:
            raise NegotiationError(f"{name!r} is no assignment of this course{did_you_mean(name, known)}")

    def handed_in(self) -> set[str]:
        """Return whoever has handed in anything."""
        return {student for student, *_ in self.submissions()}

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

    def left_out(self, students: Iterable[str]) -> set[str]:
        """Return those of the students whom the course's settings leave out."""
        return left_out(self.app.coursedir, students)

    def require_whole_submissions(self) -> None:
        """Raise NegotiationError where a setting asks for some of an assignment's notebooks only."""
        require_whole_submissions(self.app.coursedir)

    def changed_sources(self, assignment: str) -> list[str]:
        """Return a sentence for each of an assignment's sources that has changed since it was generated."""
        return changed_sources(self.app.coursedir, assignment)

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
            yield OpenCourse(app)
        except DBAPIError as error:
            raise NegotiationError(f"{problem_from(error).sentence}, and run this again.") from None


def require_assignment(folder: Path, name: str, log: str) -> None:
    """Raise NegotiationError for a name that is no assignment of the course in `folder`, as `opened_course` does."""
    with opened_course(folder, log) as course, course.gradebook() as book:
        course.require_assignment(book, name)


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


@contextmanager
def course_lock(folder: Path) -> Iterator[None]:
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
