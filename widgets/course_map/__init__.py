"""The course map."""

from .course_map import CourseMap

__all__ = ["CourseMap"]
