"""A sheet for each role and a form for each table, to print or to send; a sheet holds nothing of the other role."""

from collections.abc import Iterator, Sequence

from ...grading.templates import page_css, render
from ...negotiation import Case, require_two_parties
from .pairing import Group

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def sheets(case: Case, groups: Sequence[Group]) -> Iterator[tuple[str, str]]:
    """Yield each student's id and page. A third speaks for the second's side; who sits alone has the first.

    Raises NegotiationError unless the case has two parties.
    """
    require_two_parties(case)
    for table, group in enumerate(groups, 1):
        for place, student in enumerate(group):
            yield student, sheet(case, min(place, 1), table, student, len(group))


def sheet(case: Case, side: int, table: int, student: str, at_table: int) -> str:
    """Return one role's page: the story, their brief, points and alternative."""
    own, other = case.parties[side], case.parties[1 - side]
    values = {"own": own, "other_name": other.name, "other_role": other.role, "table": table, "student": student}
    rows = [(i.name, [*zip(i.options, p, strict=True)]) for i, p in zip(case.issues, own.points, strict=True)]
    page = {"title": case.title, "story": case.story, "rows": rows, "at_table": at_table, **_frame(case)}
    return str(render(__package__, "sheet.html", **values, **page))


def forms(case: Case, groups: Sequence[Group]) -> str:
    """Return a page with one form for each table: what was agreed, and how both felt."""
    tables = [(number, group) for number, group in enumerate(groups, 1) if group]
    parties = [party.name for party in case.parties]
    values = {"title": case.title, "issues": case.issues, "tables": tables, "parties": parties, **_frame(case)}
    return str(render(__package__, "forms.html", **values))


def _frame(case: Case) -> dict[str, str]:
    return {"css": page_css(__package__), "policy": POLICY, "language": case.language}
