"""Collecting what was extracted from downloads: each file is its sender's, and nobody's name is used by others."""

import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.plugins import FileNameCollectorPlugin

from ...negotiation import NegotiationError
from ..collecting.name_pattern import TIME, Name, only_student, require_one_time
from ..collecting.uploads import Claim, settled
from ..submission.allowed_files import folded
from ..submission.printable_names import shown
from ..submission.student_ids import is_plain_id
from ..submission.times import read_time
from .standing import roster
from .time_stamps import TIMESTAMP

LONGEST_ID, LONGEST_PLACE = 200, 240  # in bytes


class CollectInOrder(FileNameCollectorPlugin):
    """nbgrader's collector by file names, which decides about all files together before nbgrader takes the first.

    nbgrader ends the collecting of the whole class at a file that it cannot place, so it is given none such.
    """

    _found: dict[str, dict[str, Any]] | None = None

    def collect(self, submitted_file: str) -> dict[str, Any] | None:
        """Return whose file it is, None where it is to be left."""
        if self._found is None:
            self._found = {str(claim.file): claim.found for claim in self._settled()}
        return self._found.get(submitted_file)

    def names_a_student(self, upload: Path) -> bool:
        """Return whether an upload's own name, or that of a notebook in its place, tells who sent it."""
        return bool(self._senders(upload, len(str(upload.parent))))

    def _settled(self) -> Iterator[Claim]:
        place = Path(self.parent._format_collect_path(self.parent.extracted_directory))  # nbgrader's own name for it
        files = sorted(Path(folder, name) for folder, _, names in os.walk(place) for name in names)
        chosen, told = settled([claim for file in files if (claim := self._claim(file, place))])
        for sentence in told:
            self.log.warning("%s", sentence)
        yield from chosen

    def _claim(self, file: Path, place: Path) -> Claim | None:
        """Return whose file it says it is, None where that is nobody's or cannot be believed."""
        found: dict[str, Any] | None = super().collect(str(file))
        if not found:
            return None
        try:
            return self._believed(file, place, found)
        except NegotiationError as error:
            self.log.warning("%s was not collected: %s.", shown(file.name), error)
        return None

    def _believed(self, file: Path, place: Path, found: dict[str, Any]) -> Claim:
        """Raise NegotiationError, with the end of a sentence, for a file that is not taken as its name says."""
        begin = len(str(place))
        name = Name(self.named_regexp, str(file), begin)
        senders: set[str] = set()
        for folder in file.parents[: len(file.relative_to(place).parts) - 1]:
            senders |= self._senders(folder, begin)
        student = self._only_student(name, senders)
        _require_place(student, file, str(found.get("file_id") or ""))
        require_one_time(name, _time)
        time = _time(text) if (text := found.get(TIME)) else None
        if text and time is None:
            self.log.warning("%s names no time that can be read.", shown(file.name))
        unpacked: set[Path] = getattr(self.parent.extractor_plugin_inst, "unpacked", set())
        archive = next((folder for folder in file.parents if folder in unpacked), None)
        return Claim(
            file, {**found, "student_id": student, TIME: time}, archive, is_senders=archive is None or bool(senders)
        )

    def _only_student(self, name: Name, senders: set[str]) -> str:
        sent = f"it came in what {shown(min(senders))} sent, and " if senders else ""
        try:
            student = only_student(name, self._roster) or ""
        except NegotiationError as error:
            raise NegotiationError(f"{sent}{error}") from None
        if senders - {student}:
            raise NegotiationError(f"{sent}its name says that it is of {shown(student)}")
        return student

    def _senders(self, upload: Path, begin: int) -> set[str]:
        """Return the students whose upload this is by its own name, also if the pattern looks for a notebook's."""
        names = (str(upload), *(f"{upload}{ending}" for ending in self.valid_ext))
        read = (only_student(Name(self.named_regexp, name, begin), self._roster) for name in names)
        return set(filter(None, read))

    @property
    def _roster(self) -> set[str]:
        if self._known is None:
            with Gradebook(self.parent.coursedir.db_url, self.parent.coursedir.course_id) as book:
                self._known = roster(book)
        return self._known

    _known: set[str] | None = None


def _require_place(student: str, file: Path, name: str) -> None:
    """Raise NegotiationError, with the end of a sentence, where a file would land elsewhere than beside a notebook."""
    parts = PurePath(name).parts
    if not student.strip(". ") or PurePath(student).name != student or not is_plain_id(student):
        raise NegotiationError(f"{shown(student)} is no student id")
    if len(os.fsencode(student)) > LONGEST_ID or len(os.fsencode(name)) > LONGEST_PLACE:
        raise NegotiationError("its name is too long")
    if not parts or PurePath(name).is_absolute() or ".." in parts:
        raise NegotiationError("its name leads out of the submission")
    if folded(f"{PurePath(name).stem}{file.suffix}") == TIMESTAMP:
        raise NegotiationError("a time stamp is no student's to send")


def _time(text: str) -> datetime | None:
    """Return the time in a downloaded file's name, whose parts a learning platform may join by anything."""
    parts = re.fullmatch(r"([0-9]{4})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})?", text)
    if parts is None:
        return read_time(text)
    year, month, day, hour, minute, second = parts.groups("00")
    return read_time(f"{year}-{month}-{day} {hour}:{minute}:{second}")
