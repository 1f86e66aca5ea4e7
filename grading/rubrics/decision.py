"""The answer `decision`: what no deal is worth by now, which final offer another one beats, and what to sign."""

from ...answers.answer import Answer
from ...answers.decision import ALTERNATIVE, BEATEN, LINES, SIGN, decision_lines
from ...answers.numbered import Said, read_keyed
from ...negotiation import Case
from ...negotiation.variants.final_offers import FinalOffers, beats
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost
from ..report.report import Finding
from ..sentence import Sentence
from .rubric import Check, Rubric, counted
from .unread import also, unanswered

KNOWING, SEEING, SIGNING = 1, 1, 2
"""Quarters of the mark: for the alternative, for the beaten offer, and for what is signed."""
OFF = 4
"""How many points beside the alternative leave nothing of its quarter."""
AT_STAKE = 8
"""The points less than the best choice that leave nothing of the quarters for what is signed."""


def read_decision(answer: Answer, final: FinalOffers) -> Said[str, int]:
    """Return what each line says; what is signed is 0 for no offer."""
    return read_keyed(answer, decision_lines(len(final.offers)))


def mark_decision(case: Case, party: str, answer: Answer, points: float, final: FinalOffers) -> Mark:
    """Return the mark: a quarter for the alternative, one for the beaten offer, and two for what is signed.

    Both numbers count by distance: the alternative up to 4 points off, and what is signed up to 8 points below the best
    choice.
    """
    read = read_decision(answer, final)
    if not read.values:
        return unanswered(answer, read.problems, points, Sentence("decision.none"), Sentence("decision.how"))
    own = case.party(party)
    worth = (final.alternative, *map(own.payoff, final.offers))
    beaten = _beaten(case, party, final)
    signed = worth[read.values[SIGN]] if SIGN in read.values else None
    stake = 0 if signed is None else max(0.0, 1 - (max(worth) - signed) / AT_STAKE)
    share = KNOWING * _nearness(read, final) + SEEING * (read.values.get(BEATEN) == beaten)
    share = (share + SIGNING * stake) / (KNOWING + SEEING + SIGNING)
    findings = (_of_alternative(read, final), _of_beaten(read, beaten), _of_signing(read, worth))
    return Mark(points * share, points, (*findings, *also(answer, read.problems)), (_table(final, worth),))


def check_decision(case: Case, party: str, answer: Answer, final: FinalOffers) -> Check:
    """Say what is decided."""
    read = read_decision(answer, final)
    said = (
        Sentence("check.entry", key=Sentence(f"decision.line.{line}"), value=_said(line, value))
        for line, value in read.values.items()
    )
    return counted("lines", said, read.problems, len(LINES))


def _said(line: str, value: int) -> int | Sentence:
    return Sentence("decision.no_offer") if line == SIGN and not value else value


def _choice(number: int) -> Sentence:
    """Return how a sentence calls an offer by its number, and by 0 none of them."""
    return Sentence("decision.offer", number=number) if number else Sentence("decision.no_deal")


def _beaten(case: Case, party: str, final: FinalOffers) -> int:
    """Return the number (from 1) of the offer that another one beats."""
    own = case.party(party).points
    return next(n for n, one in enumerate(final.offers, 1) if any(beats(own, other, one) for other in final.offers))


def _nearness(read: Said[str, int], final: FinalOffers) -> float:
    if ALTERNATIVE not in read.values:
        return 0.0
    return max(0.0, 1 - abs(read.values[ALTERNATIVE] - final.alternative) / OFF)


def _of_alternative(read: Said[str, int], final: FinalOffers) -> Finding:
    said = read.values.get(ALTERNATIVE)
    if said == final.alternative:
        return gained(Sentence("decision.alternative", points=said))
    key = "decision.no_alternative" if said is None else "decision.wrong_alternative"
    return lost(Sentence(key, said=said, points=final.alternative))


def _of_beaten(read: Said[str, int], beaten: int) -> Finding:
    if read.values.get(BEATEN) == beaten:
        return gained(Sentence("decision.beaten", number=beaten))
    return lost(Sentence("decision.not_beaten", number=beaten))


def _of_signing(read: Said[str, int], worth: tuple[int, ...]) -> Finding:
    best = worth.index(max(worth))
    figures = {"best": _choice(best), "points": worth[best]}
    if SIGN not in read.values:
        return lost(Sentence("decision.unsigned", **figures))
    chosen = read.values[SIGN]
    if chosen == best:
        return gained(Sentence("decision.best", **figures))
    return lost(Sentence("decision.less", chosen=_choice(chosen), less=worth[chosen], **figures))


def _table(final: FinalOffers, worth: tuple[int, ...]) -> Table:
    only_said = {
        0: Sentence("decision.said_to_be", points=final.said_alternative),
        final.with_promise + 1: Sentence("decision.promised", points=final.promise),
    }
    rows = tuple((_choice(number), str(points), only_said.get(number, "")) for number, points in enumerate(worth))
    header = tuple(Sentence(f"decision.head_{column}") for column in ("choice", "written", "said"))
    return Table(Sentence("decision.caption"), header, rows)


DECISION = Rubric("decision", check=check_decision, mark=mark_decision)
