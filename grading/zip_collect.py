"""Collecting from archives: what comes out of them is put in order, and each file is its sender's."""

import re
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin

from .files_that_stay import Rules
from .shown_names import shown
from .submitted_files import tidied
from .times import read_time


class ExtractInOrder(ExtractorPlugin):
    """nbgrader's extractor, after which nothing is left in the folders that would act when they are opened."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Put in order what was downloaded, extract it, and put that in order, too."""
        self._put_in_order(Path(archive_path))
        super().extract(archive_path, extracted_path)
        self._put_in_order(Path(extracted_path))

    def _put_in_order(self, folder: Path) -> None:
        """Set aside what would act; any kind of file may stay, as the collector takes what it is told to."""
        if folder.is_dir() and not folder.is_symlink():
            for sentence in tidied(folder, Path(self.parent.coursedir.root), Rules(kit=False)):
                self.log.warning("%s: %s", folder.name, sentence)


class CollectInOrder(FileNameCollectorPlugin):
    """nbgrader's collector by file names, which takes no file that would land elsewhere or is in another's archive."""

    def collect(self, submitted_file: str) -> dict[str, Any] | None:
        """Return whose file it is, None where it is to be left."""
        found: dict[str, Any] | None = super().collect(submitted_file)
        if found is not None and (text := found.get("timestamp")):
            found["timestamp"] = _time(text)
            if found["timestamp"] is None:
                self.log.warning("%s names no time that can be read.", shown(Path(submitted_file).name))
        if found is not None and (why := self._reason_against(Path(submitted_file), found)):
            self.log.warning("%s was not collected: %s.", shown(Path(submitted_file).name), why)
            return None
        return found

    def _reason_against(self, file: Path, found: dict[str, Any]) -> str:
        student, name = str(found.get("student_id", "")), PurePath(str(found.get("file_id", "")))
        if not student.strip(". ") or PurePath(student).name != student:
            return f"{shown(student)} is no student id"
        if name.is_absolute() or ".." in name.parts:
            return "its name leads out of the submission"
        root = Path(self.parent.coursedir.root)
        senders = {about["student_id"] for folder in file.parents if root in folder.parents
                   if (about := self._match(str(folder))) and about.get("student_id")}  # fmt: skip
        if others := sorted(senders - {student}):
            return f"its name says that it is {shown(student)}'s, but it came in what {shown(others[0])} sent"
        return ""


def _time(text: str) -> datetime | None:
    """Return the time in a downloaded file's name, whose parts a learning platform may join by anything."""
    parts = re.fullmatch(r"([0-9]{4})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})?", text)
    if parts is None:
        return read_time(text)
    year, month, day, hour, minute, second = parts.groups("00")
    return read_time(f"{year}-{month}-{day} {hour}:{minute}:{second}")
