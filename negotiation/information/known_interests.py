"""What can be agreed in a case while only some of the interests behind the positions are known."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..case import Case, Issue, Package, Party
from ..counterpart import require_two_parties

JOINED = " + "


def unbundled(case: Case, found: Collection[str] = ()) -> Case:
    """Return the case of what can be agreed once these issues, by name, are known to be issues of their own.

    An issue found is settled on its own. All others move together, as one last issue: from what the first
    party wants most to what the second wants most, in as many steps as the case's longest list of options,
    each issue at its nearest option on the way. So with nothing found there is one line, a fight over one
    thing; each issue found keeps every agreement possible before and adds an axis; a single issue left has
    nothing to move with and stands on its own, so with all found it is the case itself. The analogue for
    cases of `agreements` for things. Points and reservation values are the case's own; interests and
    statements are left out, as they speak of the issues. Raises NegotiationError for an unknown issue and
    unless there are two parties.
    """
    tied = _tied(case, found)
    if not tied:
        return case
    alone = [issue for issue in range(len(case.issues)) if issue not in tied]
    steps = bundle_steps(case, found)
    name = JOINED.join(case.issues[issue].name for issue in tied)
    block = Issue(name, "", tuple(f"{step}/{len(steps) - 1}" for step in range(len(steps))))
    return Case(
        title=case.title,
        story=case.story,
        issues=(*(case.issues[issue] for issue in alone), block),
        parties=tuple(_unbundled_party(party, alone, tied, steps) for party in case.parties),
    )


def bundle_steps(case: Case, found: Collection[str] = ()) -> tuple[Package, ...]:
    """Return the steps of the issues that move together, each as one option (from 0) for each of these issues.

    The first is best for the first party, the last for the second; of options equally good for a party, the
    one better for the other. Empty where fewer than two issues are left. Raises NegotiationError as `unbundled`.
    """
    tied = _tied(case, found)
    steps = max(len(issue.options) for issue in case.issues)
    return tuple(zip(*(_way(case, issue, steps) for issue in tied), strict=True))


def _tied(case: Case, found: Collection[str]) -> tuple[int, ...]:
    """Return the positions (from 0) of the issues that move together: those not found, if there are two or more."""
    require_two_parties(case)
    known = {case.position(name) for name in found}
    left = tuple(position for position in range(len(case.issues)) if position not in known)
    return left if len(left) > 1 else ()


def _way(case: Case, issue: int, steps: int) -> Iterator[int]:
    """Yield the option at each step, from the first party's best to the second's, rounded to the nearest."""
    first, second = (party.points[issue] for party in case.parties)
    options = range(len(first))
    start = max(options, key=lambda option: (first[option], second[option]))
    end = max(options, key=lambda option: (second[option], first[option]))
    spans = max(1, steps - 1)
    for step in range(steps):
        yield start + (2 * (end - start) * step + spans) // (2 * spans)


def _unbundled_party(party: Party, alone: list[int], tied: tuple[int, ...], steps: tuple[Package, ...]) -> Party:
    whole = tuple(sum(party.points[issue][option] for issue, option in zip(tied, step, strict=True)) for step in steps)
    points = (*(party.points[issue] for issue in alone), whole)
    return replace(party, points=points, interests=(), statements=())
