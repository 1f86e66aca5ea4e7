"""nbgrader's Autograde, which reads and writes a notebook of the kit's once instead of twice."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from nbgrader import utils
from nbgrader.converters import Autograde, BaseConverter

from .kept_converter import KeptConverter
from .record import recorded_exercise


class AutogradeInOnePass(KeptConverter, Autograde):
    """Leaves out nbgrader's first pass, which brings a submission back into shape: a restored one is in shape.

    Other notebooks than the kit's are converted as nbgrader does.
    """

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Convert a notebook and put its marks into the gradebook."""
        if not recorded_exercise(self.init_single_notebook_resources(notebook_filename)):
            super().convert_single_notebook(notebook_filename)
            return
        self.exporter._preprocessors = self._marking
        with utils.setenv(NBGRADER_EXECUTION="autograde"):
            BaseConverter.convert_single_notebook(self, notebook_filename)

    @cached_property
    def _marking(self) -> list[Callable[..., Any]]:
        self.exporter._preprocessors = []  # as nbgrader does between its two passes
        for preprocessor in self.autograde_preprocessors:
            self.exporter.register_preprocessor(preprocessor)
        return list(self.exporter._preprocessors)
