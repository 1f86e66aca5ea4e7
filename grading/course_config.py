"""The name under which a course made by an earlier version loads its settings."""

from .nbgrader_adapter.settings import configure

__all__ = ["configure"]
