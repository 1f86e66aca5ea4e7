"""Questions: what the other side would answer, and how many bits the answers tell."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ..analysis.importance import importance
from ..case import Case, Profile, profile_weights
from ..errors import NegotiationError
from .entropy import entropy


class QuestionKind(StrEnum):
    """What a question asks about somebody's points."""

    MOST = "most"
    WEIGHT = "weight"
    COMPARE = "compare"
    DIRECTION = "direction"
    NONE = "none"


ASKS_ABOUT = {QuestionKind.MOST: 0, QuestionKind.WEIGHT: 1, QuestionKind.COMPARE: 2, QuestionKind.DIRECTION: 1}
"""How many issues a question of each kind names; `none` may name any."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something one side may ask the other: its words, its kind, and the positions (from 0) of the issues it names."""

    text: str
    kind: QuestionKind
    issues: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a question that names too few or too many issues, or one twice."""
        needed = ASKS_ABOUT.get(self.kind, len(self.issues))
        if len(set(self.issues)) != len(self.issues) or len(self.issues) != needed:
            raise NegotiationError(
                f"{self.text!r} names {len(set(self.issues))} issues; a question of the kind {str(self.kind)!r} "
                f"names {needed}."
            )


def question_about(case: Case, text: str, kind: QuestionKind, *issues: str) -> Question:
    """Return a question that names issues by name; raise NegotiationError for an unknown one."""
    return Question(text, kind, tuple(map(case.position, issues)))


def answer_to(question: Question, points: Profile) -> Hashable:
    """Return what somebody with these points, for every issue and option, would truthfully answer.

    most: the positions of the issues of greatest weight (best option less worst), equals named together;
    weight: a `Importance`; compare: which of the two matters more, None if neither; direction: the positions of the
    best options, equals named together; none (a threat, a demand for the bottom line, small talk): nothing.
    """
    weights = profile_weights(points)
    match question.kind:
        case QuestionKind.MOST:
            return heaviest_issues(points)
        case QuestionKind.WEIGHT:
            return importance(weights[question.issues[0]], sum(weights), len(weights))
        case QuestionKind.COMPARE:
            first, second = question.issues
            return None if weights[first] == weights[second] else max(first, second, key=weights.__getitem__)
        case QuestionKind.DIRECTION:
            return _greatest(points[question.issues[0]])
    return ()


def heaviest_issues(points: Profile) -> tuple[int, ...]:
    """Return the positions (from 0) of the issues of greatest weight, equals together."""
    return _greatest(profile_weights(points))


@lru_cache(maxsize=64)
def answers_to(question: Question, profiles: tuple[Profile, ...]) -> tuple[Hashable, ...]:
    """Return what everybody with these points would truthfully answer, in their order, worked out once."""
    return tuple(answer_to(question, points) for points in profiles)


def question_bits(profiles: Iterable[Profile], questions: Iterable[Question]) -> float:
    """Return the bits that truthful answers to all the questions tell together; all profiles are equally likely."""
    everybody = tuple(profiles)
    answers = (answers_to(question, everybody) for question in questions)
    return entropy(Counter(zip(*answers, strict=True)).values())


def _greatest(values: Iterable[int]) -> tuple[int, ...]:
    values = tuple(values)
    return tuple(place for place, value in enumerate(values) if value == max(values))
