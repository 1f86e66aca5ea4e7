"""What was given out of an assignment, and when: feedback and exported marks, for `biggerpie status`."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from .atomic_files import write_whole
from .class_run.staging import HIDDEN

FEEDBACK, EXPORTED = "feedback", "exported"


def note_given(course: Path, assignment: str, what: str) -> None:
    """Note that feedback or marks were given out now."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    write_whole(_file(course, assignment), json.dumps(given(course, assignment) | {what: now}).encode())


def given(course: Path, assignment: str) -> dict[str, str]:
    """Return when what was given out; nothing where that is not known."""
    try:
        found = json.loads(_file(course, assignment).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(what): str(when) for what, when in found.items()} if isinstance(found, dict) else {}


def is_given_before(given_out: Mapping[str, str], what: str, moment: datetime | None) -> bool:
    """Return whether it was given out, and before a moment; not where either is not known."""
    try:
        return moment is not None and datetime.fromisoformat(given_out.get(what, "")) < moment.replace(microsecond=0)
    except (ValueError, TypeError):  # no moment, or one without a zone: somebody wrote it there
        return False


def _file(course: Path, assignment: str) -> Path:
    return course / HIDDEN / "given" / f"{assignment}.json"
