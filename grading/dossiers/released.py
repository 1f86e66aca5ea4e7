"""What a course notes of an exercise when it is first generated, so that later runs change nobody's case."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...negotiation import NegotiationError
from ..atomic_files import write_whole
from ..course_modes import closed_to_group
from .dossier import FILE, Dossiers, read_dossiers
from .places import Places
from .pool import seal
from .secret import FILE as SECRET
from .secret import course_secret

NOTES = ".biggerpie/seals"
"""Where a course notes every exercise that was generated."""


@dataclass(frozen=True, slots=True)
class Released:
    """Cases by student, the day of the first generating (as 2026-10-01), and the class list of that day.

    `drawn` is a digest of each case of the pool as it was drawn then, by the version `kit`; nothing where the kit's
    first version generated the exercise.
    """

    places: Places
    begun: str = ""
    students: tuple[str, ...] = ()
    kit: str = ""
    drawn: tuple[str, ...] = ()

    def content(self) -> bytes:
        """Return it as the course keeps it."""
        about = {"begun": self.begun, "students": self.students, "kit": self.kit, "drawn": self.drawn}
        return json.dumps({**about, "size": self.places.size, **self.places.written()}).encode()


RELEASE = "release"
BEGIN_ANEW = f"if nobody has begun, delete the folders {NOTES} and {RELEASE} and generate every exercise again"


def if_nobody_has_begun(exercise: str) -> str:
    """Return how an instructor draws one exercise again: nbgrader skips what stands in the release folder."""
    return f"if nobody has begun, delete {NOTES}/{exercise} and {RELEASE}/{exercise} and generate again"


def secret_to_generate_with(course: Path) -> str:
    """Return the course's secret, made again only where no exercise was generated from another.

    Raises NegotiationError where it is lost.
    """
    if not (course / SECRET).exists() and (before := generated_before(course)):
        raise NegotiationError(
            f"{SECRET} is missing from the course folder, and {before[0]} was generated from it, so that a new one "
            f"would mark students on other cases than they have; put your copy of it back, or, {BEGIN_ANEW}."
        )
    return course_secret(course, create=True)


def generated_before(course: Path) -> list[str]:
    """Return the exercises that were generated from some secret, by the course's notes and its released dossiers."""
    notes = (path.name for path in (course / NOTES).glob("*") if path.is_file())
    dossiers = (path.parent.name for path in (course / RELEASE).glob(f"*/{FILE}"))
    return sorted({*notes, *dossiers})


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
        released = _from_dossiers(course, exercise)
    except PermissionError:
        raise NegotiationError(closed_to_group(file)) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise NegotiationError(
            f"{NOTES}/{exercise} in the course folder cannot be read, so it is not known which case each student has; "
            f"put your copy of it back, or, {if_nobody_has_begun(exercise)}."
        ) from None
    if released and released.places.seal != seal(secret, exercise):
        raise NegotiationError(
            f"dossier-secret.txt has changed since {exercise} was generated, so students have other cases than those "
            f"it gives; put the old secret back, or, {if_nobody_has_begun(exercise)}."
        )
    return released


def begun_on(course: Path, exercise: str) -> str:
    """Return the day of an exercise's first generating, "" where no note tells it."""
    try:
        return _parsed(note_file(course, exercise).read_text(encoding="utf-8")).begun
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def require_released(course: Path, exercise: str, secret: str) -> Released:
    """Return what was noted of an exercise.

    Raises NegotiationError as `read_released` does, where there is no note, and where the dossiers in the release
    folder are of another drawing.
    """
    if released := read_released(course, exercise, secret):
        _require_the_same_dossiers(course, exercise, released.places.seal)
        return released
    raise NegotiationError(
        f"{NOTES}/{exercise} is missing from the course folder, so it is not known which case each student has; "
        f"put your copy of it back, or, {if_nobody_has_begun(exercise)}."
    )


def write_released(course: Path, exercise: str, released: Released) -> None:
    """Note an exercise as it was generated first."""
    write_whole(note_file(course, exercise), released.content())


@lru_cache(maxsize=16)
def _parsed(text: str) -> Released:
    data = json.loads(text)
    places = Places.from_written(data, int(data["size"]))
    students, drawn = (tuple(map(str, data.get(name, ()))) for name in ("students", "drawn"))
    return Released(places, str(data["begun"]), students, str(data.get("kit", "")), drawn)


def released_dossiers(course: Path, exercise: str) -> Dossiers | None:
    """Return the dossiers in the course's release folder, None where there are none that can be read."""
    file = course / RELEASE / exercise / FILE
    try:
        about = file.stat()
        return _kept(file, about.st_mtime_ns, about.st_size)
    except (OSError, NegotiationError):
        return None


def _require_the_same_dossiers(course: Path, exercise: str, sealed: str) -> None:
    found = released_dossiers(course, exercise)
    if found and found.places.seal != sealed:
        raise NegotiationError(
            f"{RELEASE}/{exercise}/{FILE} was drawn from another secret than {SECRET} holds, so students have other "
            f"cases than those it gives; put the old secret back, or, {BEGIN_ANEW}."
        )


@lru_cache(maxsize=2)
def _kept(file: Path, _changed: int, _size: int) -> Dossiers:
    """Return dossiers, read again when the file changes."""
    return read_dossiers(file)


def _from_dossiers(course: Path, exercise: str) -> Released | None:
    found = released_dossiers(course, exercise)
    return Released(found.places, kit=found.kit) if found else None
