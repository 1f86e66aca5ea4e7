"""The student's side: who works here, and the dossier that is hers."""

import os
from pathlib import Path

from ...negotiation import NegotiationError
from .dossier import FILE, Opened, read_dossier, read_dossiers
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
    """Return a sentence if JupyterHub knows somebody else; dossiers hold no class list to compare the id with."""
    hub = tidy(os.environ.get("JUPYTERHUB_USER", ""))
    if not hub or hub == student:
        return ""
    return f"JupyterHub knows you as {hub!r}; if your course does, too, write %student with nothing after it."


def own_case(named: NamedCase, student: str, folder: Path) -> Opened:
    """Return the student's case from the dossiers in a folder.

    Raises NegotiationError where the dossiers are missing, damaged or those of another exercise.
    """
    dossiers = read_dossiers(folder / FILE)
    try:
        return read_dossier(named, dossiers.of(student))
    except (LookupError, TypeError, ValueError):
        raise NegotiationError(
            f"{FILE} in this notebook's folder does not belong to this exercise; fetch the exercise again."
        ) from None


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
