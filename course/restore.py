"""Making a course from the file that `biggerpie backup` wrote."""

import gzip
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from ..grading.collecting.unpack import BROKEN
from ..grading.course_path import require_course
from ..negotiation import NegotiationError
from .new_file import require_new

CHUNK = 1 << 20  # bytes


def put_back(file: Path, folder: Path) -> None:
    """Make a course from such a file.

    Raises NegotiationError where it is none or was damaged, and leaves nothing behind then.
    """
    require_new(folder)
    if not hasattr(tarfile, "data_filter"):
        raise NegotiationError("restoring needs Python 3.11.4 or newer, which keeps an archive within its folder.")
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.absolute().parent) as scratch:
        place = Path(scratch) / "course"
        try:
            _unpack(file, place)
        except BROKEN as error:
            raise NegotiationError(
                f"{file} cannot be read as a backup ({str(error) or type(error).__name__}), so nothing was restored; "
                "take another copy of it, or an earlier backup."
            ) from None
        require_course(place)
        place.chmod(0o700)
        place.rename(folder)


def _unpack(file: Path, place: Path) -> None:
    """Write what is in a backup, and read on to gzip's checksum, which stands behind all that tarfile reads."""
    with gzip.open(file) as plain, tarfile.open(fileobj=plain, mode="r:") as packed:
        packed.extractall(place, filter="data")
        while plain.read(CHUNK):
            pass
