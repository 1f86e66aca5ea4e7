"""What waits for the instructor, each with the command that sees to it, in one line to be typed in the course."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from ...grading.dossiers.ids import cannot_work
from ...grading.given import EXPORTED, FEEDBACK
from ...grading.nbgrader_adapter.class_status import NOT_MARKED, AssignmentStatus, Work
from ...grading.nbgrader_adapter.export import AGAIN, FAILED, MARKED, UNREAD, WAITING
from ..status import CourseStatus

FORMGRADER = "biggerpie formgrader"


@dataclass(frozen=True, slots=True)
class ToDo:
    """What waits, and a command, "" where none helps."""

    assignment: str
    what: str
    command: str


def to_do(status: CourseStatus) -> list[ToDo]:
    """Return what waits in a course, in the order of its assignments; what is still to come waits for nobody."""
    return [todo for one in status.about.assignments if one.generated for todo in _of(one, status)]


def to_hand_out(status: CourseStatus) -> ToDo | None:
    """Return the next assignment that students have not got, None where they have all."""
    names = (one.name for one in status.about.assignments if not one.released)
    name = next(names, None)
    return ToDo(name, "is the next to hand out", command("nbgrader", "generate_assignment", name)) if name else None


def to_do_of(student: str, assignment: str, work: Work) -> ToDo | None:
    """Return what waits about one student's work, None where nothing does or only the student can do it."""
    known = not cannot_work(student)
    grade = command("biggerpie", "grade", assignment, *(("--student", student) if known else ()))
    show = command("biggerpie", "show", *((student,) if known else ("--all",)), assignment)
    found = {
        NOT_MARKED: ToDo(assignment, "is handed in and not marked yet", grade),
        AGAIN: ToDo(assignment, "is to be marked again", grade),
        WAITING: ToDo(assignment, "waits for marks that a person gives", FORMGRADER),
        UNREAD: ToDo(assignment, "could not be read", show),
        FAILED: ToDo(assignment, "could not be marked", show),
        MARKED: None if work.feedback else ToDo(assignment, "is marked and has no feedback yet", grade),
    }
    return found.get(work.status)


def command(*words: str) -> str:
    """Return a command as it is typed; "" where a name would break its line."""
    return shlex.join(words) if all(word.isprintable() for word in words) else ""


def _of(one: AssignmentStatus, status: CourseStatus) -> Iterator[ToDo]:
    times, reached = status.given[one.name], one.marked + one.waiting
    grade = command("biggerpie", "grade", one.name)
    if one.not_marked:
        yield ToDo(one.name, f"{one.not_marked} handed in and not marked yet", grade)
    if one.waiting:
        yield ToDo(one.name, f"{one.waiting} waiting for marks that a person gives", FORMGRADER)
    if one.feedback < reached:
        yield ToDo(one.name, f"{reached - one.feedback} marked and without feedback yet", grade)
    if one.told:
        yield ToDo(one.name, f"{one.told} with something to see to", command("biggerpie", "notices", one.name))
    if reached and (status.is_outdated(one) or not times.get(FEEDBACK)):
        since = "written since it was given back" if times.get(FEEDBACK) else "not given back yet"
        yield ToDo(one.name, f"feedback {since}", command("biggerpie", "return", one.name))
    if reached and not times.get(EXPORTED):
        yield ToDo(one.name, "marks not exported yet", command("biggerpie", "marks", one.name, "TABLE.csv"))
