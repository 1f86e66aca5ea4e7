"""Whatever students and learners write, its reader gives a result or one sentence, within its budget."""

import time

import pytest
from biggerpie.negotiation import NegotiationError

from .fuzz.budget import LONGEST_SENTENCE, OverBudgetError, Tally, tried
from .fuzz.run import TARGETS, fuzzed

SOME, MANY = 60, 2_000


@pytest.mark.parametrize("name", TARGETS)
def test_some_damaged_inputs_give_a_result_or_a_sentence(name):
    _assert_calm(fuzzed(name, SOME), SOME)


@pytest.mark.long
@pytest.mark.parametrize("name", TARGETS)
def test_many_damaged_inputs_give_a_result_or_a_sentence(name):
    _assert_calm(fuzzed(name, MANY, seed=2), MANY)


def test_an_input_can_be_made_again_alone():
    whole = [tally.slowest[1] for tally in (fuzzed("words", 1, first=number) for number in (5, 6))]
    assert whole == [5, 6]


@pytest.mark.parametrize(
    ("reader", "finding"),
    [
        (lambda _: 1 / 0, "ZeroDivisionError"),
        (lambda _: _refuse("x" * (LONGEST_SENTENCE + 1)), "no sentence"),
        (lambda _: _refuse(""), "no sentence"),
        (lambda _: _give_up(), "OverBudgetError"),
    ],
)
def test_the_fuzzing_notices(reader, finding):
    tally = Tally()
    tried(reader, b"", 7, tally)
    (kind, (number, _)) = next(iter(tally.crashes.items()))
    assert kind.startswith(finding)
    assert number == 7


def test_the_fuzzing_notices_what_takes_long():
    tally = Tally()
    tried(lambda _: _busy(1.2), b"", 7, tally)
    assert tally.late == [7]


def test_a_sentence_is_no_finding():
    tally = Tally()
    tried(lambda _: _refuse("'x' is no package; write one."), b"", 7, tally)
    assert (tally.refused, tally.crashes, tally.late) == (1, {}, [])


def _assert_calm(tally: Tally, inputs: int) -> None:
    assert tally.inputs == inputs
    assert tally.crashes == {}
    assert tally.late == []


def _refuse(sentence: str) -> None:
    raise NegotiationError(sentence)


def _give_up() -> None:
    raise OverBudgetError


def _busy(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
