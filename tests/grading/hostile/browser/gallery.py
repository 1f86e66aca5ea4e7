"""A course whose pages are looked at; it may show submissions that were graded elsewhere."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from warnings import catch_warnings, simplefilter

from nbgrader.api import Gradebook
from sqlalchemy.exc import SAWarning

from ..course import EXERCISE

LARGEST_SHOWN = 50_000_000  # bytes of a file; a larger one would fill the disk and is no page
STOCK_CONFIG = """from pathlib import Path
c = get_config()
c.CourseDirectory.root = str(Path(__file__).parent)
c.CourseDirectory.course_id = "stock"
"""


class Gallery:
    """A course whose formgrader shows what was made of each submission."""

    def __init__(self, folder: Path) -> None:
        """Show a course as it is."""
        self.folder = folder

    @classmethod
    def copied(cls, template: Path, folder: Path, *, stock: bool = False) -> "Gallery":
        """Copy a course in which nobody hostile has handed in; `stock` leaves the kit's settings out of it."""
        shutil.copytree(template, folder)
        if stock:
            (folder / "nbgrader_config.py").write_text(STOCK_CONFIG)
        return cls(folder)

    def hang(self, course: Path, student: str) -> None:
        """Take over all that a course holds of a student; scores stay behind, for no page is judged by them."""
        for found in _of_student(course, student):
            _copy(found, self.folder / found.relative_to(course))
        with Gradebook(f"sqlite:///{self.folder}/gradebook.db") as gradebook, catch_warnings():
            simplefilter("ignore", SAWarning)  # about the order in which nbgrader makes a submission's rows
            gradebook.update_or_create_student(student)
            gradebook.update_or_create_submission(EXERCISE, student)

    def submission_id(self, student: str) -> str:
        """Formgrader's id of a student's notebook."""
        with Gradebook(f"sqlite:///{self.folder}/gradebook.db") as gradebook:
            return str(gradebook.find_submission_notebook("exercise", EXERCISE, student).id)

    def page(self, step: str, student: str) -> Path:
        """A student's notebook of that step, or the page of the feedback."""
        ending = "html" if step == "feedback" else "ipynb"
        return self.folder / step / student / EXERCISE / f"exercise.{ending}"

    def executed(self) -> bool:
        """Whether code of a submission has left its witness here since this was last asked."""
        witness = self.folder / "forged"
        there = witness.exists()
        witness.unlink(missing_ok=True)
        return there


def _of_student(course: Path, student: str) -> list[Path]:
    """The folders in a course that carry a student's name, the outermost of each."""
    found = []
    for place, folders, _ in os.walk(course):
        here = [name for name in folders if name == student]
        found += [Path(place) / name for name in here]
        folders[:] = [name for name in folders if name not in here]
    return found


def _copy(source: Path, target: Path) -> None:
    """Copy a folder's ordinary files, and leave out links, pipes and what is larger than any page."""
    for place, _, files in os.walk(os.fsencode(source)):
        there = os.path.join(os.fsencode(target), os.path.relpath(place, os.fsencode(source)))  # noqa: PTH118  # bytes
        with suppress(OSError):  # a path that was only just short enough where it was
            os.makedirs(there, exist_ok=True)  # noqa: PTH103  # names need not be text
        for name in files:
            path = os.path.join(place, name)  # noqa: PTH118  # bytes
            about = os.lstat(path)
            if not os.path.islink(path) and os.path.isfile(path) and about.st_size <= LARGEST_SHOWN:  # noqa: PTH113,PTH114
                with suppress(OSError):  # a name that was only just short enough where it was
                    shutil.copyfile(path, os.path.join(there, name))  # noqa: PTH118  # bytes
