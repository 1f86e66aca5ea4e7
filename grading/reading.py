"""Reading an answer that says one thing about each issue."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..negotiation import Case, Issue, NegotiationError, listing
from .answers import Answer
from .matching import match_issue

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
    seen: set[int] = set()
    problems: list[str] = []
    try:
        pairs = answer.pairs()
    except NegotiationError as problem:
        return Reading(tuple(values), (str(problem),))
    for key, words in pairs:
        if not words.strip():
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
    return Reading(tuple(values), tuple(problems))
