"""Reading an answer that says one thing about each issue."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...negotiation import Case, Issue, NegotiationError, listing
from ..answers import Answer
from ..matching import match_issue

MOST_PROBLEMS = 8
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """What was understood of each issue, None where nothing was, and a sentence for each problem."""

    values: tuple[Value | None, ...]
    problems: tuple[str, ...] = ()

    @property
    def complete(self) -> tuple[Value, ...] | None:
        """The values, if there is one for every issue."""
        values = tuple(value for value in self.values if value is not None)
        return values if len(values) == len(self.values) else None


def read_by_issue(case: Case, answer: Answer, read: Callable[[Issue, str], Value]) -> Reading[Value]:
    """Return what the answer says about each issue; a line that cannot be understood costs that line only."""
    values: list[Value | None] = [None] * len(case.issues)
    try:
        lines = answer.lines()
    except NegotiationError as problem:
        return Reading(tuple(values), (str(problem),))
    seen: set[int] = set()
    problems = list(lines.problems)
    for key, words in lines.pairs:
        if not words:
            continue
        try:
            position = match_issue(case, key)
            if position in seen:
                values[position] = None
                raise NegotiationError(f"{case.issues[position].name!r} stands there twice; keep one line for it.")
            seen.add(position)
            values[position] = read(case.issues[position], words)
        except NegotiationError as problem:
            problems.append(str(problem))
    if missing := [issue.name for position, issue in enumerate(case.issues) if position not in seen]:
        problems.append(f"nothing is said about {listing(missing)}; say it as 'issue: choice'.")
    return Reading(tuple(values), tuple(at_most(problems)))


def at_most(problems: list[str]) -> list[str]:
    """Keep a page of nonsense from filling pages of feedback."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    return [*problems[:MOST_PROBLEMS], f"and {len(problems) - MOST_PROBLEMS} more lines could not be understood."]
