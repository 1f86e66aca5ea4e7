"""Who sent an upload and when. The outermost name that says so counts; the names inside were written by the sender."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from ...negotiation import NegotiationError
from ..submission.printable_names import quoted
from .name_pattern import MAKE_EXACT, TIME, Name, only_student, require_one_time, up_to_file
from .upload_time import upload_time


@dataclass(frozen=True, slots=True)
class Sender:
    """A student, and the time of the upload as its name tells it, "" where it tells none."""

    student: str
    time: str


@dataclass(slots=True)
class Senders:
    """The reading of uploads' names by the instructor's pattern; `endings` are those of the files it looks for."""

    pattern: str
    endings: list[str]
    roster: Collection[str]
    _read: dict[str, Sender | NegotiationError | None] = field(default_factory=dict)

    def of(self, upload: Path, place: Path) -> Sender | None:
        """Return who sent an upload below a folder, None where neither its name nor a folder's before it tells.

        Raises NegotiationError, with the end of a sentence, where a name can be read in two ways.
        """
        outermost_first = [upload, *upload.parents][: len(upload.relative_to(place).parts)][::-1]
        return next(filter(None, (self._once(path, len(str(place))) for path in outermost_first)), None)

    def _once(self, path: Path, begin: int) -> Sender | None:
        if (text := str(path)) not in self._read:
            try:
                self._read[text] = self._of_one(path, begin)
            except NegotiationError as error:
                self._read[text] = error
        if isinstance(read := self._read[text], NegotiationError):
            raise read
        return read

    def _of_one(self, path: Path, begin: int) -> Sender | None:
        """Read a name as a file's, as a folder's, and as that of a file which the pattern looks for."""
        texts = (str(path), f"{path}/", *(f"{path}{ending}" for ending in self.endings))
        read = {sender for text in texts if (sender := self._of_text(text, begin))}
        if len(read) > 1:
            raise NegotiationError(f"the name {quoted(path.name)} can be read in two ways; {MAKE_EXACT}")
        return next(iter(read), None)

    def _of_text(self, text: str, begin: int) -> Sender | None:
        try:
            name = Name(up_to_file(self.pattern), text, begin)
            student = only_student(name, self.roster)
            require_one_time(name, upload_time)
            time = name.match(TIME)
        except re.error:
            raise NegotiationError("named_regexp is none that the kit can read up to its file_id") from None
        return Sender(student, time[TIME] if time else "") if student else None
