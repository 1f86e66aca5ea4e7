"""A campus system's download taken into submitted/: each student's newest notebook; all else is told."""

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ...grading.atomic_files import write_whole
from ...grading.class_run.staging import HIDDEN, put_in_place
from ...grading.collecting.unpack import OF_A_CLASS, Unpacking
from ...grading.dates.zones import in_utc
from ...grading.nbgrader_adapter.class_marks import Classmate, HandedOut
from ...grading.nbgrader_adapter.time_stamps import TIMESTAMP, time_of
from ...negotiation import NegotiationError
from .download_names import Upload, pattern_of, squeezed_names, upload_of
from .matching import class_index

NOT_UNPACKED = "it has a name that leads elsewhere or is too long, is larger than 200 MB, or is damaged"
BESIDE = "_attempt_"  # Blackboard's own text beside an upload


@dataclass(frozen=True, slots=True)
class Collected:
    """Those who were collected, whose was the same as before, and a sentence for each file that was not taken."""

    taken: tuple[str, ...]
    same: tuple[str, ...]
    told: tuple[str, ...]


def collect(course: Path, out: HandedOut, archive: Path, classmates: list[Classmate]) -> Collected:
    """Take the notebooks of a download; raise NegotiationError where it is no archive, or not a campus system's."""
    if not archive.is_file():
        raise NegotiationError(f"there is no file {str(archive)!r}; name the zip that your campus system gave you.")
    (course / HIDDEN).mkdir(exist_ok=True)
    with TemporaryDirectory(dir=course / HIDDEN) as scratch:
        place = Path(scratch) / "unpacked"
        try:
            unpacking = Unpacking(place, OF_A_CLASS)
            unpacking.unpack(archive)
        except NegotiationError as problem:
            raise NegotiationError(f"{archive.name}: {problem}; download it again. Nothing was collected.") from None
        known, by_name = class_index(classmates), squeezed_names(classmates)
        names = sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
        pattern = pattern_of(names)
        if names and not pattern:
            raise NegotiationError(
                f"{archive.name} has no name such as Canvas, Moodle, Blackboard or Brightspace writes, like "
                f"{names[0]!r}; take the system's own download of all submissions. Nothing was collected."
            )
        newest, found = _newest({name: upload_of(name, pattern, known, by_name) if pattern else None for name in names})
        newest, older = _not_older(out, newest)
        told = [*(f"{name!r} was not taken: {NOT_UNPACKED}." for name in unpacking.left_out), *found, *older]
        taken = [one.student for one in newest if _put(out, place / one.name, one, Path(scratch))]
        _remember(course, out.assignment, newest)
    same = (one.student for one in newest if one.student not in taken)
    return Collected(tuple(taken), tuple(same), (*told, *(f"{s.student} was late." for s in newest if s.late)))


def places_of(course: Path, assignment: str) -> dict[str, str]:
    """Return by the student's id before which own name of the sender the system wrote what; nothing where unknown."""
    try:
        found = json.loads(_memory(course, assignment).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(student): str(place) for student, place in found.items()}


def _newest(read: dict[str, Upload | None]) -> tuple[list[Upload], list[str]]:
    """Return each student's newest notebook, and a sentence for every other file."""
    by_student: dict[str, list[Upload]] = {}
    told = []
    for name, upload in read.items():
        if upload is None:
            told += [] if BESIDE in name else [f"{name!r} was not taken: no campus system writes such a name."]
        elif not upload.student:
            told.append(f"{name!r} was not taken: its name tells nobody of the class list, or more than one.")
        elif not upload.is_notebook:
            told.append(f"{name!r} of {upload.student} was not taken: it is no notebook.")
        else:
            by_student.setdefault(upload.student, []).append(upload)
    newest = []
    for student, uploads in by_student.items():
        ranked = sorted(uploads, key=_age)
        if len({one.sender for one in uploads}) > 1:
            told.append(f"notebooks of two people have the name of {student}, so none was taken: ask whose is whose.")
        elif len(ranked) > 1 and _age(ranked[-1]) == _age(ranked[-2]):
            told.append(f"two notebooks of {student} are as new as each other, so none was taken: ask which counts.")
        else:
            newest.append(ranked[-1])
    return newest, told


def _age(upload: Upload) -> tuple[str, int]:
    return (upload.time.isoformat() if upload.time else "", upload.version)


def _not_older(out: HandedOut, newest: list[Upload]) -> tuple[list[Upload], list[str]]:
    """Return the uploads that are no older than what lies in the student's place, and a sentence for each other."""
    kept, told = [], []
    for upload in newest:
        there, time = time_of(_place(out, upload)), _moment(out, upload)
        if there is None or time is None or time >= there:
            kept.append(upload)
        else:
            told.append(
                f"{upload.name!r} of {upload.student} was not taken: it is older than the one collected before; if it "
                f"counts all the same, move {out.submitted.name}/{upload.student}/{out.assignment} elsewhere first."
            )
    return kept, told


def _put(out: HandedOut, file: Path, upload: Upload, scratch: Path) -> bool:
    """Put a notebook in its place; return False where the same one lies there already."""
    folder = _place(out, upload)
    there = folder / out.notebook
    if there.is_file() and not there.is_symlink() and there.read_bytes() == file.read_bytes():
        return False
    draft = scratch / "draft"
    draft.mkdir()
    shutil.copyfile(file, draft / out.notebook)
    if time := _moment(out, upload):
        (draft / TIMESTAMP).write_text(f"{time:%Y-%m-%d %H:%M:%S} UTC\n", encoding="utf-8")
    put_in_place(draft, folder, scratch)
    return True


def _place(out: HandedOut, upload: Upload) -> Path:
    return out.submitted / upload.student / out.assignment


def _moment(out: HandedOut, upload: Upload) -> datetime | None:
    """Return when an upload came, in UTC; None where its name doesn't tell."""
    return upload.time and in_utc(upload.time, out.zone.rules)


def _remember(course: Path, assignment: str, newest: list[Upload]) -> None:
    places = places_of(course, assignment) | {one.student: one.place for one in newest}
    write_whole(_memory(course, assignment), json.dumps(places, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _memory(course: Path, assignment: str) -> Path:
    return course / HIDDEN / "collected" / f"{assignment}.json"
