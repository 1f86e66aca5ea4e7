"""nbgrader's export plugins for campus systems: `nbgrader export --exporter=biggerpie.course.campus.exporters.Canvas`.

With `--CampusExport.table=FILE` the system's own export is filled in, as `biggerpie marks` does it. Without, a table
is made from nothing, and what it could not know is told. No name and no address in that one is a formula; an id stays
letter for letter, as the system finds the student by it.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from traitlets import Unicode

from ...grading.formulas import plain
from ...grading.given import EXPORTED, note_given
from ...grading.nbgrader_adapter.class_marks import ClassMarks, Classmate
from ...grading.nbgrader_adapter.export_table import TableExport
from .export_file import Cells, read_export
from .filling import filled

Marked = tuple[Classmate, str]
"""A student whose whole work is marked, and the points as a table has them."""


class CampusExport(TableExport):
    """Fills the system's own table, or makes one; who has no whole mark is left out of a made one."""

    table = Unicode("", help="the table that you downloaded from your campus system, to be filled in").tag(config=True)
    column = Unicode("", help="the heading of the column to fill, where it is not the assignment's name").tag(
        config=True
    )
    could_not_know = ""
    """What a table made from nothing lacks."""

    def written(self, marks: ClassMarks, classmates: list[Classmate]) -> tuple[bytes, list[str]]:
        """Return the table, and a sentence for everybody who is not in it."""
        if self.table:
            done = filled(read_export(Path(self.table)), marks, classmates, self.column)
            return done.content, [*done.told]
        given = {student: mark.points for student, mark in marks.marks.items() if mark.points is not None}
        marked = [(one, f"{given[one.id]:.2f}") for one in classmates if one.id in given]
        out = StringIO()
        csv.writer(out, lineterminator="\r\n").writerows(self.made(marks, marked))
        without = (f"{s} is left out: {marks.marks[s].status}." for s in sorted(set(marks.marks) - set(given)))
        return out.getvalue().encode(), [self.could_not_know, *without]

    def made(self, marks: ClassMarks, marked: list[Marked]) -> Iterator[Cells]:
        """Yield the lines of a table made from nothing."""
        raise NotImplementedError

    def noted(self, course: Path, assignment: str) -> None:
        """Note it for `biggerpie status`."""
        note_given(course, assignment, EXPORTED)


class Canvas(CampusExport):
    """Canvas: instructure/canvas-lms, lib/gradebook_importer.rb."""

    could_not_know = (
        "this table was made without Canvas's own: the number of the assignment is missing, so Canvas makes a new "
        "assignment unless one has exactly this name. Better fill Canvas's export, with --CampusExport.table=FILE."
    )

    def made(self, marks: ClassMarks, marked: list[Marked]) -> Iterator[Cells]:
        """Yield the columns that Canvas matches students by, and the assignment's."""
        yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", marks.assignment]
        yield ["    Points Possible", "", "", "", "", f"{marks.maximum:.2f}"]
        for one, points in marked:
            name = f"{one.last_name}, {one.first_name}" if one.first_name else one.last_name
            yield [plain(name), one.lms, "", one.id, "", points]


class Moodle(CampusExport):
    """Moodle's gradebook: grade/import/csv; you choose there which column is what."""

    could_not_know = (
        "this table was made without Moodle's own: choose when importing that 'idnumber' is the ID number or the "
        "username, whichever your ids are; one student whom Moodle does not know ends the whole import."
    )

    def made(self, marks: ClassMarks, marked: list[Marked]) -> Iterator[Cells]:
        """Yield id, address and marks."""
        yield ["idnumber", "email", marks.assignment]
        for one, points in marked:
            yield [one.id, plain(one.email), points]


class Brightspace(CampusExport):
    """Brightspace, from its help pages: both ids begin with '#', and '#' ends a line."""

    could_not_know = (
        "this table was made without Brightspace's own: a student whose number there isn't known has the id in both "
        "columns, and an item that isn't there is made. Better fill its export, with --CampusExport.table=FILE."
    )

    def made(self, marks: ClassMarks, marked: list[Marked]) -> Iterator[Cells]:
        """Yield the two ids, the item, and the sign that ends a line."""
        yield ["OrgDefinedId", "Username", f"{marks.assignment} Points Grade", "End-of-Line Indicator"]
        for one, points in marked:
            yield [f"#{one.lms or one.id}", f"#{one.id}", points, "#"]


class Blackboard(CampusExport):
    """Blackboard, from its help pages: a column is known by the number after its bar."""

    could_not_know = (
        "this table was made without Blackboard's own: the number of the column is missing, so Blackboard makes a new "
        "column of text that counts nothing. Fill Blackboard's export instead, with --CampusExport.table=FILE."
    )

    def made(self, marks: ClassMarks, marked: list[Marked]) -> Iterator[Cells]:
        """Yield names, user name and marks."""
        yield ["Last Name", "First Name", "Username", f"{marks.assignment} [Total Pts: {marks.maximum:g} Score]"]
        for one, points in marked:
            yield [plain(one.last_name), plain(one.first_name), one.id, points]
