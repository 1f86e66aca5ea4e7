"""Who sits at which table, and the code that opens each seat, as `biggerpie pairs` left them."""

import json
from dataclasses import dataclass
from pathlib import Path

from ..course.role_play.codes import read_codes
from ..course.role_play.pairing import Group
from ..course.role_play.playable import require_playable
from ..course.role_play.round_files import TABLES, read_tables, round_folder
from ..course.role_play.versions import version
from ..negotiation import Case, load_case
from ..negotiation.own_cases import look_for_cases_in


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of a round: its number, who sits there, and their version of the case."""

    folder: Path
    number: int
    group: Group
    case: Case
    key: str

    @property
    def name(self) -> str:
        """What tells this table and its two people from all others, now and after they were seated again."""
        return json.dumps([self.folder.name, self.number, self.key, *self.group[:2]])

    def side(self, student: str) -> int:
        """Return the place (from 0) of the party for which a student speaks; a third speaks for the second's side."""
        return min(self.group.index(student), 1)

    @property
    def is_seated(self) -> bool:
        """Whether the round's folder still seats these two here, at this version; it is read each time."""
        if not (self.folder / TABLES).is_file():
            return True
        groups, _, keys = read_tables(self.folder)
        now = dict(enumerate(zip(groups, keys, strict=True), 1)).get(self.number, ((), ""))
        return (now[0][:2], now[1]) == (self.group[:2], self.key)


@dataclass(frozen=True, slots=True, eq=False)
class Chair:
    """A student's place at a table."""

    table: Table
    student: str

    @property
    def side(self) -> int:
        """The place (from 0) of the party for which the student speaks."""
        return self.table.side(self.student)


def seats(course: Path, name: str) -> dict[str, Chair]:
    """Return everybody's chair in a round, by student.

    Raises NegotiationError where nobody was seated in the round, and where its case cannot be played in one.
    """
    look_for_cases_in(course / "cases")
    folder = round_folder(course, name)
    seating = read_tables(folder)
    case = load_case(seating.case_name)
    require_playable(case)
    tables = [
        Table(folder, number, group, version(case, key).case, key)
        for number, (group, key) in enumerate(zip(seating.groups, seating.keys, strict=True), 1)
    ]
    return {student: Chair(table, student) for table in tables for student in table.group}


def chairs(course: Path, name: str) -> dict[str, Chair]:
    """Return the chairs in a round by the codes that open them; who has no code has none here.

    Raises NegotiationError as `seats` does.
    """
    of_student = seats(course, name)
    return {
        code: of_student[student]
        for (student, place), code in read_codes(round_folder(course, name)).items()
        if student in of_student and place.table == of_student[student].table.number
    }
