"""Feedback for everybody in one zip, under the names that the campus system takes back."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ...negotiation import NegotiationError

WHEN = (1980, 1, 1, 0, 0, 0)  # the same pages make the same zip


@dataclass(frozen=True, slots=True)
class Returned:
    """The zip, how many pages it holds, and who has none."""

    content: bytes
    count: int
    without: tuple[str, ...]


def feedback_zip(course: Path, assignment: str, places: Mapping[str, str]) -> Returned:
    """Return the zip; `places` is what the system wrote before each sender's own file name.

    A student who is not in it gets a folder of the id. Raises NegotiationError where there is no feedback yet.
    """
    students = {folder.parent.name: folder for folder in sorted((course / "feedback").glob(f"*/{assignment}"))}
    if not students:
        raise NegotiationError(f"there is no feedback for {assignment!r} yet; run 'biggerpie grade {assignment}'.")
    out = BytesIO()
    count = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for student, folder in students.items():
            for page in sorted(folder.glob("*.html")):
                name = f"{places.get(student, f'{student}/')}{page.name}"
                packed.writestr(zipfile.ZipInfo(name, WHEN), page.read_bytes(), zipfile.ZIP_DEFLATED)
                count += 1
    return Returned(out.getvalue(), count, tuple(sorted(set(places) - set(students))))
