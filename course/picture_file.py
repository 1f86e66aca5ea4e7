"""Pictures in a file of their own: a page on which plotly draws, or the first of them as SVG."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..figures import Picture, page_of, payoff_plane, spread_of_marks
from ..grading.atomic_files import write_whole
from ..negotiation import Case
from .case_check import can_be_marked


def draw(case: Case, file: Path) -> None:
    """Draw a case's payoff plane and, on a page, how the marks of its packages are spread.

    Raises NegotiationError unless the case has two parties.
    """
    write_pictures(list(_pictures(case)), file)


def write_pictures(pictures: Sequence[Picture], file: Path) -> None:
    """Write pictures as a page that needs no network, or into an .svg file the first of them."""
    drawn = pictures[0].svg() if file.suffix.lower() == ".svg" else page_of(pictures)
    write_whole(file, drawn.encode())


def _pictures(case: Case) -> Iterator[Picture]:
    yield payoff_plane(case)
    if can_be_marked(case):
        yield spread_of_marks(case)
