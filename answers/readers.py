"""The readers of answers that choose: an option, an issue, a kind, a number from a list."""

import re
from collections.abc import Collection, Iterable, Mapping

from ..negotiation import Case, Issue, IssueKind, NegotiationError, StepKind, did_you_mean, plain
from .in_english import in_english
from .line_reader import LineReader
from .matching import LONGEST_WORD, match_issue, match_option, quoted
from .numbered import read_number, read_word
from .sentence import Sentence
from .wording import I_GIVE_WAY, YOU_GIVE_WAY

MINE, YOURS = "mine", "yours"
GIVES_WAY = re.compile(r"(i|we|you|they)(?: give(?: way)?(?: on| in)?)?")
SYNONYMS = {"criteria": "criterion"}


def package_lines(case: Case) -> LineReader[int, int]:
    """Read the option (from 0) that is chosen for each issue (from 0)."""
    return LineReader(lambda words: match_issue(case, words), lambda at, words: match_option(case.issues[at], words))


def label_lines(case: Case) -> LineReader[int, IssueKind]:
    """Read the kind of each issue (from 0)."""
    return LineReader(lambda words: match_issue(case, words), lambda at, words: read_issue_kind(case.issues[at], words))


def step_lines(steps: Collection[int], first_offers: Collection[int] = ()) -> LineReader[int, StepKind]:
    """Read the kind of each step by its number; the first offers of the sides are no steps."""

    def number(words: str) -> int:
        found = read_number(words, "step", sorted({*steps, *first_offers}))
        if found in first_offers:
            raise NegotiationError(Sentence("number.first_offer", number=found))
        return found

    return LineReader(number, lambda _, words: StepKind(read_word(words, StepKind, "kind of step")))


def sort_lines(keys: Iterable[str], kinds: Collection[str], what: str) -> LineReader[str, str]:
    """Read the kind of each statement by its key; `what` is the word for a statement."""
    known: Mapping[str, str] = {plain(key): key for key in keys}

    def statement(words: str) -> str:
        said = plain(words[:LONGEST_WORD])
        for key in (said, said.removeprefix(what).strip()):
            if key in known:
                return known[key]
        raise NegotiationError(Sentence(f"sorted.{what}", words=quoted(words)))

    def kind(_: str, words: str) -> str:
        return read_word(SYNONYMS.get(plain(words[:LONGEST_WORD]), words), kinds, f"kind of {what}")

    return LineReader(statement, kind)


def question_lines(listed: int, choose: int) -> LineReader[int, int]:
    """Read the number (from 1) of the question that is asked in each place (from 1)."""
    places, numbers = range(1, choose + 1), range(1, listed + 1)
    return LineReader(
        lambda words: read_number(words, "question", places), lambda _, words: read_number(words, "question", numbers)
    )


def priority_lines(case: Case) -> LineReader[int, int]:
    """Read the issue (from 0) in each place (from 1)."""
    places = range(1, len(case.issues) + 1)
    return LineReader(lambda words: read_number(words, "place", places), lambda _, words: match_issue(case, words))


def trade_lines(case: Case) -> LineReader[str, int]:
    """Read the issue (from 0) on which each side gives way, by `MINE` and `YOURS`."""
    return LineReader(_giver, lambda _, words: match_issue(case, words))


def read_issue_kind(issue: Issue, words: str) -> IssueKind:
    """Return the kind of issue that the words name."""
    kind = in_english(plain(words[:LONGEST_WORD]))
    if kind not in set(IssueKind):
        kinds = [str(kind) for kind in IssueKind]
        near = did_you_mean(words[:40], kinds)
        raise NegotiationError(Sentence("issue.kind", issue=issue.name, words=quoted(words), near=near))
    return IssueKind(kind)


def _giver(words: str) -> str:
    found = GIVES_WAY.fullmatch(in_english(plain(words[:LONGEST_WORD])))
    if not found:
        raise NegotiationError(Sentence("trade.begins", words=quoted(words), mine=I_GIVE_WAY, yours=YOU_GIVE_WAY))
    return MINE if found[1] in ("i", "we") else YOURS
