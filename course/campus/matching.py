"""Whose a line of a campus system's table is: each column that tells a student must tell the same one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import normalize

from ...grading.dossiers.ids import compared
from ...grading.nbgrader_adapter.class_marks import Classmate
from ...negotiation import plain
from .export_file import Cells, ExportFile
from .systems import BY_EMAIL, BY_FILE_NAME, BY_ID, BY_LMS, BY_NAME, OTHER, System, system_of

KINDS = (BY_LMS, BY_ID, BY_EMAIL, BY_NAME)
NOT_IN_FILE_NAMES = str.maketrans("_", " ", "&<>\"'`|:\\/\N{RIGHT SINGLE QUOTATION MARK}")
"""What Moodle's `clean_filename` leaves out of a name that it writes into a file's, and the typographic apostrophe."""
Columns = dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ClassIndex:
    """The class by each way to tell a student; what two share tells nobody."""

    known: dict[str, dict[str, str]]

    def find(self, kinds: Iterable[str], cell: str) -> str | None:
        """Return the id of the student whom a cell tells in one of these ways, the first that does."""
        return next((self.known[kind][key] for kind in kinds if (key := _key(kind, cell)) in self.known[kind]), None)

    def is_somebody_else(self, student: str, line: Cells, columns: Columns) -> bool:
        """Return whether a line has the system's own number, and not the one that the student is known by."""
        numbers = {_key(BY_LMS, line[place]) for place, kinds in columns.items() if kinds == (BY_LMS,)} - {""}
        own = {number for number, known in self.known[BY_LMS].items() if known == student}
        return bool(numbers and own) and not numbers & own


@dataclass(frozen=True, slots=True)
class Matched:
    """Lines by the id of their student, numbers from 0 in the file, and a sentence for each line of nobody."""

    lines: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


def class_index(classmates: Iterable[Classmate]) -> ClassIndex:
    """Return the class by the system's number, id, address and name, however the name is put."""
    found: dict[str, dict[str, set[str]]] = {kind: defaultdict(set) for kind in (*KINDS, BY_FILE_NAME)}
    for one in classmates:
        names = {one.name, f"{one.last_name}, {one.first_name}", f"{one.last_name} {one.first_name}"}
        by_name = dict.fromkeys((BY_NAME, BY_FILE_NAME), names if one.name else set())
        cells = {BY_LMS: {one.lms}, BY_ID: {one.id}, BY_EMAIL: {one.email}, **by_name}
        for kind, written in cells.items():
            for cell in filter(None, written):
                found[kind][_key(kind, cell)].add(one.id)
    return ClassIndex({kind: {k: min(ids) for k, ids in some.items() if len(ids) == 1} for kind, some in found.items()})


def telling_columns(export: ExportFile, known: ClassIndex) -> Columns:
    """Return which columns tell a student, and how; in a table of unknown headings those that do for most lines."""
    system = system_of(export.headings)
    if system is not OTHER:
        names = [plain(heading) for heading in export.headings]
        return {place: system.columns[name] for place, name in enumerate(names) if name in system.columns}
    columns: Columns = {}
    for place in range(len(export.headings)):
        counts = {k: sum(known.find((k,), line[place]) is not None for line in export.lines[1:]) for k in KINDS}
        best = max(KINDS, key=lambda kind: counts[kind])
        if 2 * counts[best] > len(export.lines) - 1:
            columns[place] = (best,)
    return columns


def matched(export: ExportFile, system: System, columns: Columns, known: ClassIndex, places: range) -> Matched:
    """Return whose the lines at these places are.

    A line that tells nobody or two is told, and so are two lines that tell the same student: neither is theirs, as
    somebody may have taken their name.
    """
    result = Matched()
    first: dict[str, int] = {}
    for place in places:
        line = export.lines[place]
        students = {found for at, kinds in columns.items() if (found := known.find(kinds, _bare(line[at], system)))}
        told = f"line {place + 1} ({_told(line, columns)})"
        if len(students) != 1:
            said = f"tells {' and '.join(sorted(students))}" if students else "is nobody of the class list"
            result.told.append(f"{told} {said}.")
            continue
        student = students.pop()
        if known.is_somebody_else(student, line, columns):
            result.told.append(f"{told} has another number than {student}.")
        elif student in first:
            again = f"is {student} again, as line {first[student] + 1} is"
            result.told.append(f"{told} {again}; neither was filled.")
            result.lines.pop(student, None)
        else:
            first[student] = result.lines[student] = place
    return result


def _told(line: Cells, columns: Columns) -> str:
    cells = [line[place] for place in columns] or line[:3]
    return ", ".join(filter(None, cells)) or "empty"


def _bare(cell: str, system: System) -> str:
    return cell.removeprefix(system.prefix) if system.prefix else cell


def _key(kind: str, cell: str) -> str:
    if kind in {BY_ID, BY_EMAIL}:
        return compared(cell)
    if kind == BY_FILE_NAME:
        cell = cell.translate(NOT_IN_FILE_NAMES)
    return normalize("NFC", " ".join(cell.split()))
