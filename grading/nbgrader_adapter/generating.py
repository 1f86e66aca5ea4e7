"""Generating an exercise, and enrolling a class, without a command line."""

from collections.abc import Iterable
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from ...negotiation import NegotiationError
from ..course_id import course_id_of
from .settings import configure


def generate(folder: Path, exercise: str) -> None:
    """Make the students' version of an exercise in a course folder, as nbgrader does.

    Raises NegotiationError with what nbgrader said where it could not.
    """
    config = _config(folder)
    result = NbGraderAPI(coursedir=CourseDirectory(config=config), config=config).generate_assignment(exercise)
    if not result["success"]:
        log = str(result.get("log") or result.get("error"))
        ours = [line.partition("NegotiationError: ")[2] for line in log.splitlines() if "NegotiationError: " in line]
        raise NegotiationError(f"nbgrader could not generate {exercise}: {ours[-1] if ours else log}")


def enrol(folder: Path, students: Iterable[tuple[str, str, str, str]]) -> None:
    """Put students into a course's gradebook: of each the id, the first and last name, and the address."""
    with Gradebook(_config(folder).CourseDirectory.db_url, course_id_of(folder)) as gradebook:
        for student, first, last, email in students:
            gradebook.update_or_create_student(student, first_name=first, last_name=last, email=email)


def _config(folder: Path) -> Config:
    config = Config()
    configure(config, folder)
    config.CourseDirectory.course_id = course_id_of(folder)
    return config
