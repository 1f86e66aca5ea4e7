"""Which extensions in the gradebook a line of extensions.csv gave: these go when the line goes, all others stay."""

import json
from datetime import timedelta
from pathlib import Path

from nbgrader.api import SubmittedAssignment

from ..atomic_files import write_whole
from ..class_run.stamps import kept_file


def note_line(course: Path, submission: SubmittedAssignment, extension: timedelta | None) -> None:
    """Keep that a line gives a submission this extension, before the gradebook has it; None where it gives none."""
    file = _file(course, submission.assignment.name, submission.student_id)
    if extension is None:
        file.unlink(missing_ok=True)
    elif _noted(file) != extension:
        write_whole(file, json.dumps({"seconds": extension.total_seconds()}).encode())


def is_of_a_line(course: Path, assignment: str, student: str, extension: timedelta | None) -> bool:
    """Return whether a student's extension is the one that a line gave, and not one given by nbgrader's own means."""
    return extension is not None and _noted(_file(course, assignment, student)) == extension


def _noted(file: Path) -> timedelta | None:
    try:
        return timedelta(seconds=float(json.loads(file.read_text(encoding="utf-8"))["seconds"]))
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return None


def _file(course: Path, assignment: str, student: str) -> Path:
    return kept_file(course, "extensions", course / assignment / student)
