"""The rubric `sorts`: sorting earns, and calling everything the same earns nothing."""

import pytest
from biggerpie.grading.rubrics.sorts import mark_sorts
from biggerpie.negotiation import NegotiationError

from .texts import answer

TRUTH = {
    str(n): kind for n, kind in enumerate(["position", "position", "interest", "interest", "option", "criterion"], 1)
}


def marked(said: dict[str, str]) -> float:
    return mark_sorts(answer("\n".join(f"{key}: {kind}" for key, kind in said.items())), TRUTH, 80).points


@pytest.mark.parametrize("kind", ["position", "interest", "option", "criterion"])
def test_calling_everything_the_same_earns_nothing(kind):
    assert marked(dict.fromkeys(TRUTH, kind)) == 0


def test_each_statement_beyond_the_most_common_kind_earns_its_part():
    keys = list(TRUTH)
    by_count = [marked({key: TRUTH[key] for key in keys[:count]}) for count in range(7)]
    assert by_count == [0, 0, 0, 20, 40, 60, 80]


def test_statements_are_found_by_number_or_name_and_problems_cost_their_line_only():
    text = "statement 1: Position\n2 = position\n3: interests\n4: interest\n5: an idea\nseven: option"
    mark = mark_sorts(answer(text), TRUTH, 80)
    said = str(mark.report())
    assert mark.points == 20
    assert "did you mean 'interest'?" in said
    assert "'seven' is none of the statements" in said
    assert "nothing that counts is said about statement 6." in said.casefold()


def test_findings_say_why():
    mark = mark_sorts(answer("1: interest\n3: interest"), TRUTH, 80)
    assert "Statement 1: you said interest, but it is a position: it says what somebody demands" in str(mark.report())
    assert "Statement 3 is an interest" in str(mark.report())
    assert "1 of 6 statements are sorted right" in str(mark.report())


@pytest.mark.parametrize(
    ("truth", "says"),
    [({"1": "option", "2": "option"}, "nothing to sort"), ({}, "nothing to sort"), ({"1": "wish"}, "'wish' is not")],
)
def test_a_faulty_key_is_named(truth, says):
    with pytest.raises(NegotiationError, match=says):
        mark_sorts(answer("1: option"), truth, 10)
