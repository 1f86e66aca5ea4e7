"""Names: whether hub and class list call the students alike."""

from collections.abc import Iterator
from pathlib import Path

from ..course.campus.export_file import read_export
from ..grading.dossiers.hub_names import read_hub_names
from ..grading.dossiers.ids import EXAMPLE, compared, said_of_ids
from ..negotiation import NegotiationError
from .accounts import named, students
from .the_hub import Hub

CLASS_LIST, ID = "students.csv", "id"


def names(hub: Hub) -> Iterator[str]:
    """Name the students of the class list whom no account is, and ids that cannot work."""
    file = hub.course / CLASS_LIST
    if not file.is_file():
        return
    try:
        listed = [one for one in _ids(file) if one != EXAMPLE]
    except NegotiationError as problem:
        yield str(problem)
        return
    if told := said_of_ids(listed):
        yield told[0].upper() + told[1:]
    hub_names = read_hub_names(hub.course)
    accounts = {compared(hub_names.get(compared(one.pw_name), one.pw_name)) for one in students(hub)}
    if unknown := [one for one in listed if compared(one) not in accounts]:
        yield (
            f"No account is called as these students of {CLASS_LIST}: {named(unknown)}; make them one, or write a line "
            f"ACCOUNT,ID for each into {hub.course / 'hub-names.csv'}."
        )


def _ids(file: Path) -> list[str]:
    headings, *lines = read_export(file).lines
    column = headings.index(ID) if ID in headings else 0
    return [line[column].strip() for line in lines if len(line) > column and line[column].strip()]
