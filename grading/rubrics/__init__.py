"""The rubrics: for every kind of answer, how it is read and marked; case and answer in, mark with findings out."""

from .labels import mark_labels, read_labels
from .package import mark_package, read_package

__all__ = ["mark_labels", "mark_package", "read_labels", "read_package"]
