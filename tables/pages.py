"""The two pages of the live tables: where a code is typed, and the table itself, with the student's own sheet."""

from ..course.role_play.sheets import role_sheet
from ..grading.templates import page_css, render
from ..widgets._bundle import style
from .seating import Chair

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'"
)
ROLE_PLAY = "biggerpie.course.role_play"


def front_page(problem: str = "") -> str:
    """Return the page on which a code is typed, with the sentence that refused the last one."""
    values = {"css": page_css(ROLE_PLAY, __package__), "policy": POLICY, "problem": problem}
    return str(render(__package__, "front.html", **values))


def table_page(chair: Chair) -> str:
    """Return the page of a seat: its own sheet, and the place in which the talk is drawn."""
    table = chair.table
    sheet = role_sheet(table.case, chair.side, table.number, chair.student, len(table.group))
    css = page_css(ROLE_PLAY, __package__) + style("negotiation_table/negotiation_table.css")
    values = {"css": css, "policy": POLICY, "sheet": sheet, "language": table.case.language, "title": table.case.title}
    return str(render(__package__, "table.html", **values))
