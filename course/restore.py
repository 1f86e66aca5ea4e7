"""Making a course from the file that `biggerpie backup` wrote."""

import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from ..grading.course_path import require_course
from ..negotiation import NegotiationError
from .new_file import require_new


def put_back(file: Path, folder: Path) -> None:
    """Make a course from such a file; raise NegotiationError where it is none, and leave nothing behind."""
    require_new(folder)
    if not hasattr(tarfile, "data_filter"):
        raise NegotiationError("restoring needs Python 3.11.4 or newer, which keeps an archive within its folder.")
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.absolute().parent) as scratch:
        place = Path(scratch) / "course"
        try:
            with tarfile.open(file) as packed:
                packed.extractall(place, filter="data")
        except (tarfile.TarError, EOFError, OSError) as error:
            raise NegotiationError(f"{file} cannot be read as a backup ({error}); nothing was restored.") from None
        require_course(place)
        place.chmod(0o700)
        place.rename(folder)
