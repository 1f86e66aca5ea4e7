"""Collecting from archives: what comes out of them is put in order, and each file is its sender's."""

import re
from datetime import datetime
from pathlib import Path, PurePath
from shutil import copyfile
from tempfile import TemporaryDirectory
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
        for place in sorted(path for path in Path(archive_path).rglob("*") if path.is_file()):
            self._extract_one(place, place.relative_to(archive_path).parent, extracted_path)
        self._put_in_order(Path(extracted_path))

    def _extract_one(self, file: Path, within: Path, extracted_path: str) -> None:
        """Extract one file as nbgrader does; one that cannot be extracted, or not whole, is named and stops nobody."""
        with TemporaryDirectory() as scratch:
            (Path(scratch) / within).mkdir(parents=True, exist_ok=True)
            copyfile(file, Path(scratch) / within / file.name)
            try:
                super().extract(scratch, extracted_path)
            except Exception as error:  # noqa: BLE001  # a packed file may be wrong in any way
                why = type(error).__name__
                self.log.warning("%s could not be unpacked whole (%s); look at it yourself.", shown(file.name), why)

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
        if others := sorted(_other_readings(self.named_regexp, str(file), len(str(root))) - {student}):
            return f"its name can be read as {shown(student)}'s and as {shown(others[0])}'s; rename it"
        return ""


def _other_readings(pattern: str, path: str, begin: int) -> set[str]:
    """Return the students whom the pattern finds elsewhere in a path from `begin` on: a sender writes part of a name.

    What is found at the same place in a shorter path is the same student, cut off.
    """
    whole = re.match(pattern, path)
    if whole is None or "student_id" not in whole.re.groupindex:
        return set()
    place = whole.start("student_id")
    shorter = filter(None, (re.match(pattern, path[:end]) for end in range(begin, len(path))))
    return {found["student_id"] for found in shorter if found.start("student_id") != place}


def _time(text: str) -> datetime | None:
    """Return the time in a downloaded file's name, whose parts a learning platform may join by anything."""
    parts = re.fullmatch(r"([0-9]{4})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})?", text)
    if parts is None:
        return read_time(text)
    year, month, day, hour, minute, second = parts.groups("00")
    return read_time(f"{year}-{month}-{day} {hour}:{minute}:{second}")
