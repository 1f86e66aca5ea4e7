"""Collecting what was extracted from downloads: each file is its sender's, and nobody's name is used by others."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.plugins import FileNameCollectorPlugin

from ...negotiation import NegotiationError
from ..collecting.name_pattern import TIME, Name, only_student
from ..collecting.sender import Sender, Senders
from ..collecting.upload_time import upload_time
from ..collecting.uploads import Claim, settled
from ..submission.allowed_files import folded
from ..submission.printable_names import quoted
from ..submission.student_ids import is_plain_id
from .standing import roster
from .time_stamps import TIMESTAMP

LONGEST_ID, LONGEST_PLACE = 200, 240  # in bytes


class CollectInOrder(FileNameCollectorPlugin):
    """nbgrader's collector by file names, which decides about all files together before nbgrader takes the first.

    nbgrader ends the collecting of the whole class at a file that it cannot place, so it is given none such.
    """

    _found: dict[str, dict[str, Any]] | None = None

    def collect(self, submitted_file: str) -> dict[str, Any] | None:
        """Return whose file it is, or None if it is not to be collected."""
        if self._found is None:
            self._found = {str(claim.file): claim.found for claim in self._settled()}
        return self._found.get(submitted_file)

    def sender_of(self, upload: Path, place: Path) -> Sender | None:
        """Return who sent what was downloaded into a folder, as its name tells."""
        if self._senders is None:
            self._senders = Senders(self.named_regexp, self.valid_ext, self._roster)
        return self._senders.of(upload, place)

    def _settled(self) -> Iterator[Claim]:
        place = Path(self.parent._format_collect_path(self.parent.extracted_directory))  # nbgrader's own name for it
        files = sorted(Path(folder, name) for folder, _, names in os.walk(place) for name in names)
        chosen, told = settled([claim for file in files if (claim := self._claim(file, place))])
        for sentence in told:
            self.log.warning("%s", sentence)
        yield from chosen

    def _claim(self, file: Path, place: Path) -> Claim | None:
        """Return whose file it says it is, None where that is nobody's or cannot be believed."""
        try:
            upload = self._upload(file)
            _require_length(file.relative_to(upload or place))
            found: dict[str, Any] | None = super().collect(str(file))
            return self._believed(file, place, upload or file, found) if found else None
        except NegotiationError as error:
            self.log.warning("%s was not collected: %s.", quoted(file.name), error)
        return None

    def _upload(self, file: Path) -> Path | None:
        """Return the folder of the archive that a student sent, None for a file that was in none."""
        unpacked: set[Path] = getattr(self.parent.extractor_plugin_inst, "unpacked", set())
        return next((folder for folder in file.parents if folder in unpacked), None)

    def _believed(self, file: Path, place: Path, upload: Path, found: dict[str, Any]) -> Claim:
        """Raise NegotiationError, with the end of a sentence, for a file that is not its sender's."""
        sender = self.sender_of(upload, place)
        if sender is None:
            raise NegotiationError("the name of its upload tells no student")
        self._require_no_other(Name(self.named_regexp, str(file), len(str(place))), sender)
        _require_place(sender.student, file, str(found.get("file_id") or ""))
        time = upload_time(sender.time)
        if sender.time and time is None:
            self.log.warning("%s names no time that can be read.", quoted(upload.name))
        return Claim(file, {**found, "student_id": sender.student, TIME: time})

    def _require_no_other(self, name: Name, sender: Sender) -> None:
        sent = f"it came in what {quoted(sender.student)} sent, and "
        try:
            student = only_student(name, self._roster)
        except NegotiationError as error:
            raise NegotiationError(f"{sent}{error}") from None
        if student not in {None, sender.student}:
            raise NegotiationError(f"{sent}its name says that it is of {quoted(student)}")

    @property
    def _roster(self) -> set[str]:
        if self._known is None:
            with Gradebook(self.parent.coursedir.db_url, self.parent.coursedir.course_id) as book:
                self._known = roster(book)
        return self._known

    _known: set[str] | None = None
    _senders: Senders | None = None


def _require_length(place: Path) -> None:
    """Raise NegotiationError, with the end of a sentence, before a name is read that takes a pattern long."""
    if len(os.fsencode(place)) > LONGEST_PLACE:
        raise NegotiationError("its name is too long")


def _require_place(student: str, file: Path, name: str) -> None:
    """Raise NegotiationError, with the end of a sentence, where a file would land elsewhere than beside a notebook."""
    parts = PurePath(name).parts
    if not student.strip(". ") or PurePath(student).name != student or not is_plain_id(student):
        raise NegotiationError(f"{quoted(student)} is no student id")
    if len(os.fsencode(student)) > LONGEST_ID or len(os.fsencode(name)) > LONGEST_PLACE:
        raise NegotiationError("its name is too long")
    if not parts or PurePath(name).is_absolute() or ".." in parts:
        raise NegotiationError("its name leads out of the submission")
    if folded(f"{PurePath(name).stem}{file.suffix}") == TIMESTAMP:
        raise NegotiationError("a time stamp is no student's to send")
