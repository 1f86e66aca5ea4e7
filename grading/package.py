"""The answer `package`: one option for every issue."""

from ..negotiation import (
    Case,
    Package,
    gains,
    is_feasible,
    losses,
    min_gain_ratio,
    package_mark,
    slack,
    value_created,
)
from .answers import Answer
from .mark import Finding, Mark, gained, lost, note
from .matching import match_option
from .reading import Reading, read_by_issue


def read_package(case: Case, answer: Answer) -> Reading[int]:
    """Return the option that the answer chooses for each issue, as its position."""
    return read_by_issue(case, answer, match_option)


def mark_package(case: Case, answer: Answer, party: str, points: float) -> Mark:
    """Return the mark: the package mark as a share of the points, with at least two measures in the findings."""
    reading = read_package(case, answer)
    package = reading.complete
    also = (note(answer.note),) if answer.note else ()
    if package is None:
        sentences = (lost("this is not yet a package, so it cannot be marked."), *map(lost, reading.problems))
        return Mark(0, points, (*sentences, *also))
    share = package_mark(case, package) / 100
    findings = (*_findings(case, package, party), *map(note, reading.problems), *also)
    return Mark(points * share, points, findings)


def _findings(case: Case, package: Package, party: str) -> list[Finding]:
    findings = [note("below, points are what the case's options are worth, not marks.")]
    findings += [_gain(case, position, gain, party) for position, gain in enumerate(gains(case, case.payoffs(package)))]
    if not is_feasible(case, package):
        return [*findings, lost("a side that does better without this deal would not sign it, so it earns nothing.")]
    left = slack(case, package)
    findings.append(
        lost(f"each side could still get {left} points more at the same time.")
        if left
        else gained("no package is better for both sides.")
    )
    if (created := value_created(case, package)) is not None:
        sentence = f"beyond the middle of everything you created {float(created):.0%} of the value that can be created."
        findings.append(gained(sentence) if created > 0 else lost(sentence))
    if (fair := min_gain_ratio(case, package)) is not None:
        findings.append(note(f"measured by the most even deal, the side that gained less got {float(fair):.0%}."))
    return findings + _missed(case, package)


def _gain(case: Case, position: int, gain: int, party: str) -> Finding:
    side = case.parties[position]
    who, verb = ("you", "are") if side.name == party else (f"the {side.name}", "is")
    if gain < 0:
        return lost(f"{who} {verb} {-gain} points worse off than without a deal.")
    return gained(f"{who} {verb} {gain} points better off than without a deal.")


def _missed(case: Case, package: Package) -> list[Finding]:
    """Name the issues on which joint points were left, most first."""
    ranked = sorted(zip(losses(case, package), case.issues, package, strict=True), key=lambda row: -row[0])
    return [
        lost(f"{issue.name}: {issue.options[option]!r} leaves {loss} points on the table.")
        for loss, issue, option in ranked
        if loss
    ]
