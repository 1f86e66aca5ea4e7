"""The answer `improved`: a signed deal made better without losing the signature (post-settlement settlement)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from ...answers.answer import Answer
from ...answers.by_issue import Reading
from ...answers.package import read_package
from ...negotiation import Case, NegotiationError, Package, Payoffs, changes, counterpart, slack, value_created
from ..report.mark import Mark, gained, lost, note
from ..report.report import Finding
from .changes import change_findings, change_table, most_missed
from .good_answer import good_improvement, with_good_answer
from .package import check_package
from .rubric import Rubric
from .unread import also, incomplete

HALF = Fraction(1, 2)
"""From where on the way to the frontier marks begin, and how much of that way in points gives both a fair part."""


@dataclass(frozen=True, slots=True)
class Climb:
    """How far an improved deal climbs from the signed one toward the frontier, and what each side has of it.

    `before` and `after` are what both sides could still gain at the same time, in points; `won` is what the party
    and the other side gain against the signed deal.
    """

    before: int
    after: int
    won: Payoffs

    @property
    def better(self) -> bool:
        """Whether somebody gains and nobody loses."""
        return min(self.won) >= 0 and any(self.won)

    @property
    def climbed(self) -> Fraction:
        """The share (of 1) of what both could gain at once that isn't left any more; at least 0."""
        return max(Fraction(0), 1 - Fraction(self.after, self.before))

    @property
    def shared(self) -> Fraction:
        """The smaller gain as a share (of 1) of half of what both could have gained at once."""
        return min(Fraction(1), Fraction(min(self.won)) / (HALF * self.before))

    @property
    def share(self) -> Fraction:
        """The share (of 1) of the points: the climb beyond its first half, times how it is shared."""
        beyond = max(Fraction(0), (self.climbed - HALF) / (1 - HALF))
        return beyond * self.shared if self.better else Fraction(0)


def read_improved(case: Case, answer: Answer) -> Reading[int]:
    """Return the option that the improved deal chooses for each issue, as its position."""
    return read_package(case, answer)


def mark_improved(case: Case, signed: Package, answer: Answer, party: str, points: float) -> Mark:
    """Return the mark: how far the package climbs from the signed deal toward the frontier, if nobody loses by it.

    Of what both could still gain at the same time, the first half climbed earns nothing and the rest in proportion;
    that times the smaller gain over half of what both could gain at once, at most 1. So all points are for a deal
    with nothing more to gain for both, of which each has a fair part. A post-settlement settlement after Raiffa
    (1985). Raises NegotiationError where no package is better for both than the signed one.
    """
    if not slack(case, signed):
        raise NegotiationError("no package is better for both sides than the signed deal; choose a deal with slack.")
    reading = read_improved(case, answer)
    if (package := reading.complete) is None:
        sentence = "this is not yet a package, so it cannot be marked."
        return incomplete(answer, reading.unread, reading.missing, points, sentence)
    changed = changes(case, party, signed, package)
    climb = Climb(slack(case, signed), slack(case, package), _won(case, party, signed, package))
    findings = [
        *change_findings(case, party, changed),
        *_sides(case, party, climb.won),
        _verdict(climb.won),
        *_climb(climb),
        *_created(case, signed, package),
        *(most_missed(case, package) if slack(case, package) else ()),
        *also(answer, reading.unread),
    ]
    table = change_table(case, party, changed, "The improved deal against the signed one, in points of the case")
    return Mark(points * float(climb.share), points, tuple(findings), (table,))


def _won(case: Case, party: str, signed: Package, package: Package) -> Payoffs:
    """Return what the party and the other side gain against the signed deal, in points."""
    sides = (case.party(party), counterpart(case, party))
    return tuple(side.payoff(package) - side.payoff(signed) for side in sides)


def _sides(case: Case, party: str, won: Payoffs) -> list[Finding]:
    own, other = won
    name = counterpart(case, party).name
    mine = "you get as much as in the signed deal."
    if own:
        mine = f"you get {abs(own)} points {'more' if own > 0 else 'less'} than in the signed deal."
    theirs = f"the {name} gets as much as in the signed deal."
    if other:
        theirs = f"the {name} gets {abs(other)} points {'more' if other > 0 else 'less'} than in the signed deal."
    return [(gained if own > 0 else lost)(mine), (gained if other > 0 else lost)(theirs)]


def _verdict(won: Payoffs) -> Finding:
    if min(won) > 0:
        return gained("it is better for both sides, so both would sign again.")
    if min(won) == 0 < max(won):
        return lost(
            "it is better for one side and no worse for the other; find something for both, because only what both "
            "gain counts."
        )
    if not any(won):
        return lost("it changes nothing for either side; look for a trade.")
    return lost("a side that loses by it would keep the signed deal, so it earns nothing.")


def _climb(climb: Climb) -> list[Finding]:
    """Say how far it climbs and whether each side has a fair part; where somebody loses, only what is left."""
    left = f"what each side could still get at the same time: {climb.before} points before, {climb.after} now"
    if not climb.better:
        return [(lost if climb.after else gained)(f"{left}.")]
    way = f"{left}, {float(climb.climbed):.0%} of the way; marks begin halfway."
    findings = [(lost if climb.after else gained)(way)]
    if climb.shared < 1:
        half = float(HALF * climb.before)
        sentence = f"whoever gains less gains {min(climb.won)} points; from {half:g} on, all of the climb counts."
        findings.append(lost(sentence))
    return findings


def _created(case: Case, signed: Package, package: Package) -> list[Finding]:
    was, now = value_created(case, signed), value_created(case, package)
    if was is None or now is None:
        return []
    share = "of the value that can be created beyond the middle of everything"
    return [note(f"{share}: {float(was):.0%} before, {float(now):.0%} now.")]


def _marked(case: Case, party: str, answer: Answer, points: float, signed: Package | Mapping[str, str]) -> Mark:
    deal = signed if isinstance(signed, tuple) else case.package(signed)
    mark = mark_improved(case, deal, answer, party, points)
    return with_good_answer(mark, partial(good_improvement, case, party, deal))


IMPROVED = Rubric("improved", check=check_package, mark=_marked)
