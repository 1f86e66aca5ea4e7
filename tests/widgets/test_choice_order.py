"""The order of choices: another one for each question, so that no place on the page is the clever one."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import biggerpie.widgets
import pytest
from biggerpie.widgets import Question, languages
from biggerpie.widgets import _words as module
from biggerpie.widgets.choice_order import choice_order
from biggerpie.widgets.simulation import NO_PREDICTION

from .test_bets import RIGHT, made

QUESTIONS = sorted((Path(biggerpie.widgets.__file__).parent / "words" / "en" / "questions").glob("*.toml"))
FAR = 1.75  # times as long as the longest of the others; a note to send takes its words
HOOK = 2  # where the words of a lesson's first question have the answer that the lesson leads to
BEST = re.compile(r"^(?:Yes|Right|So it (?:comes|came) out|That's (?:it|the pattern)|This note keeps)\b")


def asked() -> list[tuple[int, str, Question]]:
    """Every question of every lesson, with its lesson and name."""
    read = [(int(file.stem), tomllib.loads(file.read_text(encoding="utf-8"))) for file in QUESTIONS]
    return [(lesson, name, Question(lesson, name)) for lesson, told in read for name in told]


def best_of(question: Question) -> int:
    """The choice that a question calls right; of a hook, which calls none so, the one it leads to."""
    right = question.right_choice()
    return HOOK if right == NO_PREDICTION else right


def test_the_choice_that_is_ticked_is_the_one_whose_verdict_says_so():
    for lesson, name, question in asked():
        verdicts = [question.verdict_for(choice) for choice in range(len(question.bet["choices"]))]
        said = [at for at, verdict in enumerate(verdicts) if BEST.match(verdict)]
        ticked = [] if question.right_choice() == NO_PREDICTION else [question.right_choice()]
        assert said == ticked, (lesson, name)


def test_every_choice_is_shown_once_and_a_prediction_means_the_choice_in_the_words():
    for _, _, question in asked():
        places = range(len(question.bet["choices"]))
        assert sorted(question.bet["order"]) == list(places)
        question.prediction = places[-1]
        question.ran = True
        assert question.verdict == question.verdict_for(places[-1])


@pytest.mark.parametrize("language", languages())
def test_no_right_choice_is_given_away_by_being_by_far_the_longest(monkeypatch, language):
    monkeypatch.setattr(module, "_spoken", [language])
    for lesson, name, question in asked():
        lengths = [*map(len, question.bet["choices"])]
        right = question.right_choice()
        if right != NO_PREDICTION:
            assert lengths.pop(right) <= FAR * max(lengths), (lesson, name)


@pytest.mark.parametrize("kind", ["hooks", "other questions", "bets"])
def test_the_best_answer_is_shown_at_no_place_more_than_half_of_the_time(kind):
    questions = [question for _, _, question in asked()]
    hooks = {id(question) for lesson in range(1, 1 + len(QUESTIONS)) for question in first_of(lesson, questions)}
    looked_at = {
        "hooks": [(question.bet["order"], HOOK) for question in questions if id(question) in hooks],
        "other questions": [(one.bet["order"], best_of(one)) for one in questions if id(one) not in hooks],
        "bets": [(made(name).bet["order"], right) for name, right in RIGHT.items()],
    }[kind]
    shown = Counter(order.index(best) for order, best in looked_at)
    assert len(looked_at) > 8
    assert max(shown.values()) <= len(looked_at) / 2, shown
    assert set(shown) >= {0, 1, 2}


def first_of(lesson: int, questions: list[Question]) -> list[Question]:
    told = [question for number, _, question in zip(*numbered(), questions, strict=True) if number == lesson]
    return told[:1]


def numbered() -> tuple[list[int], list[str]]:
    found = asked()
    return [lesson for lesson, _, _ in found], [name for _, name, _ in found]


def test_questions_of_the_same_name_in_two_lessons_have_orders_of_their_own():
    orders = {tuple(Question(lesson, "recall_1").bet["order"]) for lesson in range(2, 10)}
    assert len(orders) > 2


def test_the_order_is_the_same_for_everybody_and_in_every_language(monkeypatch):
    english = Question(1, "compare").bet["order"]
    monkeypatch.setattr(module, "_spoken", ["de"])
    assert Question(1, "compare").bet["order"] == english
    assert choice_order("payoff_explorer middle", 3) == [2, 0, 1]


def test_no_two_names_have_to_share_an_order():
    assert len({tuple(choice_order(f"question {number}", 3)) for number in range(60)}) == 6
