"""The page itself: static, in one file, loading nothing; all that comes from elsewhere is escaped by the template."""

from collections.abc import Mapping, Sequence

from ..submission.printable import visible
from ..templates import page_css, render
from .handed_in import Place
from .submission_view import SubmissionView

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
CSS = page_css("biggerpie.grading.similarity", __package__)


def page(view: SubmissionView) -> str:
    """Return the page of a submission."""
    return str(render(__package__, "page.html", view=view, policy=POLICY, css=CSS))


def list_page(places: Sequence[tuple[Place, str, str]], closed: Mapping[str, str]) -> str:
    """Return a page that leads to the pages of several submissions, given by place, file name and problem.

    `closed` says by name which folders are not looked into, and why.
    """
    rows = [(visible(place.student), visible(place.exercise), file, visible(said)) for place, file, said in places]
    closed = {visible(name): visible(said) for name, said in closed.items()}
    return str(render(__package__, "list.html", rows=rows, closed=closed, policy=POLICY, css=CSS))
