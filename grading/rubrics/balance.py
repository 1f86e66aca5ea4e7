"""The answer `balance`: what each side's steps gave together, and how alike the two are (the reciprocity balance)."""

from collections.abc import Mapping
from fractions import Fraction

from ...answers.answer import Answer
from ...answers.number_readers import BALANCE_LINE, balance_lines
from ...answers.numbered import Said, numbers, read_keyed
from ...negotiation import Case, NegotiationError, OfferLog, reciprocity_balance, steps
from ..report.mark import Mark, gained, lost
from ..report.report import Finding
from .rubric import Check, Rubric, counted
from .unread import also, unanswered

TOLERANCE = Fraction(15, 1000)
"""How far off a balance may be: two decimal places, rounded either way."""


def read_balance(case: Case, answer: Answer) -> Said[str, Fraction]:
    """Return the sum of gifts that the answer gives each party, by its name, and the balance, by `BALANCE_LINE`."""
    return read_keyed(answer, balance_lines([side.name for side in case.parties]))


def mark_balance(case: Case, log: OfferLog, answer: Answer, points: float) -> Mark:
    """Return the mark: a third of the points for each side's sum of gifts, and a third for the balance.

    A balance computed correctly from the answer's own two sums counts as well where one of them is right, so that one
    slip costs once.
    Raises NegotiationError for a log whose balance is not that of the plain sums
    (`negotiation.reciprocity_balance` counts some steps only).
    """
    gifts = _gifts(case, log)
    sums = {name: sum(given.values()) for name, given in gifts.items()}
    truth = reciprocity_balance(case, log)
    if truth is None or truth != _balance(sums):
        raise NegotiationError(
            "the balance of this log is not that of its plain sums of gifts; choose one in which each side makes "
            "two steps or more, every offer lies in the zone of agreement and neither side takes back more than "
            "it gives."
        )
    read = read_balance(case, answer)
    if not read.values:
        how = f"'gifts by the {case.parties[0].name}: 24', say"
        return unanswered(answer, read.problems, points, "no number stands there", how)
    right = sum(read.values.get(name) == given for name, given in sums.items())
    own = _own_balance(case, read) if right else None
    right += any(_near(read.values.get(BALANCE_LINE), one) for one in (truth, own))
    findings = [_sum(name, given, read.values.get(name)) for name, given in gifts.items()]
    findings.append(_verdict(sums, truth, own, read.values.get(BALANCE_LINE)))
    return Mark(points * right / (len(sums) + 1), points, (*findings, *also(answer, read.problems)))


def check_balance(case: Case, party: str, answer: Answer, log: OfferLog) -> Check:
    """Say which sums stand there, and which balance."""
    said = read_balance(case, answer)
    numbers = (f"{key}: {round(float(number), 2):g}" for key, number in said.values.items())
    return counted("numbers", numbers, said.problems, len(case.parties) + 1)


def _gifts(case: Case, log: OfferLog) -> dict[str, dict[int, int]]:
    """Return each party's gifts by the number of the step."""
    made = steps(case, log)
    return {
        side.name: {step.number: step.gift for step in made if step.offer.party == side.name} for side in case.parties
    }


def _balance(sums: Mapping[str, int]) -> Fraction | None:
    """Return the balance of two sums; None where one is below 0 or both are 0."""
    first, second = sums.values()
    if min(first, second) < 0 or not first + second:
        return None
    return 1 - Fraction(abs(first - second), first + second)


def _own_balance(case: Case, read: Said[str, Fraction]) -> Fraction | None:
    """Return the balance of the sums that the answer itself names."""
    own = {side.name: int(read.values[side.name]) for side in case.parties if side.name in read.values}
    return _balance(own) if len(own) == len(case.parties) else None


def _near(said: Fraction | None, right: Fraction | None) -> bool:
    return said is not None and right is not None and abs(said - right) <= TOLERANCE


def _sum(name: str, given: Mapping[int, int], said: Fraction | None) -> Finding:
    right = sum(given.values())
    whence = f"steps {numbers(given)} give {' + '.join(map(str, given.values())).replace('+ -', '- ')} = {right}"
    if said is None:
        return lost(f"nothing that counts is said about the gifts by the {name}.")
    if said == right:
        return gained(f"the gifts by the {name} are right: {whence}.")
    return lost(f"gifts by the {name}: you said {said}, but {whence}.")


def _verdict(sums: Mapping[str, int], truth: Fraction, own: Fraction | None, said: Fraction | None) -> Finding:
    first, second = sums.values()
    whence = f"1 - |{first} - {second}| / ({first} + {second}) = {float(truth):.2f}"
    if said is None:
        return lost("nothing that counts is said about the balance.")
    if _near(said, truth):
        return gained(f"the balance is right: {whence}.")
    if _near(said, own):
        return gained(f"the balance is right for your own two sums, so it counts; with the right ones it is {whence}.")
    return lost(f"balance: you said {float(said):.2f}, but it is {whence}.")


BALANCE = Rubric(
    "balance",
    check=check_balance,
    mark=lambda case, party, answer, points, log: mark_balance(case, log, answer, points),
)
