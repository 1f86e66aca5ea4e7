"""Writing the pages that were asked for: one a submission, and a list of them where there are several."""

from dataclasses import dataclass
from pathlib import Path

from ...negotiation import NegotiationError
from ..class_run.staging import HIDDEN
from ..nbgrader_adapter.open_course import opened_course
from .handed_in import Place, chosen, submissions
from .page import list_page, page
from .page_file import page_name, write_page
from .recorded import Recorded, recorded
from .shown import shown

SHOWN = Path(HIDDEN) / "shown"
LIST = "submissions.html"


@dataclass(frozen=True, slots=True)
class Written:
    """The pages that were written, and the one to open first."""

    pages: tuple[Path, ...]
    first: Path


def show_submissions(
    course: Path, student: str | None = None, exercise: str | None = None, into: Path | None = None
) -> Written:
    """Write a page for each submission of a student, or of everybody, to an exercise, or to all.

    Changes nothing in `submitted`. Raises NegotiationError with one sentence where nothing of that was handed in.
    """
    course = course.resolve()
    folder = (into or course / SHOWN).resolve()
    kept: dict[str, Recorded] = {}
    with opened_course(course, "show.log") as app:
        places = chosen(submissions(app), student, exercise)
        pages = []
        for place in places:
            if place.exercise not in kept:
                kept[place.exercise] = recorded(app, place.exercise)
            content = page(shown(place, kept[place.exercise]))
            pages.append(write_page(folder / page_name(place), content))
    if len(pages) == 1:
        return Written(tuple(pages), pages[0])
    return Written(tuple(pages), write_page(folder / LIST, _list(places, pages)))


def _list(places: list[Place], pages: list[Path]) -> str:
    if not pages:
        raise NegotiationError("nothing was handed in yet.")
    return list_page([(place, file.name) for place, file in zip(places, pages, strict=True)])
