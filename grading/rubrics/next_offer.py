"""The answer `offer`: the next offer in a log, judged as an answer to the last gift and as a trade."""

from functools import partial

from ...answers.answer import Answer
from ...answers.by_issue import Reading
from ...answers.package import read_package
from ...negotiation import Case, NextOffer, OfferLog, changes, counterpart, gains, last_offer, next_offer
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost, note
from ..report.report import Finding
from .changes import change_findings, change_table, most_missed
from .good_answer import good_offer, with_good_answer
from .package import check_package, side_gain
from .rubric import Rubric
from .unread import also, incomplete


def read_next_offer(case: Case, answer: Answer) -> Reading[int]:
    """Return the option that the offer chooses for each issue, as its position."""
    return read_package(case, answer)


def mark_next_offer(case: Case, log: OfferLog, answer: Answer, party: str, points: float) -> Mark:
    """Return the mark: half for answering the other side's last gift, half for giving much at its price.

    Nothing outside the zone of agreement and for an offer that gives nothing; the best offer of all gets all
    points (`negotiation.next_offer`). Raises NegotiationError as that does.
    """
    reading = read_next_offer(case, answer)
    if (package := reading.complete) is None:
        sentence = "this is not yet an offer, so it cannot be marked."
        return incomplete(answer, reading.unread, reading.missing, points, sentence)
    judged = next_offer(case, log, party, package)
    changed = changes(case, party, last_offer(log, party).package, package)
    sides = zip(case.parties, gains(case, case.payoffs(package)), strict=True)
    findings = [
        *(side_gain(side, gain, party) for side, gain in sides),
        *change_findings(case, party, changed),
        *_verdict(case, party, judged),
        *(most_missed(case, package) if judged.efficiency < 1 else ()),
        *also(answer, reading.unread),
    ]
    table: Table = change_table(case, party, changed, "Your offer against your last one, in points of the case")
    return Mark(points * float(judged.share), points, tuple(findings), (table,))


def _verdict(case: Case, party: str, judged: NextOffer) -> list[Finding]:
    other = counterpart(case, party).name
    if judged.gift <= 0:
        sentence = f"against your last offer it gives the {other} {judged.gift} points: no gift, so it earns nothing."
        return [lost(sentence)]
    if not judged.share:
        return [lost("a side that does better without this deal would not sign it, so it earns nothing.")]
    return [_price(other, judged), _reciprocity(other, judged), _efficiency(judged)]


def _price(other: str, judged: NextOffer) -> Finding:
    cost = f"costs you {judged.cost} points" if judged.cost > 0 else f"leaves you {-judged.cost} points more"
    if not judged.cost:
        cost = "costs you nothing"
    return note(f"it gives the {other} {judged.gift} points and {cost}.")


def _reciprocity(other: str, judged: NextOffer) -> Finding:
    said = f"reciprocity {float(judged.reciprocity):.0%}"
    if not judged.answered:
        if judged.reciprocity:
            return gained(f"the {other}'s last step gave you nothing, and yours is a fair opening: {said}.")
        return lost(f"the {other}'s last step gave you nothing, and this is too expensive as an opening: {said}.")
    sentence = f"the {other}'s last step gave you {judged.answered} points, and you give {judged.gift}: {said}."
    return (gained if judged.reciprocity == 1 else lost)(sentence)


def _efficiency(judged: NextOffer) -> Finding:
    sentence = (
        f"while you keep as much as here, the greatest gift is {judged.greatest_gift} points; yours is "
        f"{judged.gift}, {float(judged.efficiency):.0%} of it."
    )
    return (gained if judged.efficiency == 1 else lost)(sentence)


OFFER = Rubric(
    "offer",
    check=check_package,
    mark=lambda case, party, answer, points, log: with_good_answer(
        mark_next_offer(case, log, answer, party, points), partial(good_offer, case, log, party)
    ),
)
