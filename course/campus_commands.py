"""`biggerpie roster`, `collect`, `return` and `marks`: an assignment by way of a campus system's own files."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..grading.counted import counted
from ..grading.submission.printable import printable

ROSTER = """
Puts the class into the gradebook from the table that Canvas, Moodle, Blackboard or Brightspace gives you, or from any
table with a column of ids. Ids stay as they are there. Sections go into sections.csv; anybody who is not in the table
stays in the class and in their section, and is named, as is each line without an id.
"""
COLLECT = """
Takes the zip of all submissions that your campus system gives you, finds whose each notebook is by the names that the
system wrote, and puts it into submitted/. Whatever was not taken is listed. Run it again with a newer zip at any time.
"""
RETURN = """
Writes one zip with everybody's page of feedback, under the names that Canvas, Moodle and Brightspace take back.
Blackboard takes no such zip; there its names tell you whose each page is. With --mail it writes a folder instead, with
everybody's page and mail.csv (name, address, file), for a mail merge; nothing is sent.
"""
MARKS = """
Fills the marks of an exercise into the table that you downloaded from your campus system, so that you can upload it
again. Nobody's id is changed; who is not in the table, or not in the class, and who has no mark yet, is listed. A
student whose time isn't over, with the extension, gets the mark only after it, as in the feedback.
"""


def add_campus_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the four commands to the command line."""
    roster = commands.add_parser("roster", help="take the class from a campus system's table", description=ROSTER)
    roster.add_argument("table", type=Path, help="the system's own export, such as grades.csv")
    roster.add_argument("--id", default="", metavar="COLUMN", help="the column that holds the ids")
    roster.set_defaults(run=lambda options, _: _roster(options), passes_on=False)
    collect = commands.add_parser("collect", help="take a campus system's zip of submissions", description=COLLECT)
    collect.add_argument("assignment", help="such as 01-both-can-gain")
    collect.add_argument("zip", type=Path, help="the system's own download")
    collect.set_defaults(run=lambda options, _: _collect(options), passes_on=False)
    back = commands.add_parser("return", help="pack everybody's feedback into one zip", description=RETURN)
    back.add_argument("assignment", help="such as 01-both-can-gain")
    where = back.add_mutually_exclusive_group()
    where.add_argument("--to", type=Path, metavar="ZIP", help="the zip to write (feedback-ASSIGNMENT.zip)")
    where.add_argument("--mail", type=Path, metavar="NEW-FOLDER", help="write a folder for a mail merge instead")
    back.set_defaults(run=lambda options, _: _return(options), passes_on=False)
    marks = commands.add_parser("marks", help="fill marks into a campus system's table", description=MARKS)
    marks.add_argument("assignment", help="such as 01-both-can-gain")
    marks.add_argument("table", type=Path, help="the system's own export")
    marks.add_argument("--column", default="", metavar="HEADING", help="the column to fill (that of the exercise)")
    marks.add_argument("--to", type=Path, metavar="FILE", help="the table to write (TABLE-filled.csv)")
    marks.set_defaults(run=lambda options, _: _marks(options), passes_on=False)
    for command in (roster, collect, back, marks):
        command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")


def _roster(options: argparse.Namespace) -> int:
    from ..grading.nbgrader_adapter.class_marks import add_to_class, class_list  # nbgrader takes seconds to import
    from .campus.export_file import read_export
    from .campus.roster import roster_of, said_of_class
    from .campus.sections import write_sections

    found = roster_of(read_export(options.table), options.id)
    add_to_class(options.course, [*found.classmates])
    write_sections(options.course, found.sections, {one.id for one in found.classmates})
    count, *others = said_of_class(found, [one.id for one in class_list(options.course)])
    print(count)
    _tell([*found.skipped, *found.missing, *others])
    return int(bool(found.skipped))


def _collect(options: argparse.Namespace) -> int:
    from ..grading.nbgrader_adapter.class_marks import class_list, handed_out  # the same
    from .campus.collecting import collect

    out = handed_out(options.course, options.assignment)
    found = collect(options.course.resolve(), out, options.zip, class_list(options.course))
    print(f"{options.assignment}: {len(found.taken)} collected, {len(found.same)} were the same as before.")
    _tell(found.told)
    return int(bool(found.told))


def _return(options: argparse.Namespace) -> int:
    from ..grading.given import FEEDBACK, note_given
    from ..grading.nbgrader_adapter.class_marks import class_marks  # nbgrader takes seconds to import
    from .campus.collecting import places_of
    from .campus.returning import feedback_zip

    course = options.course.resolve()
    if options.mail:
        return _mail(course, options.assignment, options.mail.absolute())
    packed = feedback_zip(course, class_marks(course, options.assignment), places_of(course, options.assignment))
    file = options.to or Path(f"feedback-{options.assignment}.zip")
    write_whole(file.absolute(), packed.content)
    note_given(course, options.assignment, FEEDBACK)
    print(f"{file} holds {counted(packed.count, 'page', 'pages')}.")
    older = _older_pages(course, options.assignment)
    _tell([*packed.told, *older])
    return int(bool(older))


def _mail(course: Path, assignment: str, folder: Path) -> int:
    from ..grading.given import FEEDBACK, note_given
    from ..grading.nbgrader_adapter.class_marks import class_list, class_marks  # the same
    from .campus.mailing import LIST, to_mail, write_mail

    mail = to_mail(course, class_list(course), class_marks(course, assignment))
    write_mail(folder, mail)
    note_given(course, assignment, FEEDBACK)
    print(f"{folder} holds {counted(len(mail.pages), 'page', 'pages')}, and {LIST} who gets which; nothing was sent.")
    older = _older_pages(course, assignment)
    _tell([*mail.told, *older])
    return int(bool(older))


def _older_pages(course: Path, assignment: str) -> list[str]:
    """Return a sentence where pages were given out that may be older than the marks."""
    from ..grading.nbgrader_adapter.shown_feedback import older_feedback  # the same

    if not (older := older_feedback(course, assignment)):
        return []
    return [
        f"{len(older)} of these pages may be older than the marks: {', '.join(older)}; run 'biggerpie grade "
        f"{assignment}', which writes them again, and then this."
    ]


def _marks(options: argparse.Namespace) -> int:
    from ..grading.given import EXPORTED, note_given
    from ..grading.nbgrader_adapter.class_marks import class_list  # nbgrader takes seconds to import
    from ..grading.nbgrader_adapter.marks_to_give import marks_to_give
    from .campus.export_file import read_export
    from .campus.filling import filled

    export = read_export(options.table)
    marks = marks_to_give(options.course, options.assignment)
    done = filled(export, marks, class_list(options.course), options.column)
    file = options.to or options.table.with_name(f"{options.table.stem}-filled{options.table.suffix}")
    write_whole(file.absolute(), done.content)
    note_given(options.course.resolve(), options.assignment, EXPORTED)
    print(f"{file} holds {done.count} marks of {options.assignment}.")
    _tell(done.told)
    return int(bool(done.told))


def _tell(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        print(f"  {printable(sentence)}")
