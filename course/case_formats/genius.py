"""GENIUS domains as cases, with the original meaning of every number, exactly.

The utility of a package is the sum over the issues of weight · evaluation ÷ the issue's largest evaluation (Lin,
Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014); one above 1, where weights add up to more, is not cut off.
Decimals are read as fractions and scaled, for all sides alike, to whole points, so no package is efficient only
because a float was rounded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from pathlib import Path

from ...negotiation import Case, Issue, NegotiationError, Party
from ...negotiation.errors import readable
from .genius_xml import GeniusFile, GeniusIssue, genius_file

FEWEST_SIDES = 2
MOST_SIDES = 20
NO_UTILITY = Fraction(1, 100_000)  # GENIUS counts an issue whose largest evaluation is below this as worth nothing
Rows = tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True, slots=True)
class GeniusDomain:
    """A domain as a case, with what a case has no place for.

    `scale` is the number of points that a utility of 1 became; `discounts` holds each side's discount factor, a share
    of 1 that GENIUS takes to the power of time. Points do not shrink with time here.
    """

    case: Case
    scale: int
    discounts: tuple[Fraction, ...]


def read_genius(domain: Path, utilities: Sequence[Path]) -> Case:
    """Return a GENIUS domain with its utility files, one for each side, as a case.

    Raises NegotiationError as `genius_domain` does.
    """
    return genius_domain(domain, utilities).case


def genius_domain(domain: Path, utilities: Sequence[Path]) -> GeniusDomain:
    """Return a GENIUS domain with its utility files, one for each side, as a case with its scale and discounts.

    Issues and options stand in the domain's order; a side's are found by name, or by number where the name differs.
    Points may be very large numbers, because they are exact. Raises NegotiationError with one sentence that names file
    and issue for whatever is not a discrete, additive domain, and for sides of another domain.
    """
    try:
        return _domain(domain, utilities)
    except NegotiationError as problem:
        raise NegotiationError(readable(str(problem))) from None


def _domain(domain: Path, utilities: Sequence[Path]) -> GeniusDomain:
    if not FEWEST_SIDES <= len(utilities) <= MOST_SIDES:
        raise NegotiationError(
            f"{domain.name}: there are {len(utilities)} utility files; give one for each side, "
            f"{FEWEST_SIDES} to {MOST_SIDES} of them."
        )
    known = genius_file(domain)
    sides = [genius_file(utility) for utility in utilities]
    rows = [_utilities(known, side) for side in sides]
    scale = lcm(*(share.denominator for side in rows for row in side for share in row))
    scale = lcm(scale, *(side.reservation.denominator for side in sides))
    parties = zip(_names(utilities), sides, rows, strict=True)
    case = Case(
        title=domain.stem if known.title in {"", "any", "root"} else known.title,
        story=f"A domain of the GENIUS collections, from the file {domain.name}.",
        issues=tuple(_issue(issue) for issue in known.issues),
        parties=tuple(_party(name, side, side_rows, scale) for name, side, side_rows in parties),
    )
    return GeniusDomain(case, scale, tuple(side.discount for side in sides))


def _utilities(domain: GeniusFile, side: GeniusFile) -> Rows:
    """Return what every option adds to a side's utility, in the domain's order."""
    by_name = {issue.name: issue for issue in side.issues}
    by_index = {issue.index: issue for issue in side.issues}
    found = [by_name.get(issue.name) or by_index.get(issue.index) for issue in domain.issues]
    if len({issue.name for issue in found if issue}) != len(found):
        raise NegotiationError(
            f"{side.file}: its issues are not those of {domain.file}; give utility files of the same domain."
        )
    return tuple(_row(issue, own, side.file) for issue, own in zip(domain.issues, found, strict=True) if own)


def _row(issue: GeniusIssue, own: GeniusIssue, file: str) -> tuple[Fraction, ...]:
    where = f"{file}, issue {own.name!r}"
    if own.weight is None:
        raise NegotiationError(f"{where}: there is no weight with its index, {own.index}; add one.")
    worth = {item.value: item.evaluation for item in own.items if item.evaluation is not None}
    if missing := [item.value for item in issue.items if item.value not in worth]:
        raise NegotiationError(f"{where}: the option {missing[0]!r} has no evaluation; add one.")
    largest = max(worth.values())
    share = own.weight / largest if largest >= NO_UTILITY else Fraction(0)
    return tuple(worth[item.value] * share for item in issue.items)


def _issue(issue: GeniusIssue) -> Issue:
    return Issue(issue.name, f"What is settled on {issue.name}?", tuple(item.value for item in issue.items))


def _party(name: str, side: GeniusFile, rows: Rows, scale: int) -> Party:
    least = int(side.reservation * scale)
    return Party(
        name=name,
        role=f"The side of the file {side.file}.",
        brief=f"You are the side of the file {side.file}. What you want, your points say.",
        batna=f"Without an agreement you have {least} points.",
        reservation_value=least,
        points=tuple(tuple(int(share * scale) for share in row) for row in rows),
    )


def _names(utilities: Sequence[Path]) -> list[str]:
    """Return what the sides are called: their files' names, with a number where two are the same."""
    stems = [utility.stem for utility in utilities]
    return [stem if stems.count(stem) == 1 else f"{stem} {place}" for place, stem in enumerate(stems, 1)]
