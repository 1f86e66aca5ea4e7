"""Extensions that let nobody hand in later, told by every command that goes by them."""

from nbgrader.api import Gradebook

from ..dates.extensions import lines_of_nobody
from .open_course import OpenCourse
from .standing import roster


def nobodys_extensions(course: OpenCourse, gradebook: Gradebook) -> tuple[str, ...]:
    """Return a sentence for each line of extensions.csv about an exercise or a student that the course doesn't know.

    It knows the class list, and whoever has handed in anything.
    """
    return lines_of_nobody(course.folder, course.assignments(gradebook), course.handed_in() | roster(gradebook))
