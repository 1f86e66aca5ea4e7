"""Where files are set aside that may not stay in a submission: nothing is lost, and nothing opens or imports them."""

import errno
import os
import shutil
from pathlib import Path

from ..class_run.staging import HIDDEN

PLACE = f"{HIDDEN}/set-aside"
ENDING = ".set-aside"  # no program runs a file of this name, reads it as settings or shows it as a page
MOST_BYTES = 180  # of the old name that the new one keeps


class SetAside:
    """The place in a course for what is taken out of one submission; its files lie flat in one folder.

    It is hidden: Jupyter neither lists nor serves it, and nbgrader does not take it for a submission.
    """

    def __init__(self, course: Path, submission: Path) -> None:
        """Give the place for a submission's folder; it is made when something is taken."""
        self.name = f"{PLACE}/{submission.parent.name}/{submission.name}"
        self._place = course / self.name
        self._taken = 0

    def take(self, path: Path, within: Path) -> None:
        """Move a file there, or one by one all files of a folder; links and pipes in a folder are removed.

        A folder in a folder is moved up first, so that no path gets longer than the system can read, however deep
        it was. Raises OSError where something cannot be moved.
        """
        self._place.mkdir(parents=True, exist_ok=True)
        folders = self._moved(path, "--".join(path.relative_to(within).parts))
        while folders:
            folder = folders.pop()
            for inner in list(folder.iterdir()):
                folders += self._moved(inner, inner.name)
            folder.rmdir()

    def _moved(self, path: Path, name: str) -> list[Path]:
        """Move one file or folder there; return, in a list, a folder that is still to be emptied."""
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)  # its owner may not have let anybody read it
            return [path.rename(self._free(name))]
        if path.is_file() and not path.is_symlink():
            _move_file(path, self._free(name))
        else:
            path.unlink()
        return []

    def _free(self, name: str) -> Path:
        """Return a path for that name that nothing has."""
        kept = name.encode("utf-8", "backslashreplace")[:MOST_BYTES].decode("utf-8", "ignore")
        self._taken += 1
        path = self._place / f"{kept}{ENDING}"
        while os.path.lexists(path):
            path = self._place / f"{kept}-{self._taken}{ENDING}"
            self._taken += 1
        return path


def _move_file(path: Path, to: Path) -> None:
    try:
        path.rename(to)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copyfile(path, to)  # the submissions are on another disk than the course
        path.unlink()
