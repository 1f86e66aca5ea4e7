"""Reading an answer that says one thing about each issue."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..negotiation import Case, Issue, NegotiationError, listing
from .answer import MOST_NOT_UNDERSTOOD, STOPPED, Answer
from .matching import match_issue

MOST_PROBLEMS = 8
Key = TypeVar("Key")
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


@dataclass(frozen=True, slots=True)
class LinesRead(Generic[Key, Value]):
    """What was understood, by what it is about, all that any line is about, and a sentence for each problem."""

    values: dict[Key, Value]
    about: frozenset[Key]
    problems: tuple[str, ...]


def read_by_issue(case: Case, answer: Answer, read: Callable[[Issue, str], Value]) -> Reading[Value]:
    """Return what the answer says about each issue; a line that cannot be understood costs that line only."""
    try:
        said = read_lines(
            answer,
            lambda words: match_issue(case, words),
            lambda position, words: read(case.issues[position], words),
            lambda position, _: repr(case.issues[position].name),
        )
    except NegotiationError as problem:
        return Reading((None,) * len(case.issues), (str(problem),))
    problems = list(said.problems)
    if missing := [issue.name for position, issue in enumerate(case.issues) if position not in said.about]:
        problems.append(f"nothing is said about {listing(missing)}; say it as 'issue: choice'.")
    values = tuple(said.values.get(position) for position in range(len(case.issues)))
    return Reading(values, tuple(at_most(problems)))


def read_lines(
    answer: Answer,
    key: Callable[[str], Key],
    value: Callable[[Key, str], Value],
    name: Callable[[Key, str], str],
) -> LinesRead[Key, Value]:
    """Return what each line says about what; a line that cannot be understood costs that line only.

    Two lines about one thing cost both; `name` is how the sentence about them calls it, from the thing and the
    line's words. Raises NegotiationError with one sentence where there is no answer.
    """
    lines = answer.lines()
    values: dict[Key, Value] = {}
    about: set[Key] = set()
    problems: list[str] = []
    for said, words in lines.pairs:
        if not words:
            continue
        try:
            thing = key(said)
            if thing in about:
                values.pop(thing, None)
                raise NegotiationError(f"{name(thing, said)} stands there twice; keep one line for it.")
            about.add(thing)
            values[thing] = value(thing, words)
        except NegotiationError as problem:
            problems.append(str(problem))
            if len(problems) == MOST_NOT_UNDERSTOOD:
                break
    stopped = STOPPED in lines.problems or len(problems) == MOST_NOT_UNDERSTOOD
    said_of_lines = [problem for problem in lines.problems if problem != STOPPED] + problems
    return LinesRead(values, frozenset(about), (*([STOPPED] if stopped else []), *said_of_lines))


def at_most(problems: list[str]) -> list[str]:
    """Keep a page of nonsense from filling pages of feedback."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    return [*problems[:MOST_PROBLEMS], f"and {len(problems) - MOST_PROBLEMS} more lines could not be understood."]
