"""The answer `packages`: three worth the same to the student, so that the reaction tells what the other values.

Multiple equivalent simultaneous offers: Leonardelli, Gu, McRuer, Medvec & Galinsky (2019).
"""

from functools import partial
from itertools import combinations
from math import log2

from ...answers.answer import Answer
from ...answers.package_blocks import PackageSet, read_package_blocks
from ...negotiation import (
    Case,
    Package,
    counterpart,
    equal_within,
    gains,
    is_feasible,
    package_mark,
    slack,
    value_created,
)
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost, note
from ..report.report import Finding
from ..sentence import Sentence, whom
from .changes import most_missed
from .equal_packages import FEWEST_DIFFERENCES, LEAST_MARK, SIZE, EqualPackages
from .good_answer import good_package, with_good_answer
from .package import too_little, worth
from .rubric import Check, Rubric
from .unread import also, incomplete

TELLS_MUCH = 0.8


def read_packages(case: Case, answer: Answer) -> PackageSet:
    """Return the three packages, each as the option's position on every issue."""
    return read_package_blocks(case, answer, SIZE)


def mark_packages(case: Case, answer: Answer, party: str, points: float) -> Mark:
    """Return the mark of three packages, in parts that are earned one by one.

    Both would sign 10 % (a third for each package, one written twice counting once); equal for the student 20 %
    and different in at least two issues 20 % (a third for each pair); the package mark of the best 30 % and
    what hearing the favourite would tell 20 % (bits of log2(3)), both times the share of pairs that differ.
    Pairs count only where both sides would sign both and each has a package mark of 75 or more, and equal ones only
    where they differ: a package copied three times earns a third of the first part. Raises NegotiationError as
    `package_mark` and `profiles` do.
    """
    read = read_packages(case, answer)
    complete = {place: package for place, package in enumerate(read.packages, 1) if package is not None}
    if not complete:
        return incomplete(answer, read.unread, read.missing, points, Sentence("packages.none"))
    found = EqualPackages(case, party, {n: package for n, package in complete.items() if is_feasible(case, package)})
    parts = found.parts()
    findings = [_signed(case, party, number, package) for number, package in complete.items()]
    findings += [_poor(number) for number in found.feasible if number not in found.good]
    findings += [_pair(found, *pair) for pair in found.pairs()]
    findings += [*_best(found), _reveals(found)] if found.feasible else []
    earned = sum(weight * share for weight, share in parts.values()) / 100
    exhibits = (_packages_table(case, party, complete), _parts_table(parts))
    return Mark(points * earned, points, (*findings, *map(lost, read.missing), *also(answer, read.unread)), exhibits)


def check_packages(case: Case, party: str, answer: Answer) -> Check:
    """Say what each of the packages is worth to the student's own side."""
    read = read_packages(case, answer)
    whole = {place: package for place, package in enumerate(read.packages, 1) if package is not None}
    said = tuple(_about(place, worth(case, party, package)) for place, package in whole.items())
    pairs = tuple(_apart(case, party, *pair) for pair in combinations(whole.items(), 2))
    poor = (_about(n, s) for n, package in whole.items() for s in too_little(case, party, package))
    return Check(Sentence("packages.complete", count=len(whole)), (*said, *pairs), read.unread, (*read.missing, *poor))


def _about(number: int, said: str) -> Sentence:
    return Sentence("packages.line", number=number, said=said)


def _signed(case: Case, party: str, number: int, package: Package) -> Finding:
    other = counterpart(case, party)
    by_name = dict(zip((side.name for side in case.parties), gains(case, case.payoffs(package)), strict=True))
    yours, theirs = by_name[party], by_name[other.name]
    figures = {"number": number, "them": whom(other)}
    if min(yours, theirs) >= 0:
        return gained(Sentence("packages.signed", **figures, yours=yours, theirs=theirs))
    key, below = ("packages.below_own", -yours) if yours < 0 else ("packages.below_theirs", -theirs)
    return lost(Sentence(key, **figures, points=below))


def _poor(number: int) -> Finding:
    return lost(Sentence("packages.poor", number=number, least=LEAST_MARK))


def _pair(found: EqualPackages, first: int, second: int) -> Finding:
    names, apart = found.differences(first, second), found.apart(first, second)
    both, allowed = {"first": first, "second": second}, equal_within(found.case, found.party)
    if not names:
        return lost(Sentence("packages.same", **both))
    if len(names) < FEWEST_DIFFERENCES:
        return lost(Sentence("packages.one_issue", **both, issue=names[0]))
    figures = {**both, "issues": len(names), "apart": apart}
    if apart > allowed:
        return lost(Sentence("packages.apart", **figures, allowed=allowed))
    return gained(Sentence("packages.equal", **figures))


def _best(found: EqualPackages) -> list[Finding]:
    number = found.best()
    package = found.feasible[number]
    mark, left, created = (measure(found.case, package) for measure in (package_mark, slack, value_created))
    value = Sentence("packages.no_value") if created is None else Sentence("packages.value", share=float(created))
    rest = Sentence("packages.slack" if left else "packages.no_slack", left=left)
    missed = most_missed(found.case, package) if left else []
    return [note(Sentence("packages.best", number=number, mark=float(mark or 0), value=value, rest=rest)), *missed]


def _reveals(found: EqualPackages) -> Finding:
    share = found.bits() / log2(SIZE)
    figures = {"them": whom(counterpart(found.case, found.party)), "share": share}
    if share >= TELLS_MUCH:
        return gained(Sentence("packages.tells", **figures))
    return lost(Sentence("packages.tells_little", **figures))


def _packages_table(case: Case, party: str, complete: dict[int, Package]) -> Table:
    own, other = case.party(party), counterpart(case, party)
    theirs = Sentence("for_them", them=whom(other))
    header = (Sentence("packages.head_package"), Sentence("for_you"), theirs, Sentence("packages.head_mark"))
    rows = tuple(
        (str(n), str(own.payoff(p)), str(other.payoff(p)), f"{package_mark(case, p):.0f}") for n, p in complete.items()
    )
    return Table(Sentence("packages.caption"), header, rows)


def _parts_table(parts: dict[str, tuple[int, float]]) -> Table:
    rows = tuple(
        (Sentence(f"packages.part.{name}"), str(weight), f"{weight * share:.0f}")
        for name, (weight, share) in parts.items()
    )
    whole = (Sentence("together"), "100", f"{sum(weight * share for weight, share in parts.values()):.0f}")
    header = tuple(Sentence(f"packages.head_{column}") for column in ("part", "of", "earned"))
    return Table(Sentence("packages.parts"), header, (*rows, whole))


def _apart(case: Case, party: str, first: tuple[int, Package], second: tuple[int, Package]) -> Sentence:
    (one, before), (two, after), own = first, second, case.party(party)
    issues = sum(option != other for option, other in zip(before, after, strict=True))
    points = abs(own.payoff(before) - own.payoff(after))
    return Sentence("packages.compared", first=one, second=two, issues=issues, apart=points)


PACKAGES = Rubric(
    "packages",
    check=check_packages,
    mark=lambda case, party, answer, points: with_good_answer(
        mark_packages(case, answer, party, points), partial(good_package, case, party)
    ),
)
