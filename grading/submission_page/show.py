"""Writing the pages that were asked for: one a submission, and a list of them where there are several."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..class_run.staging import HIDDEN
from ..class_run.workers import DiedError, in_processes
from ..course_modes import made_for_group
from ..nbgrader_adapter.open_course import OpenCourse, opened_course
from ..nbgrader_adapter.problems import problem_from
from ..submission.budget import READ_AS_DATA
from ..submission.file_budget import COUNTED, over_file_budget
from ..submission.printable import printable
from .files import files_in
from .handed_in import HandedIn, Place, chosen, handed_in
from .page import list_page, page
from .page_file import page_name, write_page
from .recorded import Recorded, recorded
from .submission_view import submission_view, unread_view

SHOWN = Path(HIDDEN) / "shown"
LIST = "submissions.html"
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Written:
    """The pages that were written, the one to open first, and in a line each what could not be shown."""

    pages: tuple[Path, ...]
    first: Path
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and what on it says that something of the submission is not shown, or ""."""

    content: str
    problem: str


def show_submissions(
    folder: Path, student: str | None = None, exercise: str | None = None, into: Path | None = None
) -> Written:
    """Write a page for each submission of a student, or of everybody, to an exercise, or to all.

    A submission that takes too much, or cannot be read, has a page that says so. Changes nothing in `submitted`.
    Raises NegotiationError with one sentence where nothing of that was handed in.
    """
    folder = folder.resolve()
    into = (into or folder / SHOWN).resolve()
    with opened_course(folder, "show.log") as course:
        found = handed_in(course)
        places = chosen(found, student, exercise)
        made = _pages(course, places)
    with made_for_group(folder):
        return _written(into, found, places, made, everybody=student is None)


def _written(
    into: Path, found: HandedIn, places: list[Place], made: Mapping[Place, Made], *, everybody: bool
) -> Written:
    """Write the pages, and a list of them where there is more than one thing to tell."""
    pages = [write_page(into / page_name(place), made[place].content) for place in places]
    closed = {f"{path.parent.name}/{path.name}": s for path, s in found.closed.items()} if everybody else {}
    problems = [(place, made[place].problem) for place in places if made[place].problem]
    told = [
        *(f"{name} {said}" for name, said in closed.items()),
        *(f"{p.student}, {p.exercise}: {s}" for p, s in problems),
    ]
    lines = tuple(map(printable, told))
    if len(pages) == 1 and not closed:
        return Written(tuple(pages), pages[0], lines)
    rows = [(place, page_name(place), made[place].problem) for place in places]
    return Written(tuple(pages), write_page(into / LIST, list_page(rows, closed)), lines)


def _pages(course: OpenCourse, places: list[Place]) -> Mapping[Place, Made]:
    """Return the page of each submission, made in a process that can be ended."""
    known = {exercise: recorded(course, exercise) for exercise in {place.exercise for place in places}}
    given = {exercise: course.source_folder(exercise) for exercise in known}

    def make(place: Place) -> Made:
        try:
            return _made(place, known[place.exercise], given[place.exercise])
        except Exception as error:  # noqa: BLE001  # whatever it was, its page says so, and the others are shown
            return _without(place, known[place.exercise], f"It cannot be shown: {problem_from(error).sentence}")

    made: dict[Place, Made] = {}
    for place, result in in_processes(lambda: make, places, PROCESSES, READ_AS_DATA):
        if isinstance(result, DiedError):
            made[place] = _without(place, known[place.exercise], f"Reading it {result}, so it is not shown.")
        else:
            made[place] = result
    return made


def _made(place: Place, known: Recorded, handed_out: Path) -> Made:
    """Return the page; of a submission that is larger than what is read only the names of its files."""
    if not place.folder.is_symlink() and (said := over_file_budget(place.folder, handed_out, COUNTED)):
        said = f"It is not read, for it {said}"
        return Made(page(replace(unread_view(place, known, said), files=files_in(place.folder))), said)
    found = submission_view(place, known)
    return Made(page(found), found.problem)


def _without(place: Place, known: Recorded, said: str) -> Made:
    """Return a page that says why the submission is not shown."""
    return Made(page(unread_view(place, known, said)), said)
