"""The class list out of a campus system's own export."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ...grading.nbgrader_adapter.class_marks import Classmate
from ...negotiation import NegotiationError, listing, plain
from .export_file import Cells, ExportFile
from .filling import POINTS_POSSIBLE
from .headings import FIRST, IDS, LAST, SECTIONS, WHOLE, columns_of, place_of, place_of_addresses
from .systems import OTHER, system_of

MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Roster:
    """The class of an export, the heading that gave the ids, and each student's section where there is one.

    `skipped` has a sentence for each line without an id, `missing` one where nobody's name or address was found.
    """

    classmates: tuple[Classmate, ...]
    ids_from: str
    sections: dict[str, str]
    skipped: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def roster_of(export: ExportFile, id_column: str = "") -> Roster:
    """Return the class; the ids stay as they stand there. Raises NegotiationError where no column can hold them."""
    columns = columns_of(export.headings)
    ids = place_of(columns, [plain(id_column)] if id_column else IDS)
    if ids is None:
        raise NegotiationError(
            f"{export.name} has no column {id_column or 'of ids'!r}; name the one that holds the ids with --id: "
            f"{listing(export.headings, 'or')}."
        )
    system, addresses = system_of(export.headings), place_of_addresses(export, ids)
    found: dict[str, Classmate] = {}
    sections, skipped = {}, []
    for number, line in enumerate(export.lines[1:], 2):
        student = line[ids].strip().removeprefix(system.prefix)
        if plain(line[0]) == POINTS_POSSIBLE:
            continue
        if not student:
            skipped.append(_said_of_skipped(number, line, export.headings[ids]))
            continue
        if student in found:
            raise NegotiationError(f"{export.name} has the id {student!r} twice; keep one line. Nobody was added.")
        first, last = _names(line, columns)
        lms = line[columns["id"]].strip() if system is not OTHER and "id" in columns else ""
        address = "" if addresses is None else line[addresses].strip().removeprefix(system.prefix)
        found[student] = Classmate(student, first, last, address, lms)
        sections[student] = _cell(line, columns, SECTIONS)
    if not found:
        raise NegotiationError(f"{export.name} names no student with an id; fill its column of ids, or choose another.")
    told = {student: section for student, section in sections.items() if section}
    missing = _said_of_missing(export.name, found.values())
    return Roster(tuple(found.values()), export.headings[ids], told, tuple(skipped), missing)


def said_of_class(roster: Roster, in_class: Collection[str]) -> list[str]:
    """Return what a class list has made of the class: how many, and who of the class does not stand in it."""
    count, others = len(roster.classmates), sorted(set(in_class) - {one.id for one in roster.classmates})
    told = [f"{count} added or updated, by the column {roster.ids_from!r}; {len(in_class)} are in the class."]
    if others:
        shown = ", ".join(others[:MOST_SHOWN]) + (f" and {len(others) - MOST_SHOWN} more" * (len(others) > MOST_SHOWN))
        told.append(
            f"Not in this table: {shown}; whoever has left the class is taken out with 'nbgrader db student remove ID'."
        )
    return told


def _said_of_skipped(number: int, line: Cells, heading: str) -> str:
    told = ", ".join(filter(None, line[:3])) or "no name"
    why = f"has no id in the column {heading!r}, so nobody was added"
    return f"line {number} ({told}) {why}; write it, and run this again."


def _said_of_missing(name: str, classmates: Collection[Classmate]) -> tuple[str, ...]:
    names = (
        f"No names were found in {name}, and the zips of Moodle and Brightspace know people by names only; call the "
        "columns 'First name' and 'Last name', and run this again."
    )
    addresses = (
        f"No addresses were found in {name}, so 'biggerpie return --mail' has none from it; call the column "
        "'Email address', and run this again."
    )
    lacks_names = not any(one.name for one in classmates)
    lacks_addresses = not any(one.email for one in classmates)
    return (*[names] * lacks_names, *[addresses] * lacks_addresses)


def _names(line: Cells, columns: dict[str, int]) -> tuple[str, str]:
    first, last = _cell(line, columns, FIRST), _cell(line, columns, LAST)
    whole = "" if first or last else _cell(line, columns, WHOLE)
    if ", " in whole:
        last, _, first = whole.partition(", ")
    elif whole:
        first, _, last = whole.rpartition(" ")
    return first.strip(), last.strip()


def _cell(line: Cells, columns: dict[str, int], names: Sequence[str]) -> str:
    place = place_of(columns, names)
    return "" if place is None else line[place].strip()
