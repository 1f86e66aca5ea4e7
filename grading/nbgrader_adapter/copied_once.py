"""An exporter that copies one of the kit's notebooks once; nbconvert copies it three times, and keeps one."""

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode

from .record import recorded_exercise

Resources = dict[str, Any]


class CopiedOnce(Exporter):
    """Lets its preprocessors change the copy that it was given."""

    def _preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Let each preprocessor change the notebook, and validate what comes of it.

        nbconvert copies it once more, and mends its cells' ids; what the kit wrote has sound ones.
        """
        if "nbgrader" not in resources or recorded_exercise(resources) is None:
            made: tuple[NotebookNode, Resources] = super()._preprocess(nb, resources)
            return made
        for preprocessor in self._preprocessors:
            nb, resources = preprocessor(nb, resources)
        self._validate_preprocessor(nb, "the last one")
        return nb, resources
