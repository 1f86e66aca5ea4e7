"""The student's side: who works here, and the dossier that is hers."""

import os
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

from ...negotiation import NegotiationError
from .as_saved import dossiers_beside
from .belonging import not_of_this_notebook
from .dossier import FILE, Dossiers, Opened, read_dossier
from .ids import LONGEST, cannot_work, read_id, tidy
from .named import NamedCase, language_of
from .opening import own_opening

REMEMBERED = ".biggerpie-student"
HUB = "JUPYTERHUB_USER"
NOBODYS = frozenset({"", "jovyan", "root"})
"""Accounts of a hub's containers, which are no student's: there the hub's name is taken, as nbgrader does."""
ASK = "write your student id after %student in the cell above, such as '%student ada', and run that cell and this one."


@dataclass(slots=True)
class Session:
    """Whose notebook this is, as long as its kernel runs; "" before anybody said so; and the language of its case."""

    student: str = ""
    language: str = ""

    def known(self) -> str:
        """Return the id that was said, else the notebook's, else the hub's; raise NegotiationError where none is."""
        return self.student or student_id(own_opening().student)

    def spoken(self) -> str:
        """Return the language of the case that was opened, else the one that the notebook's case line names."""
        return self.language or language_of(own_opening().case.split())


def student_id(typed: str = "") -> str:
    """Return the student's id: as typed, else the one under which a hub hands in; remember a typed one.

    Raises NegotiationError where none is known.
    """
    if meant := read_id(typed):
        if cannot_work(meant):
            raise NegotiationError(f"{meant[:40]!r} is no student id; type the one word that your course knows you by.")
        _remember(meant)
        return meant
    if known := account():
        return known
    raise NegotiationError(f"nobody knows yet who you are: {ASK}")


def account() -> str:
    """Return the name under which nbgrader hands in on a JupyterHub, "" elsewhere.

    It is what `nbgrader.utils.get_username` returns: the system's, which need not be the hub's, unless all share one.
    """
    hub = tidy(os.environ.get(HUB, ""))
    system = _system_name() if hub else ""
    return hub if system in NOBODYS else system


def doubt_about(student: str) -> str:
    """Return a sentence if JupyterHub knows somebody else; dossiers hold no class list to compare the id with."""
    hub, own = tidy(os.environ.get(HUB, "")), account()
    if not hub or student == own:
        return ""
    also = f" and hands in your work as {own!r}" if own != hub else ""
    return f"JupyterHub knows you as {hub!r}{also}; if your course does, too, write %student {own} instead."


def own_case(named: NamedCase, student: str, folder: Path) -> Opened:
    """Return the student's case from the dossiers in a folder.

    Raises NegotiationError where the dossiers are missing, damaged, or not those of the notebook.
    """
    dossiers = dossiers_beside(folder, lambda found: _opens(named, found, student))
    if said := not_of_this_notebook(dossiers, named):
        raise NegotiationError(said)
    try:
        return read_dossier(named, dossiers.of(student))
    except (LookupError, TypeError, ValueError):
        raise NegotiationError(
            f"{FILE} in this notebook's folder does not belong to this exercise; fetch the exercise again."
        ) from None


def _opens(named: NamedCase, dossiers: Dossiers, student: str) -> bool:
    """Return whether dossiers hold a case of this exercise for a student."""
    if not_of_this_notebook(dossiers, named):
        return False
    try:
        read_dossier(named, dossiers.of(student))
    except (LookupError, TypeError, ValueError):
        return False
    return True


def remembered() -> str:
    """Return the id that was typed last on this account, "" for none: to be proposed, for it may be a slip."""
    try:
        return read_id((Path.home() / REMEMBERED).read_text(encoding="utf-8"))[:LONGEST]
    except (OSError, UnicodeDecodeError):
        return ""


def _remember(student: str) -> None:
    try:
        (Path.home() / REMEMBERED).write_text(student, encoding="utf-8")
    except OSError:
        return  # then the id is not proposed in the next exercise


def _system_name() -> str:
    try:
        import pwd  # not on Windows
    except ImportError:
        return getuser()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # an account that the system does not list, as in some containers
        return ""
