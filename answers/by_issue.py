"""Reading an answer that says one thing about each issue."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from ..negotiation import Case, NegotiationError
from .answer import MOST_NOT_UNDERSTOOD, STOPPED, Answer
from .line_reader import Key, LineReader, Value
from .sentence import Sentence

MOST_PROBLEMS = 8


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """What was understood of each issue, None where nothing was, and a sentence for each problem.

    `unread` is on lines that could not be read, `missing` on issues about which nothing is said.
    """

    values: tuple[Value | None, ...]
    unread: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each problem, of either kind."""
        return (*self.unread, *self.missing)

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


def read_by_issue(case: Case, answer: Answer, reader: LineReader[int, Value]) -> Reading[Value]:
    """Return what the answer says about each issue; a line that cannot be understood costs that line only."""
    try:
        said = read_lines(answer, reader, lambda position, _: case.issues[position].name)
    except NegotiationError as problem:
        return Reading((None,) * len(case.issues), problem.told())
    silent = [issue.name for position, issue in enumerate(case.issues) if position not in said.about]
    missing = (Sentence("answer.silent", issues=tuple(silent)),) if silent else ()
    values = tuple(said.values.get(position) for position in range(len(case.issues)))
    return Reading(values, tuple(at_most(list(said.problems))), missing)


def read_lines(
    answer: Answer, reader: LineReader[Key, Value], name: Callable[[Key, str], str]
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
            thing = reader.key(said)
            if thing in about:
                values.pop(thing, None)
                raise NegotiationError(Sentence("answer.twice", name=name(thing, said)))
            about.add(thing)
            values[thing] = reader.value(thing, words)
        except NegotiationError as problem:
            problems += problem.told()
            if len(problems) == MOST_NOT_UNDERSTOOD:
                break
    stopped = STOPPED in lines.problems or len(problems) == MOST_NOT_UNDERSTOOD
    said_of_lines = [problem for problem in lines.problems if problem != STOPPED] + problems
    return LinesRead(values, frozenset(about), (*([STOPPED] if stopped else []), *said_of_lines))


def at_most(problems: list[str]) -> list[str]:
    """Keep a page of nonsense from filling pages of feedback."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    return [*problems[:MOST_PROBLEMS], Sentence("answer.more", count=len(problems) - MOST_PROBLEMS)]
