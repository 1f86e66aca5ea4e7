"""A round's outcomes for the instructor, with names: a page to read, and a table for statistics and marks."""

from collections.abc import Iterator, Sequence

from ...grading.formulas import plain
from ...grading.templates import render
from ...negotiation import Case
from .outcomes import Outcome
from .sheets import frame

PAGE, TABLE = "outcomes.html", "outcomes.csv"
HEADINGS = ("student", "table", "role", "agreement", "points", "without_deal", "created", "felt_treated",
            "guess_about_other", "memo")  # fmt: skip
NOT_COUNTED, NO_DEAL, DEAL = "not counted", "no deal", "deal"


def outcomes_page(case: Case, tables: Sequence[Outcome], told: Sequence[str] = ()) -> str:
    """Return the page: what is not counted first, and what else is told, then each table with both forms."""
    not_counted = [*told, *(one.reason_against for one in tables if one.reason_against)]
    values = {"title": case.title, "tables": tables, "not_counted": not_counted}
    places = {issue.name: place for place, issue in enumerate(case.issues)}
    return str(render(__package__, "outcomes.html", **values, place_of=places, **frame(case)))


def outcome_rows(tables: Sequence[Outcome]) -> Iterator[tuple[str, ...]]:
    """Yield the headings, then a row for each student; no cell of what people wrote is a formula."""
    yield HEADINGS
    for one in tables:
        agreement = NOT_COUNTED if one.reason_against else NO_DEAL if one.deal is None else DEAL
        for place, student in enumerate(one.group):
            side = min(place, 1)
            form, party = one.forms[side], one.case.parties[side]
            points = "" if one.reason_against else str(one.payoffs[side])
            created = "" if one.reason_against else str(one.created)
            said = ("", "", "")
            if form is not None:
                said = (_rating(form.treated), _rating(form.guessed), plain(form.memo))
            role = plain(party.name)
            yield (student, str(one.table), role, agreement, points, str(party.reservation_value), created, *said)


def _rating(rating: int | None) -> str:
    return "" if rating is None else str(rating)
