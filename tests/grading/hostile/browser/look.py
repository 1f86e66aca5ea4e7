"""Every submission of a gallery opened, in formgrader and as feedback, one after another in one browser."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser

from ....jupyter.server import jupyter, running
from .faults import Faults, faults_of
from .gallery import Gallery
from .visit import Visit, visit

Shown = dict[str, tuple[str, ...]]


class Formgrader:
    """JupyterLab with formgrader, begun again when a page has changed or stopped it."""

    def __init__(self, gallery: Gallery) -> None:
        """Begin when the first page is asked for."""
        self.gallery, self.open, self.address = gallery, ExitStack(), ""

    def __enter__(self) -> "Formgrader":
        """Nothing runs yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the server."""
        self.open.close()

    def page(self, student: str) -> str:
        """The address of a student's submission."""
        if not self.address:
            settings = Path(tempfile.mkdtemp())
            self.open.callback(shutil.rmtree, settings, ignore_errors=True)
            self.address = self.open.enter_context(running(jupyter(), self.gallery.folder, settings))
        return f"{self.address}/formgrader/submissions/{self.gallery.submission_id(student)}/"

    def recover(self, student: str) -> None:
        """Undo what a page has done to formgrader: by its own way back to the first settings, else by a new server."""
        with suppress(OSError), urlopen(f"{self.address}/formgrader/", timeout=20):
            pass
        if not self.is_well(student):
            self.open.close()
            self.address = ""

    def is_well(self, student: str) -> bool:
        """Whether an honest student's submission can still be shown."""
        with suppress(OSError), urlopen(self.page(student), timeout=20) as reply:
            return bool(reply.status == 200)
        return False


def look_at_all(browser: Browser, gallery: Gallery, students: Shown, honest: list[str]) -> Iterator[tuple[str, Faults]]:
    """Yield each student and what is wrong with the two pages; `students` says which words each must show."""
    with Formgrader(gallery) as formgrader:
        known = {student: _both(browser, gallery, formgrader, student) for student in honest}
        pages = [[visits[n] for visits in known.values() if visits[n]] for n in (0, 1)]
        for student, shown in students.items():
            faults = Faults()
            for seen, like in zip(_both(browser, gallery, formgrader, student), pages, strict=True):
                if seen:
                    faults += faults_of(seen, like, shown)
            executed = gallery.executed()
            faults.ran += ["a file of the submission was executed"] if executed else []
            if executed or (any(vars(faults).values()) and not formgrader.is_well(honest[0])):
                formgrader.recover(honest[0])
                gallery.executed()  # until then the server may have loaded that file again
            yield student, faults


def own_requests(browser: Browser, gallery: Gallery, student: str) -> list[str]:
    """What an honest student's pages ask for."""
    with Formgrader(gallery) as formgrader:
        return [request for seen in _both(browser, gallery, formgrader, student) if seen for request in seen.requests]


def _both(
    browser: Browser, gallery: Gallery, formgrader: Formgrader, student: str
) -> tuple[Visit | None, Visit | None]:
    """Formgrader's page and the feedback, as far as there are any."""
    graded, feedback = gallery.page("autograded", student), gallery.page("feedback", student)
    return (
        visit(browser, formgrader.page(student)) if graded.is_file() else None,
        visit(browser, feedback.as_uri(), quiet=True) if feedback.is_file() else None,
    )
