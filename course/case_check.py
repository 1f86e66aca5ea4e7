"""What is said of a sound case: whether it teaches something, how hard it is, how many variants it has."""

from collections.abc import Iterator

from ..negotiation import Case, audit, difficulty, frontier, nash_ratio, variant, variant_count, zone_of_agreement
from ..negotiation.counterpart import TWO

NOTHING_TO_GAIN = "no package lets both gain, so walking away is right; keep it so only on purpose."


def checked(case: Case, name: str) -> tuple[bool, list[str]]:
    """Return whether a case has all that the course asks of one, and the lines that say what it is like."""
    lines = [f"{name}: {case.title!r}, {len(case.issues)} issues, {len(case.parties)} parties. {_whose(case)}"]
    if len(case.parties) != TWO:
        return True, [*lines, *_for_many(case)]
    given = as_given(case)
    checks = audit(given)
    lines += [f"  {'passed' if check.passed else 'NOT passed'}: {check.name}: {check.sentence}" for check in checks]
    lines.append(f"  how hard it is: {difficulty(given).sentence() if can_be_marked(given) else NOTHING_TO_GAIN}")
    if case.has_variants:
        lines.append(f"  variants: {variant_count(case):,}, all about as hard; the figures above are of one of them.")
    return all(check.passed for check in checks), lines


def as_given(case: Case) -> Case:
    """Return the case as a student would have it: one of its variants, where it has them."""
    return variant(case, "a trial") if case.has_variants else case


def can_be_marked(case: Case) -> bool:
    """Return whether some package lets both parties of the case gain, so that packages can be marked."""
    return bool(zone_of_agreement(case)) and nash_ratio(case, case.compromise) is not None


def _whose(case: Case) -> str:
    if case.has_variants:
        return "Every student gets a case of their own."
    return "Without leanings it is the same for everybody, so an exercise of a course cannot use it."


def _for_many(case: Case) -> Iterator[str]:
    yield f"  the checks of trades are for two parties; for {len(case.parties)} there are these figures:"
    yield f"  on the frontier: {len(frontier(case)):,} of {case.size:,} packages."
    yield f"  in the zone of agreement: {len(zone_of_agreement(case)):,} of them."
