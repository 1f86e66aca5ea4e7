"""A part of nbgrader's that asks where the course's folders are; the settings are read for it once."""

from functools import cached_property

from nbgrader.coursedir import CourseDirectory
from traitlets.config import Configurable


class KnowsCourse(Configurable):
    """A converter's exporter or preprocessor, which lives as long as its settings stay the same."""

    @cached_property
    def course(self) -> CourseDirectory:
        """The course as its settings say."""
        return CourseDirectory(parent=self)
