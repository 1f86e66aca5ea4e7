"""A first talk: what the other side says when it's asked about each issue, and of two issues only something vague."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from types import MappingProxyType

from ...negotiation import Case, Question
from ...negotiation.variants.party_texts import ends, preferences
from ...negotiation.variants.variant import choice
from .sentences import Code, Questions, listed


@dataclass(frozen=True, slots=True)
class FirstTalk:
    """What was said: the case with the other side's first answers, and the places (from 0) of issues left open.

    `questions` are those that may be asked after it.
    """

    case: Case
    vague: tuple[int, ...]
    questions: tuple[Question, ...]

    @property
    def known(self) -> tuple[int, ...]:
        """The places (from 0) of the issues on which the other side told its wish."""
        return tuple(place for place in range(len(self.case.issues)) if place not in self.vague)


def may_be_vague(case: Case) -> tuple[tuple[int, int], ...]:
    """Return each two issues (from 0) that matter as much to the other side in words and may be wanted either way.

    How much they matter follows from the other four, so only the ends are open.
    """
    other = case.parties[1]
    strengths = [preference.strength for preference in preferences(other.points)]
    either = [place for place, issue in enumerate(case.issues) if len(ends(other, issue)) > 1]
    return tuple((one, two) for one, two in combinations(either, 2) if strengths[one] is strengths[two])


@dataclass(frozen=True, slots=True)
class FirstTalks:
    """First talks about a case, with the vague answers and the questions of a file."""

    file: str

    def drawn(self, case: Case, key: str) -> FirstTalk:
        """Return the talk."""
        return self._talk(case, choice(key, "vague", may_be_vague(case)), Questions(self.file).drawn(case, key))

    def code(self, value: FirstTalk) -> Code:
        """Return the places of the vague issues and of the questions."""
        return [list(value.vague), Questions(self.file).code(value.questions)]

    def read(self, case: Case, code: Code) -> FirstTalk:
        """Return the talk; what is vague in it is told elsewhere in the case."""
        vague, questions = code
        return self._talk(case, tuple(vague), Questions(self.file).read(case, questions))

    def _talk(self, case: Case, vague: tuple[int, ...], questions: tuple[Question, ...]) -> FirstTalk:
        own, other = case.parties
        answers = self._vague(case.language)
        unclear = {case.issues[place].name for place in vague}
        said = tuple(replace(it, answer=answers[it.issue]) if it.issue in unclear else it for it in other.statements)
        return FirstTalk(replace(case, parties=(own, replace(other, statements=said))), vague, questions)

    def _vague(self, language: str) -> Mapping[str, str]:
        return MappingProxyType({entry["issue"]: entry["answer"] for entry in listed(self.file, "vague", language)})
