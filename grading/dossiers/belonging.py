"""Whether a notebook and dossiers belong together, and whether a notebook was handed in where it belongs."""

from .dossier import FILE, Dossiers
from .named import NamedCase
from .origin import Origin

FETCH = "so no case was opened; fetch the exercise again, and keep each exercise in a folder of its own."
WAITS = "so it was not marked and waits; let the student hand in the notebook of this exercise in this course"


def not_of_this_notebook(dossiers: Dossiers, named: NamedCase) -> str:
    """Return a student's sentence where dossiers are not those of the notebook that opens the case, or ""."""
    theirs, own = dossiers.origin, named.origin
    if own.seal and own.seal == dossiers.places.seal:
        return ""
    if own.exercise and theirs.exercise and own.exercise != theirs.exercise:
        return f"{FILE} in this notebook's folder is that of {theirs.exercise}, and this is {own.exercise}, {FETCH}"
    if own.seal and theirs.course and own.course != theirs.course:
        return (
            f"{FILE} in this notebook's folder is that of the course {theirs.course}, and this notebook is of "
            f"{own.course}, {FETCH}"
        )
    if own.seal:
        return f"{FILE} in this notebook's folder was not handed out with this notebook, {FETCH}"
    if dossiers.case and dossiers.case != named.words_of_case():
        return f"{FILE} in this notebook's folder is that of {theirs.exercise}, which this notebook is not, {FETCH}"
    return ""


def not_of_this_exercise(handed_in: NamedCase, recorded: NamedCase, here: Origin) -> str:
    """Return an instructor's sentence where a submission is another exercise's notebook, or another course's, or "".

    A notebook that does not say where it comes from is known by its case.
    """
    found = handed_in.origin
    if found.exercise and found.exercise != here.exercise:
        return f"this is the notebook of {found.exercise}, {WAITS}."
    if found.seal and here.seal and found.seal != here.seal:
        if found.course and found.course != here.course:
            return f"this is the notebook of another course ({found.course}), {WAITS}."
        return f"this notebook was handed out with other dossiers than {here.exercise} has in this course, {WAITS}."
    if handed_in.words_of_case() != recorded.words_of_case():
        return f"this is the notebook of another exercise (it opens '{handed_in.words_of_case()}'), {WAITS}."
    return ""
