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
        sentence = "there is no complete package yet, so nothing can be marked."
        return incomplete(answer, read.unread, read.missing, points, sentence)
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
    said = tuple(f"package {place}: {worth(case, party, package)}" for place, package in whole.items())
    pairs = tuple(_apart(case, party, *pair) for pair in combinations(whole.items(), 2))
    poor = (f"package {n}: {s}" for n, package in whole.items() for s in too_little(case, party, package))
    return Check(f"{len(whole)} packages are complete", (*said, *pairs), read.unread, (*read.missing, *poor))


def _signed(case: Case, party: str, number: int, package: Package) -> Finding:
    other = counterpart(case, party).name
    by_name = dict(zip((side.name for side in case.parties), gains(case, case.payoffs(package)), strict=True))
    yours, theirs = by_name[party], by_name[other]
    said = f"package {number} leaves you {yours} points above your alternative and the {other} {theirs} above theirs."
    if min(yours, theirs) >= 0:
        return gained(said)
    unsigned = f"package {number} would not be signed: it is {{}} points below {{}} alternative, so it earns nothing."
    if yours < 0:
        return lost(unsigned.format(-yours, "your own"))
    return lost(unsigned.format(-theirs, f"the {other}'s"))


def _poor(number: int) -> Finding:
    return lost(
        f"package {number} leaves so much that both could still gain that it counts for the first part only: alone it "
        f"would get a mark below {LEAST_MARK} of 100."
    )


def _pair(found: EqualPackages, first: int, second: int) -> Finding:
    names = found.differences(first, second)
    both, apart = f"packages {first} and {second}", found.apart(first, second)
    allowed = equal_within(found.case, found.party)
    if not names:
        return lost(f"{both} are the same; write three different ones.")
    if len(names) < FEWEST_DIFFERENCES:
        return lost(f"{both} differ in {names[0]!r} only; let them differ in at least two issues.")
    said = f"{both} differ in {len(names)} issues and are {apart} points apart for you"
    if apart > allowed:
        return lost(f"{said}; bring them within {allowed}, so that you would be as happy with either.")
    return gained(f"{said}: as good as equal.")


def _best(found: EqualPackages) -> list[Finding]:
    number = found.best()
    package = found.feasible[number]
    mark, left, created = (measure(found.case, package) for measure in (package_mark, slack, value_created))
    value = "" if created is None else f" and creates {float(created):.0%} of the value that can be created"
    sentence = f"package {number} is the best: alone it is worth a mark of {mark or 0:.0f} of 100{value}; "
    rest = f"each side could still get {left} points more at once." if left else "no package is better for both sides."
    missed = most_missed(found.case, package) if left else []
    return [note(sentence + rest), *missed]


def _reveals(found: EqualPackages) -> Finding:
    other = counterpart(found.case, found.party).name
    bits = found.bits()
    share = bits / log2(SIZE)
    sentence = (
        f"hearing which of them the {other} likes best would tell you {share:.0%} of the most that three packages can "
        "tell about what it values"
    )
    if share >= TELLS_MUCH:
        return gained(f"{sentence}.")
    return lost(f"{sentence}; let each of them be generous on another issue.")


def _packages_table(case: Case, party: str, complete: dict[int, Package]) -> Table:
    own, other = case.party(party), counterpart(case, party)
    header = ("package", "for you", f"for the {other.name}", "package mark")
    rows = tuple(
        (str(n), str(own.payoff(p)), str(other.payoff(p)), f"{package_mark(case, p):.0f}") for n, p in complete.items()
    )
    return Table("Your packages, in points of the case", header, rows)


def _parts_table(parts: dict[str, tuple[int, float]]) -> Table:
    rows = tuple((name, str(weight), f"{weight * share:.0f}") for name, (weight, share) in parts.items())
    whole = ("together", "100", f"{sum(weight * share for weight, share in parts.values()):.0f}")
    return Table("What your answer is worth, of 100", ("part", "of", "earned"), (*rows, whole))


def _apart(case: Case, party: str, first: tuple[int, Package], second: tuple[int, Package]) -> str:
    (one, before), (two, after), own = first, second, case.party(party)
    issues = sum(option != other for option, other in zip(before, after, strict=True))
    points = abs(own.payoff(before) - own.payoff(after))
    return f"packages {one} and {two}: {issues} issues differ, and they are {points} points apart for you"


PACKAGES = Rubric(
    "packages",
    check=check_packages,
    mark=lambda case, party, answer, points: with_good_answer(
        mark_packages(case, answer, party, points), partial(good_package, case, party)
    ),
)
