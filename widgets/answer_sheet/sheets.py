# ruff: noqa: N802  they are called as all widgets are
"""The answer sheets of the exercises: one small function for each kind of answer."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from ...answers import decision
from ...answers.form import Block, Row, Values
from ...answers.line_reader import LineReader
from ...answers.link_readers import link_lines
from ...answers.number_readers import COST, GIFT, readers_of_numbers
from ...answers.preparation import ALTERNATIVE, QUESTIONS, asks, preparation_lines
from ...answers.readers import label_lines, priority_lines, question_lines, sort_lines, step_lines, trade_lines
from ...answers.wording import I_GIVE_WAY, LINKED_PAIR, ORDINALS, YOU_GIVE_WAY
from ...negotiation import Case, Importance, IssueKind, LinkKind, Question, StepKind
from ...negotiation.table import Ask
from .._words import words
from .answer_sheet import AnswerSheet, Summary, nothing

MOST_LINKS = 12
SORTED = {"remarks": "remark", "claims": "claim"}
"""What the answers that sort something else than statements call it."""


def LabelSheet(case: Case) -> AnswerSheet:
    """Return a sheet for the answer `labels`: the kind of each issue."""
    kinds = _choices(IssueKind)
    return _sheet("labels", (Row(issue.name, issue.name, *kinds) for issue in case.issues), label_lines(case))


def StepSheet(numbers: Iterable[int]) -> AnswerSheet:
    """Return a sheet for the answer `steps`: the kind of the steps of these numbers in an offer log."""
    kinds, said, made = _choices(StepKind), words("answer_sheet"), tuple(numbers)
    rows = (Row(f"step {number}", said.say("step", number=number), *kinds) for number in made)
    return _sheet("steps", rows, step_lines(made))


def SortSheet(
    statements: Mapping[str, str] | Sequence[str], kinds: Sequence[str], answer: str = "sorts"
) -> AnswerSheet:
    """Return a sheet that sorts statements, given by their keys or numbered from 1, into kinds."""
    keyed = statements if isinstance(statements, Mapping) else dict(zip(_numbers(statements), statements, strict=True))
    shown = tuple(words("answer_sheet")["kinds"].get(kind, kind) for kind in kinds)
    rows = (Row(str(key), f"{key}. {statement}", tuple(kinds), shown) for key, statement in keyed.items())
    return _sheet(answer, rows, sort_lines(map(str, keyed), kinds, SORTED.get(answer, "statement")))


def NumberSheet(answer: str, keys: Mapping[str, str] | Sequence[str]) -> AnswerSheet:
    """Return a sheet with a number at each key; a mapping says in words what to write there."""
    labels = keys if isinstance(keys, Mapping) else {key: _number_label(key) for key in keys}
    rows = (Row(key, label, number=True) for key, label in labels.items())
    return _sheet(answer, rows, readers_of_numbers(answer, tuple(labels)))


def QuestionSheet(questions: Sequence[str | Question], choose: int = 2) -> AnswerSheet:
    """Return a sheet for the answer `questions`: which of the questions to ask first, second and so on."""
    texts = [question if isinstance(question, str) else question.text for question in questions]
    said = words("answer_sheet")
    rows = (
        Row(key, said.say("asked", place), _numbers(texts), _numbered(texts))
        for place, key in enumerate(ORDINALS[:choose])
    )
    return _sheet("questions", rows, question_lines(len(texts), choose), summary=_none_twice)


def DecisionSheet(offers: int = 3) -> AnswerSheet:
    """Return a sheet for the answer `decision`: what no deal is worth, which offer is beaten, what is signed."""
    said, numbers = words("answer_sheet"), tuple(map(str, range(1, offers + 1)))
    shown = tuple(said.say("offer", number=number) for number in numbers)
    rows = (
        Row(decision.ALTERNATIVE, said.say("alternative"), number=True),
        Row(decision.BEATEN, said.say("beaten"), numbers, shown),
        Row(decision.SIGN, said.say("sign"), (*numbers, decision.NONE), (*shown, said.say("sign_none"))),
    )
    return _sheet("decision", rows, decision.decision_lines(offers))


def PreparationSheet(case: Case) -> AnswerSheet:
    """Return a sheet for the answer `preparation`: how much each issue matters, the alternative, what to ask."""
    said, known = words("answer_sheet"), asks(case)
    strengths = tuple(map(str, Importance)), tuple(said.say("strengths", one.name.lower()) for one in Importance)
    shown = tuple(_asked(ask, case) for ask in known.values())
    rows = [
        *(Row(issue.name, said.say("matters", issue=issue.name), *strengths) for issue in case.issues),
        Row(ALTERNATIVE, said.say("alternative"), number=True),
        *(Row(key, said.say("asked", place), tuple(known), shown) for place, key in enumerate(QUESTIONS)),
    ]
    return _sheet("preparation", rows, preparation_lines(case), summary=_none_asked_twice)


def PrioritySheet(case: Case) -> AnswerSheet:
    """Return a sheet for the answer `priorities`: the issues in the order in which they matter, most first."""
    said, names = words("answer_sheet"), tuple(issue.name for issue in case.issues)
    keys = ["most", *["place"] * (len(names) - 2), "least"]
    rows = (Row(str(place), said.say(key, place=place), names) for place, key in enumerate(keys, 1))
    return _sheet("priorities", rows, priority_lines(case), summary=_none_twice)


def TradeSheet(case: Case) -> AnswerSheet:
    """Return a sheet for the answer `trade`: the issue on which each side gives way."""
    said, names = words("answer_sheet"), tuple(issue.name for issue in case.issues)
    rows = (Row(I_GIVE_WAY, said.say("i_give"), names), Row(YOU_GIVE_WAY, said.say("you_give"), names))
    return _sheet("trade", rows, trade_lines(case), summary=_none_twice)


def LinkSheet(own: Sequence[str], other: Sequence[str]) -> AnswerSheet:
    """Return a sheet for the answer `links`: pairs of one's own interests and the other side's, and their kinds."""
    said = words("answer_sheet")
    rows = (
        Row("own", said.say("own"), _numbers(own), _numbered(own)),
        Row("other", said.say("other"), _numbers(other), _numbered(other)),
        Row("kind", said.say("kind"), *_choices(LinkKind)),
    )
    form = f"{LINKED_PAIR}: {{kind}}"
    most = min(MOST_LINKS, len(own) * len(other))
    reader = link_lines(set(product(range(len(own)), range(len(other)))))
    links = [
        Block(rows, label=said.say("link", number=number), form=form, reader=reader) for number in range(1, most + 1)
    ]
    return AnswerSheet("links", links, summary=_no_pair_twice)


def _sheet(answer: str, rows: Iterable[Row], reader: LineReader[Any, Any], summary: Summary = nothing) -> AnswerSheet:
    """Return a sheet of one block."""
    return AnswerSheet(answer, [Block(tuple(rows), reader=reader)], summary=summary)


def _choices(kinds: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that the answer holds, and those that are shown."""
    said = words("answer_sheet")
    return tuple(map(str, kinds)), tuple(said.say("kinds", kind) for kind in kinds)


def _number_label(key: str) -> str:
    """Return how a form calls the gift or the cost of a step, and any other key as it is."""
    which, _, step = key.partition(" ")
    return words("answer_sheet").say(which, number=step) if which in (GIFT, COST) else key


def _numbers(things: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(number) for number, _ in enumerate(things, 1))


def _numbered(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {text}" for number, text in enumerate(texts, 1))


def _asked(ask: Ask, case: Case) -> str:
    issue = "" if ask.issue is None else case.issues[ask.issue].name
    return words("answer_sheet").say("asks", ask.aspect.name.lower(), issue=issue)


def _none_asked_twice(values: Values) -> str:
    return _none_twice([block[-len(QUESTIONS) :] for block in values])


def _none_twice(values: Values) -> str:
    """Name what was chosen twice."""
    said = words("answer_sheet")
    counts = Counter(value for block in values for value in block if value)
    return " ".join(said.say("twice", choice=choice) for choice, count in counts.items() if count > 1)


def _no_pair_twice(values: Values) -> str:
    """Name the pairs that were linked twice."""
    said = words("answer_sheet")
    pairs = Counter((own, other) for own, other, _ in values if own and other)
    twice = (pair for pair, count in pairs.items() if count > 1)
    return " ".join(said.say("pair_twice", own=own, other=other) for own, other in twice)
