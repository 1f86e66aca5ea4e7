"""The answer `questions`: the few questions to ask before an offer, scored by what the answers would tell."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import comb

from ...answers.answer import Answer
from ...answers.numbered import Said, numbers, read_keyed
from ...answers.readers import question_lines
from ...negotiation import Case, NegotiationError, Profile, Question, counterpart, profiles, question_bits
from ...negotiation import QuestionKind as Kind
from ...negotiation.variants.variant import conceivable_profiles, profiles_after
from ..report.exhibits import Table
from ..report.mark import Mark, gained, lost
from ..report.report import Finding
from ..sentence import Sentence
from .rubric import Check, Rubric, counted
from .unread import also, unanswered

MOST_CHOICES = 1_000
Prior = tuple[Profile, ...]
"""What the other side may want, all as likely."""
NEARLY_ALL = 0.9
OVERLAP = 0.25
"""The bits that two questions may both tell before it is called asking twice."""


def read_questions(questions: Sequence[Question], answer: Answer, choose: int = 2) -> Said[int, int]:
    """Return the numbers (from 1) of the chosen questions, by the place in which they are asked."""
    return read_keyed(answer, question_lines(len(questions), choose))


def mark_questions(  # noqa: PLR0913, PLR0917  how many to choose and what is known belong to the exercise
    case: Case,
    questions: Sequence[Question],
    answer: Answer,
    asker: str,
    points: float,
    choose: int = 2,
    known: Sequence[int] = (),
) -> Mark:
    """Return the mark: the bits that the chosen questions tell, over the most that any choice of as many tells.

    All profiles of the other side count as equally likely; in a case with variants those that are conceivable before
    one has looked at one's own side, so that a choice earns the same for every student, or, where it has told its
    wishes on the `known` issues (from 0), those that go with these. Raises NegotiationError
    where no question tells anything, where there are fewer questions than to choose or more than 1,000 choices,
    and as `profiles` does.
    """
    prior = _prior(case, asker, known)
    most, best = _best(prior, tuple(questions), choose)
    read = read_questions(questions, answer, choose)
    chosen = sorted(set(read.values.values()))
    if not chosen:
        return unanswered(answer, read.problems, points, Sentence("questions.none"), Sentence("questions.how"))
    told = _bits(prior, questions, chosen)
    findings = [_finding(prior, questions, number) for number in chosen]
    findings += _overlaps(prior, questions, chosen)
    if len(chosen) < choose:
        key = "questions.may_ask_one" if len(chosen) == 1 else "questions.may_ask"
        findings.append(lost(Sentence(key, choose=choose, chosen=len(chosen))))
    if told >= NEARLY_ALL * most:
        findings.append(gained(Sentence("questions.most", told=told, most=most)))
    else:
        findings.append(lost(Sentence("questions.less", told=told, most=most, best=numbers(best))))
    exhibit = _table(prior, questions, chosen)
    return Mark(points * told / most, points, (*findings, *also(answer, read.problems)), (exhibit,))


def check_questions(case: Case, party: str, answer: Answer, questions: Sequence[Question], choose: int = 2) -> Check:
    """Say which questions are chosen."""
    said = read_questions(questions, answer, choose)
    asked = ((place, questions[number - 1].text) for place, number in said.values.items())
    chosen = (Sentence("questions.line", place=place, text=text) for place, text in asked)
    return counted("questions", chosen, said.problems, choose)


def _prior(case: Case, asker: str, known: Sequence[int]) -> Prior:
    other = counterpart(case, asker)
    if not other.leanings:
        return profiles(case, other.name)
    return profiles_after(case, known) if known else conceivable_profiles(case)


def _bits(prior: Prior, questions: Sequence[Question], chosen: Sequence[int]) -> float:
    return _told(prior, frozenset(questions[number - 1] for number in chosen))


@lru_cache(maxsize=256)
def _told(prior: Prior, asked: frozenset[Question]) -> float:
    """Return the bits once for all students, in whatever order they were offered the questions."""
    return question_bits(prior, sorted(asked, key=lambda question: question.text))


@lru_cache(maxsize=32)
def _best(prior: Prior, questions: tuple[Question, ...], choose: int) -> tuple[float, tuple[int, ...]]:
    """Return the most bits that any choice tells, and the first such choice."""
    if not 0 < choose <= len(questions):
        raise NegotiationError(f"{choose} questions cannot be chosen out of {len(questions)}; list more.")
    if comb(len(questions), choose) > MOST_CHOICES:
        raise NegotiationError(f"there are more than {MOST_CHOICES:,} ways to choose {choose} questions; list fewer.")
    choices = combinations(range(1, len(questions) + 1), choose)
    most, best = max(((_bits(prior, questions, some), some) for some in choices), key=lambda row: row[0])
    if not most:
        raise NegotiationError("no question on the list tells anything; add one that asks what matters.")
    return most, best


def _finding(prior: Prior, questions: Sequence[Question], number: int) -> Finding:
    if questions[number - 1].kind is Kind.NONE:
        return lost(Sentence("questions.nothing", number=number))
    alone = _bits(prior, questions, [number])
    if alone:
        return gained(Sentence("questions.alone", number=number, bits=alone))
    return lost(Sentence("questions.known", number=number))


def _overlaps(prior: Prior, questions: Sequence[Question], chosen: Sequence[int]) -> list[Finding]:
    """Name each two questions that tell much of the same, with the bits that are told twice."""
    findings = []
    for pair in combinations(chosen, 2):
        alone = sum(_bits(prior, questions, [number]) for number in pair)
        twice = alone - _bits(prior, questions, pair)
        if twice >= OVERLAP:
            findings.append(lost(Sentence("questions.twice", pair=numbers(pair), bits=twice)))
    return findings


def _table(prior: Prior, questions: Sequence[Question], chosen: Sequence[int]) -> Table:
    rows = tuple(
        (
            str(number),
            question.text,
            Sentence("yes") if number in chosen else "",
            Sentence("questions.bits", bits=_bits(prior, questions, [number])),
        )
        for number, question in enumerate(questions, 1)
    )
    header = tuple(Sentence(f"questions.head_{column}") for column in ("number", "question", "chosen", "bits"))
    return Table(Sentence("questions.caption"), header, rows)


QUESTIONS = Rubric(
    "questions",
    check=check_questions,
    mark=lambda case, party, answer, points, questions, known=(): mark_questions(
        case, questions, answer, party, points, known=known
    ),
)
