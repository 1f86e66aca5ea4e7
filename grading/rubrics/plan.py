"""The answer `plan`: three packages to have ready before a talk, from the opening down to the least good one."""

from itertools import combinations, pairwise

from ...answers.answer import Answer
from ...answers.package_blocks import PackageSet, read_package_blocks
from ...negotiation import Case, Package, Party
from ..report.mark import Mark, gained, lost
from ..report.report import Finding
from ..sentence import Sentence
from .rubric import Check, Rubric
from .unread import also, unanswered

SIZE = 3
APART = 2
"""In so many issues two of the packages differ at least."""


def read_plan(case: Case, answer: Answer) -> PackageSet:
    """Return the three packages."""
    return read_package_blocks(case, answer, SIZE)


def mark_plan(case: Case, party: str, answer: Answer, points: float) -> Mark:
    """Return the mark, all of it by the student's side alone.

    A half for packages that are no worse than their alternative, one written twice counting once; a quarter for each
    that asks for less than the one before; and a quarter for pairs that differ in two issues or more.
    """
    read, own = read_plan(case, answer), case.party(party)
    packages = [package for package in read.packages if package is not None]
    if not packages:
        return unanswered(answer, read.unread, points, Sentence("plan.none"), Sentence("plan.how"))
    signed = {one for one in packages if own.payoff(one) >= own.reservation_value}
    falling, differing = _falling(own, read.packages), _differing(read.packages)
    share = (2 * len(signed) + 1.5 * falling + differing) / (4 * SIZE)
    findings = [_of_package(own, n, package) for n, package in enumerate(read.packages, 1) if package is not None]
    findings += [_of_order(falling), _of_difference(differing)]
    return Mark(points * share, points, (*findings, *also(answer, read.unread), *map(lost, read.missing)))


def check_plan(case: Case, party: str, answer: Answer) -> Check:
    """Say what each package is worth to the student, and what is still open."""
    read, own = read_plan(case, answer), case.party(party)
    findings = [_of_package(own, n, package) for n, package in enumerate(read.packages, 1) if package is not None]
    whole = len(findings) == SIZE
    order = (_of_order(_falling(own, read.packages)), _of_difference(_differing(read.packages))) if whole else ()
    said = tuple(finding.sentence for finding in (*findings, *order))
    return Check(Sentence("plan.understood", count=len(findings), all=SIZE), said, read.unread, read.missing)


def _falling(own: Party, packages: tuple[Package | None, ...]) -> int:
    """Return how many packages ask for less than the one before and can still be signed."""
    worths = [None if one is None else own.payoff(one) for one in packages]
    pairs = ((before, after) for before, after in pairwise(worths) if before is not None and after is not None)
    return sum(own.reservation_value <= after < before for before, after in pairs)


def _differing(packages: tuple[Package | None, ...]) -> int:
    """Return how many pairs differ in two issues or more."""
    pairs = combinations([one for one in packages if one is not None], 2)
    return sum(sum(a != b for a, b in zip(one, other, strict=True)) >= APART for one, other in pairs)


def _of_package(own: Party, number: int, package: Package) -> Finding:
    worth, floor = own.payoff(package), own.reservation_value
    if worth >= floor:
        return gained(Sentence("plan.enough", number=number, worth=worth, floor=floor))
    return lost(Sentence("plan.too_little", number=number, worth=worth, floor=floor))


def _of_order(falling: int) -> Finding:
    if falling == SIZE - 1:
        return gained(Sentence("plan.falling"))
    return lost(Sentence("plan.not_falling", count=falling, all=SIZE - 1))


def _of_difference(differing: int) -> Finding:
    if differing == SIZE:
        return gained(Sentence("plan.differing", apart=APART))
    return lost(Sentence("plan.not_differing", count=differing, all=SIZE, apart=APART))


PLAN = Rubric("plan", check=check_plan, mark=mark_plan)
