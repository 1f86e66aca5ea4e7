"""One student, one spelling: folders of submissions get the id of the class list where nothing is in doubt."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from ..dossiers.ids import compared, tidy
from .printable_names import quoted
from .student_ids import is_plain_id

MADE_BY_A_MAC = "__MACOSX"
"""A folder that a Mac adds to an archive: no student's."""


def listed_as(name: str, roster: Collection[str], hub_names: Mapping[str, str]) -> str:
    """Return the id of the class list that a name means, the name itself where it means none or more than one.

    `hub_names` holds an id by the name, as it is compared, under which a hub knows the student.
    """
    if name in roster:
        return name
    read = compared(hub_names.get(compared(name), name))
    same = [student for student in roster if compared(student) == read]
    return same[0] if len(same) == 1 else name


def with_one_spelling(
    submitted: Path, roster: Collection[str], hub_names: Mapping[str, str]
) -> tuple[list[str], dict[str, str]]:
    """Rename the folders of a course's submissions that are not spelt as the class list spells the student.

    Returns a sentence for each that was renamed, and by folder why one was left and must wait: the student has another.
    """
    told: list[str] = []
    waiting: dict[str, str] = {}
    for folder in sorted(submitted.iterdir()) if submitted.is_dir() else ():
        student = listed_as(folder.name, roster, hub_names)
        student = student if student != folder.name else tidy(folder.name)
        if student == folder.name or not folder.is_dir() or folder.is_symlink():
            continue
        place = submitted / student
        if not os.path.lexists(place) or place.samefile(folder):
            folder.rename(place)
            told.append(
                f"The folder {quoted(folder.name)} in submitted/ is that of {quoted(student)}, and was renamed."
            )
        elif is_plain_id(folder.name):
            waiting[folder.name] = (
                f"this is the same student as {quoted(student)}, who has a folder of that name in submitted/, too; "
                "keep the one that counts."
            )
    return told, waiting
