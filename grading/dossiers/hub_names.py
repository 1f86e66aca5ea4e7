"""Names of a hub or a system that are not the ids of the class list: the lines of hub-names.csv."""

from pathlib import Path

from .ids import compared
from .lines import read_lines

FILE = "hub-names.csv"


def read_hub_names(course: Path) -> dict[str, str]:
    """Return a student's id by the name, as it is compared, under which a hub knows the student.

    A line is `jupyter-tia,4711`: the hub's name, then the student of the class list.
    """
    return {compared(name): student for name, student in names_as_written(course).items()}


def names_as_written(course: Path) -> dict[str, str]:
    """Return a student's id by the hub's name as the line has it, where one that looks alike must not do."""
    return {words[0]: words[1] for _, words, _ in read_lines(course, FILE) if len(words) > 1 and all(words)}


def names_of(course: Path, student: str) -> list[str]:
    """Return the names under which a hub knows a student, none where hub-names.csv names nobody of this id."""
    return sorted(name for name, id_ in read_hub_names(course).items() if compared(id_) == compared(student))
