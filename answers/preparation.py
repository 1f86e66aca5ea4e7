"""The lines of a preparation sheet: what each issue matters to the student, the alternative, and what to ask."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..negotiation import Case, Importance, NegotiationError, did_you_mean, plain
from ..negotiation.table import Ask, Aspect
from .answer import LONGEST_QUOTE
from .in_english import in_english
from .line_reader import LineReader
from .matching import LONGEST_WORD, match_issue, quoted
from .number_readers import read_points
from .numbered import read_word
from .sentence import Sentence

ALTERNATIVE = "without a deal"
QUESTIONS = ("question 1", "question 2", "question 3")
ASKED = {
    Aspect.HOW_MUCH: "how much {issue} matters to you",
    Aspect.WHICH_WAY: "what you would like on {issue}",
    Aspect.WHY: "why you want that on {issue}",
}
ASKED_OF_ALL = "what matters most to you"


@dataclass(frozen=True, slots=True)
class Place:
    """What a line is about: an issue by its position (from 0), or one of the lines that are no issue's."""

    issue: int | None
    line: str = ""


Said = Importance | int | Ask


def asks(case: Case) -> Mapping[str, Ask]:
    """Return the questions that can be asked at the table, by the words in which a preparation sheet has them."""
    about = {
        words.format(issue=issue.name): Ask(aspect, place)
        for aspect, words in ASKED.items()
        for place, issue in enumerate(case.issues)
    }
    return {ASKED_OF_ALL: Ask(Aspect.MOST), **about}


def preparation_lines(case: Case) -> LineReader[Place, Said]:
    """Read how much each issue matters, what no deal is worth in points, and three questions."""
    others = {plain(line): line for line in (ALTERNATIVE, *QUESTIONS)}
    known = {plain(words): ask for words, ask in asks(case).items()}

    def about(words: str) -> Place:
        line = others.get(in_english(plain(words[:LONGEST_WORD])))
        return Place(None, line) if line else Place(match_issue(case, words))

    def said(place: Place, words: str) -> Said:
        if place.issue is not None:
            return Importance(read_word(words, Importance, "word for how much it matters"))
        return read_points(words) if place.line == ALTERNATIVE else _ask(known, words)

    return LineReader(about, said)


def _ask(known: Mapping[str, Ask], words: str) -> Ask:
    wanted = plain(words[:LONGEST_WORD]).removesuffix("?").strip()
    if wanted in known:
        return known[wanted]
    near = did_you_mean(wanted[:LONGEST_QUOTE], known)
    raise NegotiationError(Sentence("question.unlisted", words=quoted(words), near=near))
