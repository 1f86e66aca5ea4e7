"""The answer `asked`: about which issues somebody asked, in which order, and about which one once more."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..negotiation import Case, plain
from ..negotiation.information.short_talk import QUESTIONS
from .answer import Answer
from .in_english import in_english
from .line_reader import LineReader
from .matching import LONGEST_WORD, match_issue
from .numbered import read_keyed, read_number
from .sentence import Sentence
from .wording import ORDINALS

AGAIN = "once more"
LINES = (*ORDINALS[:QUESTIONS], AGAIN)
ONCE_MORE = 0
"""What the last line is about; the others are about the place (from 1) of a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The issues (from 0) in the order in which they are asked about, the one asked about once more, and problems."""

    issues: tuple[int, ...]
    again: int | None = None
    problems: tuple[str, ...] = ()


def asked_lines(case: Case) -> LineReader[int, int]:
    """Read the issue (from 0) of each question."""

    def place(words: str) -> int:
        if in_english(plain(words[:LONGEST_WORD])) == AGAIN:
            return ONCE_MORE
        return read_number(words, "question", range(1, QUESTIONS + 1))

    return LineReader(place, lambda _, words: match_issue(case, words))


def read_asked(case: Case, answer: Answer) -> Asked:
    """Return what is asked; a second question about an issue, and coming back to one that isn't asked, don't count."""
    said = read_keyed(answer, asked_lines(case))
    asked, problems = what_counts(case, said.values)
    return Asked(asked.issues, asked.again, (*said.problems, *problems))


def what_counts(case: Case, said: Mapping[int, int]) -> tuple[Asked, tuple[str, ...]]:
    """Return what counts of the issues at the lines, and a sentence for each line that doesn't."""
    issues, problems = [], []
    for place in range(1, QUESTIONS + 1):
        if (issue := said.get(place)) is None:
            continue
        if issue in issues:
            problems.append(Sentence("asked.twice", issue=case.issues[issue].name))
        else:
            issues.append(issue)
    again = said.get(ONCE_MORE)
    if again is not None and again not in issues:
        problems.append(Sentence("asked.not_asked", issue=case.issues[again].name))
        again = None
    return Asked(tuple(issues), again), tuple(problems)
