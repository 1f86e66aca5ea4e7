"""The student's side: who works here, and the dossier that is hers."""

import os
from pathlib import Path

from ...negotiation import NegotiationError
from .as_saved import dossiers_beside
from .dossier import FILE, Dossiers, Opened, read_dossier
from .named import NamedCase
from .pool import tidy

REMEMBERED = ".biggerpie-student"
LONGEST_ID = 100
ASK = "write your student id after %student in the cell above, such as '%student ada', and run that cell and this one."


def student_id(typed: str = "") -> str:
    """Return the student's id: as typed, else JupyterHub's, else as it was typed the last time; remember a typed one.

    Raises NegotiationError where none is known.
    """
    if typed := tidy(typed):
        if len(typed) > LONGEST_ID or len(typed.split()) > 1 or not typed.isprintable():
            raise NegotiationError(f"{typed[:40]!r} is no student id; type the one word that your course knows you by.")
        _remember(typed)
        return typed
    if known := tidy(os.environ.get("JUPYTERHUB_USER", "")) or _remembered():
        return known
    raise NegotiationError(f"nobody knows yet who you are: {ASK}")


def doubt_about(student: str) -> str:
    """Return a sentence where JupyterHub knows somebody else; the dossiers cannot tell, for they hold no class list."""
    hub = tidy(os.environ.get("JUPYTERHUB_USER", ""))
    if not hub or hub == student:
        return ""
    return f"JupyterHub knows you as {hub!r}; if your course does, too, write %student with nothing after it."


def own_case(named: NamedCase, student: str, folder: Path) -> Opened:
    """Return the student's case from the dossiers in a folder.

    Raises NegotiationError where the dossiers are missing, damaged or those of another exercise.
    """
    dossiers = dossiers_beside(folder, lambda found: _opens(named, found, student))
    try:
        return read_dossier(named, dossiers.of(student))
    except (LookupError, TypeError, ValueError):
        raise NegotiationError(
            f"{FILE} in this notebook's folder does not belong to this exercise; fetch the exercise again."
        ) from None


def _opens(named: NamedCase, dossiers: Dossiers, student: str) -> bool:
    """Return whether dossiers hold a case of this exercise for a student."""
    try:
        read_dossier(named, dossiers.of(student))
    except (LookupError, TypeError, ValueError):
        return False
    return True


def _remember(student: str) -> None:
    try:
        (Path.home() / REMEMBERED).write_text(student, encoding="utf-8")
    except OSError:
        return  # then the id is to be typed in the next exercise, too


def _remembered() -> str:
    try:
        return tidy((Path.home() / REMEMBERED).read_text(encoding="utf-8"))[:LONGEST_ID]
    except (OSError, UnicodeDecodeError):
        return ""
