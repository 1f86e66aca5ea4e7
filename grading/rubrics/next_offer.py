"""The answer `offer`: the next offer in a log, judged as an answer to the last gift and as a trade."""

from functools import partial

from ...answers.answer import Answer
from ...answers.by_issue import Reading
from ...answers.package import read_package
from ...negotiation import Case, NextOffer, OfferLog, changes, counterpart, gains, last_offer, next_offer
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost, note
from ..report.report import Finding
from ..sentence import Sentence, whom
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
        return incomplete(answer, reading.unread, reading.missing, points, Sentence("offer.none"))
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
    table: Table = change_table(case, party, changed, Sentence("offer.caption"))
    return Mark(points * float(judged.share), points, tuple(findings), (table,))


def _verdict(case: Case, party: str, judged: NextOffer) -> list[Finding]:
    them = whom(counterpart(case, party))
    if judged.gift <= 0:
        return [lost(Sentence("offer.no_gift", them=them, gift=judged.gift))]
    if not judged.share:
        return [lost(Sentence("package.unsigned"))]
    return [_price(them, judged), _reciprocity(them, judged), _efficiency(judged)]


def _price(them: Sentence, judged: NextOffer) -> Finding:
    key = "offer.costs" if judged.cost > 0 else "offer.leaves" if judged.cost else "offer.free"
    cost = Sentence(key, points=abs(judged.cost))
    return note(Sentence("offer.price", them=them, gift=judged.gift, cost=cost))


def _reciprocity(them: Sentence, judged: NextOffer) -> Finding:
    figures = {"them": them, "share": float(judged.reciprocity)}
    if not judged.answered:
        fair = bool(judged.reciprocity)
        return (gained if fair else lost)(Sentence("offer.opening" if fair else "offer.dear", **figures))
    sentence = Sentence("offer.answer", **figures, answered=judged.answered, gift=judged.gift)
    return (gained if judged.reciprocity == 1 else lost)(sentence)


def _efficiency(judged: NextOffer) -> Finding:
    share = float(judged.efficiency)
    sentence = Sentence("offer.greatest", greatest=judged.greatest_gift, gift=judged.gift, share=share)
    return (gained if judged.efficiency == 1 else lost)(sentence)


OFFER = Rubric(
    "offer",
    check=check_package,
    mark=lambda case, party, answer, points, log: with_good_answer(
        mark_next_offer(case, log, answer, party, points), partial(good_offer, case, log, party)
    ),
)
