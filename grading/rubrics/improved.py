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
from ..sentence import Sentence, whom
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
        return _is_better(self.won)

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
        return incomplete(answer, reading.unread, reading.missing, points, Sentence("package.none"))
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
    table = change_table(case, party, changed, Sentence("improved.caption"))
    return Mark(points * float(climb.share), points, tuple(findings), (table,))


def signed_deal(case: Case, signed: Package | Mapping[str, str]) -> Package:
    """Return the signed deal of an exercise, which may be written as the option of each issue."""
    return signed if isinstance(signed, tuple) else case.package(signed)


def is_better(case: Case, party: str, signed: Package, package: Package) -> bool:
    """Whether somebody gains by the package and nobody loses, against the signed deal."""
    return _is_better(_won(case, party, signed, package))


def _is_better(won: Payoffs) -> bool:
    return min(won) >= 0 and any(won)


def _won(case: Case, party: str, signed: Package, package: Package) -> Payoffs:
    """Return what the party and the other side gain against the signed deal, in points."""
    sides = (case.party(party), counterpart(case, party))
    return tuple(side.payoff(package) - side.payoff(signed) for side in sides)


def _sides(case: Case, party: str, won: Payoffs) -> list[Finding]:
    them = whom(counterpart(case, party))
    findings = []
    for who, gain in zip(("you", "they"), won, strict=True):
        key = f"improved.{'more' if gain > 0 else 'less' if gain else 'same'}_{who}"
        findings.append((gained if gain > 0 else lost)(Sentence(key, points=abs(gain), them=them)))
    return findings


def _verdict(won: Payoffs) -> Finding:
    if min(won) > 0:
        return gained(Sentence("improved.both"))
    if min(won) == 0 < max(won):
        return lost(Sentence("improved.one"))
    return lost(Sentence("improved.loses" if any(won) else "improved.nothing"))


def _climb(climb: Climb) -> list[Finding]:
    """Say how far it climbs and whether each side has a fair part; where somebody loses, only what is left."""
    tone = lost if climb.after else gained
    left = {"before": climb.before, "after": climb.after}
    if not climb.better:
        return [tone(Sentence("improved.left", **left))]
    findings = [tone(Sentence("improved.way", **left, share=float(climb.climbed)))]
    if climb.shared < 1:
        findings.append(lost(Sentence("improved.shared", least=min(climb.won), half=float(HALF * climb.before))))
    return findings


def _created(case: Case, signed: Package, package: Package) -> list[Finding]:
    was, now = value_created(case, signed), value_created(case, package)
    if was is None or now is None:
        return []
    return [note(Sentence("improved.created", was=float(was), now=float(now)))]


def _marked(case: Case, party: str, answer: Answer, points: float, signed: Package | Mapping[str, str]) -> Mark:
    deal = signed_deal(case, signed)
    mark = mark_improved(case, deal, answer, party, points)
    return with_good_answer(mark, partial(good_improvement, case, party, deal))


IMPROVED = Rubric("improved", check=check_package, mark=_marked)
