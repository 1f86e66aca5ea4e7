"""The page for the projector after a role play: everybody's deal on one frontier, and what was left; nobody named."""

from collections.abc import Iterator, Sequence

from ...figures import (
    Felt,
    Picture,
    class_deals,
    created_and_claimed,
    felt_treatment,
    payoff_plane,
    value_missed,
)
from ...grading.templates import page_css, render
from ...negotiation import Case, NegotiationError, zone_of_agreement
from .sheets import POLICY

ON_DEALS = "Same facts, different results: what did the tables further out do that the others did not?"
ON_CLAIMING = "Did those who claimed most leave less to share? What did the tables do that created much and shared it?"
ON_MISSED = "Who gave way on this issue, and what did they get for it? Which question would have shown the trade?"
ON_FEELING = "Who felt well treated with few points, or badly with many? What made the difference?"
ON_THE_BEST = "How close did your deal come to one of the marked packages, and what would have led you there?"
ON_NO_DEAL = "Who saw that no deal is better for one of you here, and by what? Why did the others agree all the same?"


def debrief_page(case: Case, tables: Sequence[Felt], *, by_points: bool = False) -> str:
    """Return a page that needs no network and runs no script; raise NegotiationError where no table is counted.

    With `by_points` it says why the case's issues are called by their points: each table had a version of its own.
    Without a zone of agreement nothing can be told in percent of the best, and the page says so.
    """
    if not tables:
        raise NegotiationError("no table is counted yet; type what both sides agreed into results.csv.")
    parts = list(_parts(case, tables))
    values = {
        "title": f"Debrief: {case.title}",
        "parts": parts,
        "has_zone": bool(zone_of_agreement(case)),
        "sides": [party.name for party in case.parties] if by_points else [],
        "css": page_css(__package__),
        "policy": POLICY,
        "language": case.language,
    }
    return str(render(__package__, "debrief.html", **values))


def _parts(case: Case, tables: Sequence[Felt]) -> Iterator[tuple[Picture, str]]:
    """Yield each picture with the question to discuss; what nobody said or agreed has none."""
    agreed, has_zone = [table.deal for table in tables if table.deal is not None], bool(zone_of_agreement(case))
    yield class_deals(case, [table.deal for table in tables]), ON_DEALS
    if agreed and has_zone:
        yield created_and_claimed(case, agreed), ON_CLAIMING
    if agreed:
        yield value_missed(case, agreed), ON_MISSED
    if any(rating is not None for table in tables for rating in table.treated):
        yield felt_treatment(case, tables), ON_FEELING
    yield payoff_plane(case), ON_THE_BEST if has_zone else ON_NO_DEAL
