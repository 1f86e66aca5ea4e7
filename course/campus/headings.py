"""Which column of a class list holds what: by its heading in a few languages, and addresses by their `@`."""

from collections.abc import Sequence

from ...negotiation import plain
from .export_file import Cells, ExportFile

IDS = (
    *("sis login id", "username", "orgdefinedid", "sis user id", "id number", "student id", "student_id", "id"),
    *("anmeldename", "benutzername", "id nummer", "matrikelnummer"),
    *("nombre de usuario", "número de id", "nom d'utilisateur", "numéro d'identification"),
)
"""Headings that hold a student's id, the likeliest first; of German, Spanish and French those that Moodle writes."""
EMAILS = (
    *("email", "e mail", "email address", "e mail address", "e mail adresse"),
    *("dirección de correo", "correo electrónico", "dirección email", "adresse de courriel", "adresse e mail"),
)
LAST = ("last name", "surname", "last", "nachname", "apellido(s)", "apellidos", "nom de famille", "nom")
FIRST = ("first name", "given name", "first", "vorname", "nombre", "nombre(s)", "prénom")
WHOLE = ("full name", "name", "student", "vollständiger name", "nombre completo", "nom complet")
SECTIONS = ("section", "sections", "group", "groups", "gruppe", "gruppen", "grupo", "grupos", "groupe", "groupes")


def columns_of(headings: Sequence[str]) -> dict[str, int]:
    """Return each heading's place as it is compared, the first of two that are the same."""
    return {plain(heading): place for place, heading in reversed([*enumerate(headings)])}


def place_of(places: dict[str, int], names: Sequence[str]) -> int | None:
    """Return the place of the first of these headings that there is, None where there is none."""
    return next((places[name] for name in names if name in places), None)


def place_of_addresses(export: ExportFile, ids: int) -> int | None:
    """Return where the addresses stand: by the heading, else the column in which most lines have one `@`."""
    by_heading = place_of(columns_of(export.headings), EMAILS)
    if by_heading is not None:
        return by_heading
    others = (place for place in range(len(export.headings)) if place != ids)
    return next((place for place in others if _holds_addresses(export.lines[1:], place)), None)


def _holds_addresses(lines: Sequence[Cells], place: int) -> bool:
    filled = [line[place] for line in lines if line[place].strip()]
    return 2 * sum(cell.count("@") == 1 for cell in filled) > len(filled)
