"""A sheet for each role, to print or to send sealed; a sheet holds nothing of the other role."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from ...grading.templates import page_css, render
from ...negotiation import Case, require_two_parties
from .pairing import Group

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Sheet(NamedTuple):
    """One student's sheet: where they sit, in which role, and what they are told, as a part of a page."""

    student: str
    table: int
    role: str
    content: Markup


def sheets(cases: Sequence[Case], groups: Sequence[Group]) -> Iterator[Sheet]:
    """Yield each student's sheet; `cases` has each table's version of the case.

    A third speaks for the second's side; who sits alone has the first. Raises NegotiationError unless a case has two
    parties.
    """
    for table, (case, group) in enumerate(zip(cases, groups, strict=True), 1):
        require_two_parties(case)
        for place, student in enumerate(group):
            side = min(place, 1)
            content = role_sheet(case, side, table, student, len(group))
            yield Sheet(student, table, case.parties[side].name, content)


def printed(case: Case, all_sheets: Sequence[Sheet]) -> str:
    """Return one page of all sheets, each to be printed on its own: for the instructor, as it holds both sides."""
    contents = [sheet.content for sheet in all_sheets]
    return str(render(__package__, "printed.html", title=case.title, sheets=contents, **frame(case)))


def frame(case: Case) -> dict[str, str]:
    """Return what every page of a role play has."""
    return {"css": page_css(__package__), "policy": POLICY, "language": case.language}


def role_sheet(case: Case, side: int, table: int, student: str, at_table: int) -> Markup:
    """Return one role's sheet: the story, their brief, points and alternative."""
    own, other = case.parties[side], case.parties[1 - side]
    values = {"own": own, "other_name": other.name, "other_role": other.role, "table": table, "student": student}
    rows = [(i.name, [*zip(i.options, p, strict=True)]) for i, p in zip(case.issues, own.points, strict=True)]
    page = {"title": case.title, "story": case.story, "rows": rows, "at_table": at_table}
    return render(__package__, "role.html", **values, **page)
