"""A case as a picture in a file of its own: the payoff plane, and how the marks of all packages are spread."""

from collections.abc import Iterator
from pathlib import Path

from ..figures import Picture, page_of, payoff_plane, spread_of_marks
from ..grading.atomic_files import write_whole
from ..negotiation import Case, NegotiationError
from .case_check import can_be_marked


def draw(case: Case, file: Path) -> None:
    """Write a page on which plotly draws both pictures, or the payoff plane as SVG; nothing needs the network.

    Raises NegotiationError for another ending, and unless the case has two parties.
    """
    pictures = list(_pictures(case))
    match file.suffix.lower():
        case ".html":
            write_whole(file, page_of(pictures).encode())
        case ".svg":
            write_whole(file, pictures[0].svg().encode())
        case _:
            raise NegotiationError(f"{file.name}: a picture's file ends in .html or .svg.")


def _pictures(case: Case) -> Iterator[Picture]:
    yield payoff_plane(case)
    if can_be_marked(case):
        yield spread_of_marks(case)
