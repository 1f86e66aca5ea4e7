"""An agreement form for each side of each table: what was agreed, how it felt, a memo. Both fill theirs in alone."""

from collections.abc import Sequence

from ...grading.templates import render
from ...negotiation import Case
from .pairing import Group
from .sheets import frame


def forms(case: Case, groups: Sequence[Group]) -> str:
    """Return one page of all forms, each to be printed on its own."""
    found = [
        {"table": number, "role": party.name, "students": students}
        for number, group in enumerate(groups, 1)
        for party, students in zip(case.parties, (group[:1], group[1:]), strict=True)
        if students
    ]
    return str(render(__package__, "forms.html", title=case.title, issues=case.issues, forms=found, **frame(case)))
