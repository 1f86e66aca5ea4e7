"""nbgrader's converters, each with one exporter and its preprocessors for one submission after another.

nbgrader reads all settings again for each of these parts.
"""

import os
from pathlib import Path

from nbconvert.exporters import Exporter
from nbconvert.writers import FilesWriter
from nbgrader.converters import BaseConverter, GenerateFeedback


class KeptConverter(BaseConverter):
    """Makes its parts for the first submission."""

    _kept: Exporter | None = None

    def start(self) -> None:
        """Convert the submission that `coursedir` names now."""
        self.init_notebooks()
        if self._kept is None:
            self.writer = FilesWriter(parent=self, config=self.config)
            self.exporter = self._kept = self.exporter_class(parent=self, config=self.config)
            for preprocessor in self.preprocessors:
                self._kept.register_preprocessor(preprocessor)
        before = Path.cwd()
        os.chdir(self.coursedir.root)
        try:
            self.convert_notebooks()
        finally:
            os.chdir(before)


class KeptFeedback(KeptConverter, GenerateFeedback):
    """Gives feedback to one submission after another."""
