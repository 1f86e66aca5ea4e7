"""Where a course keeps what it hands out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The folders of a course's sources and releases, under the names that its settings give them."""

    course: Path
    settings: Mapping[str, str]

    def source(self, assignment: str) -> Path:
        """Return the folder of an assignment's source."""
        return self.course / self.settings.get("source_directory", "source") / assignment

    def release(self, assignment: str) -> Path:
        """Return the folder of an assignment as students get it."""
        return self.course / self.settings.get("release_directory", "release") / assignment
