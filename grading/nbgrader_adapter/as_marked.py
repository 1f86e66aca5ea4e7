"""Whether what lies in submitted/ is what was marked: the marks of anything else are those from before."""

from enum import Enum, auto
from functools import lru_cache
from pathlib import Path

from ..class_run.stamps import digest_of_folder, digest_of_writing, read_stamp, stamp_file
from .marks_before import note_file


class Files(Enum):
    """How a submission's folder stands: it isn't there, it is as it was marked, or it is to be marked again."""

    NONE = auto()
    AS_MARKED = auto()
    CHANGED = auto()


def files_of(course: Path, submission: Path) -> Files:
    """Return how a submission's folder stands; what nbgrader's own command has marked counts as it lies there."""
    if not submission.is_dir():
        return Files.NONE
    if note_file(course, submission).exists():  # whoever marked it was ended before the end
        return Files.CHANGED
    stamp = read_stamp(stamp_file(course, submission))
    is_other = stamp.submission and not stamp.is_of(_digest(submission, digest_of_writing(submission)))
    return Files.CHANGED if is_other else Files.AS_MARKED


@lru_cache(maxsize=10_000)
def _digest(folder: Path, _written: str) -> str:
    """Return the digest of a folder, read again when one of its files was written: the desk asks all the time."""
    return digest_of_folder(folder)
