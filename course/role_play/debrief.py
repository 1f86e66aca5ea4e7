"""The page for the projector after a role play: everybody's deal on one frontier, and what was left; nobody named."""

from collections.abc import Sequence

from ...figures import class_deals, payoff_plane, value_missed
from ...grading.templates import page_css, render
from ...negotiation import Case, NegotiationError, Package
from .sheets import POLICY

QUESTIONS = (
    "Same facts, different results: what did the tables further out do that the others did not?",
    "Who gave way on this issue, and what did they get for it? Which question would have shown the trade?",
    "How close did your deal come to one of the marked packages, and what would have led you there?",
)


def debrief_page(case: Case, deals: Sequence[Package | None]) -> str:
    """Return a page that needs no network and runs no script; raise NegotiationError where no table has a result."""
    if not deals:
        raise NegotiationError("no table has a result yet; type what was agreed into results.csv.")
    agreed = [deal for deal in deals if deal is not None]
    pictures = [class_deals(case, deals), *([value_missed(case, agreed)] if agreed else []), payoff_plane(case)]
    questions = QUESTIONS if agreed else (QUESTIONS[0], QUESTIONS[2])
    parts = list(zip(pictures, questions, strict=True))
    values = {
        "title": f"Debrief: {case.title}",
        "parts": parts,
        "css": page_css(__package__),
        "policy": POLICY,
        "language": case.language,
    }
    return str(render(__package__, "debrief.html", **values))
