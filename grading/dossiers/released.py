"""What a course notes of an exercise when it is first generated, so that later runs change nobody's case."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...negotiation import NegotiationError
from ..atomic_files import write_whole
from ..course_modes import closed_to_group
from .dossier import FILE, read_dossiers
from .places import Places
from .pool import seal

NOTES = ".biggerpie/seals"
"""Where a course notes every exercise that was generated."""


@dataclass(frozen=True, slots=True)
class Released:
    """Who has which case, the day of the first generating (as 2026-10-01), and the class list of that day."""

    places: Places
    begun: str = ""
    students: tuple[str, ...] = ()

    def content(self) -> bytes:
        """Return it as the course keeps it."""
        places = self.places
        data = {"seal": places.seal, "size": places.size, "shifts": places.shifts}
        return json.dumps({"begun": self.begun, "students": self.students, **data}).encode()


def note_file(course: Path, exercise: str) -> Path:
    """Return where the note of an exercise stands."""
    return course / NOTES / exercise


def read_released(course: Path, exercise: str, secret: str) -> Released | None:
    """Return what was noted of an exercise; None where it was never generated.

    Where the note is lost the released dossiers tell who has which case. Raises NegotiationError with one sentence
    where the note is damaged and where it was made with another secret.
    """
    file = note_file(course, exercise)
    try:
        released: Released | None = _parsed(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        released = _from_dossiers(course / "release" / exercise / FILE)
    except PermissionError:
        raise NegotiationError(closed_to_group(file)) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise NegotiationError(
            f"{NOTES}/{exercise} in the course folder cannot be read, so it is not known which case each student has; "
            "put your copy of it back, or, if nobody has begun, delete it and generate again."
        ) from None
    if released and released.places.seal != seal(secret, exercise):
        raise NegotiationError(
            f"dossier-secret.txt has changed since {exercise} was generated, so students have other cases than those "
            f"it gives; put the old secret back, or, if nobody has begun, delete {NOTES}/{exercise} and generate again."
        )
    return released


def require_released(course: Path, exercise: str, secret: str) -> Released:
    """Return what was noted of an exercise; raise NegotiationError as `read_released` does, and where there is none."""
    if released := read_released(course, exercise, secret):
        return released
    raise NegotiationError(
        f"{NOTES}/{exercise} is missing from the course folder, so it is not known which case each student has; "
        f"put your copy of it back, or, if nobody has begun, generate {exercise} again."
    )


def write_released(course: Path, exercise: str, released: Released) -> None:
    """Note an exercise as it was generated first."""
    write_whole(note_file(course, exercise), released.content())


@lru_cache(maxsize=16)
def _parsed(text: str) -> Released:
    data = json.loads(text)
    places = Places(data["seal"], int(data["size"]), tuple(map(int, data["shifts"])))
    if not (places.size > 0 and places.shifts):
        raise ValueError(text)
    return Released(places, str(data["begun"]), tuple(map(str, data["students"])))


def _from_dossiers(file: Path) -> Released | None:
    try:
        return Released(read_dossiers(file).places)
    except NegotiationError:
        return None
