"""The rubric `case`: a case of one's own, audited; whatever else the text holds is one sentence, quickly."""

import re
from importlib.resources import files

import pytest
from biggerpie.grading.rubrics import authored_case
from biggerpie.grading.rubrics.authored_case import mark_authored_case, read_authored_case
from biggerpie.negotiation import audit, load_case

from ...work import counted
from ..exercises import source_of
from .texts import answer

FEW = 500_000
APPLE_JUICE = files("biggerpie.negotiation").joinpath("cases", "apple-juice.toml").read_text("utf-8")


def made(issues: int = 2, options: int = 3, points: int = 10, parties: int = 2) -> str:
    """A case file in which both want different ends of everything, just as much."""
    names = [f"i{n}" for n in range(issues)]
    worth = [points * n // (options - 1) for n in range(options)]
    text = 'title = "T"\nstory = "S"\n'
    for name in names:
        text += f'[[issues]]\nname = "{name}"\nquestion = "q"\noptions = {[str(n) for n in range(options)]}\n'
    for party in range(parties):
        text += f'[[parties]]\nname = "p{party}"\nrole = "r"\nbrief = "b"\nbatna = "b"\nreservation_value = 0\n'
        text += "[parties.points]\n"
        text += "".join(f"{name} = {worth[::-1] if party else worth}\n" for name in names)
    return text


def test_better_cases_earn_more():
    marks = [mark_authored_case(answer(text), 50).points for text in (APPLE_JUICE, made(), "title = 3", "")]
    assert marks[0] == 50
    assert marks[0] > marks[1] > marks[2] == marks[3] == 0


def test_each_check_earns_its_part_and_says_why():
    no_trade = APPLE_JUICE.replace("payment = [0, 11, 22, 33, 44]", "payment = [0, 3, 6, 9, 12]")
    mark = mark_authored_case(answer(no_trade), 50)
    assert mark.points == 40
    said = str(mark.report())
    assert (
        "A trade: no integrative issue matters more to 'press', so nothing can be traded; give each side one." in said
    )


def test_the_small_case_that_exercise_9_shows_is_a_case_that_leaves_nearly_everything_to_do():
    shown = re.search(r"```toml\n(.*?)```", "\n".join(source_of("09-a-talk-of-your-own")), re.DOTALL)
    assert shown is not None
    mark = mark_authored_case(answer(shown[1]), 20)
    assert mark.points == 4, mark.report()


def test_a_case_is_read_as_it_stands():
    assert read_authored_case(answer(APPLE_JUICE)) == load_case("apple-juice")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (made(issues=11), "your case has 11 issues; keep it to 10 at the most."),
        (made(options=10), "your case has 10 options of 'i0'; keep it to 9 at the most."),
        (made(points=1002), "your case has 1002 points for one option; keep it to 1000 at the most."),
        (made(parties=3), "your case has 3 parties; keep it to 2 at the most."),
        (made(issues=70, options=2), "issues; keep it to 10"),
        (made(points=9).replace("[0, 4, 9]", "[0, 4, 99999999]"), "too large"),
        (made().replace("[0, 5, 10]", "[0, 5, " + "9" * 5000 + "]", 1), "not TOML"),
        (made().replace("[0, 5, 10]", "[0, 5, 0x" + "f" * 5000 + "]", 1), "too large"),
        (made().replace("[0, 5, 10]", "[0, 5, nan]", 1), "whole numbers"),
        ("a = " + "[" * 9000, "not TOML"),
        ("a = " + "{a=" * 3000, "not TOML"),
        ("a" + ".a" * 4000 + " = 1", "more than 100 dots"),
        ("".join(f"[a{n}]\n" for n in range(1200)), "is not a field here"),
        ('title = "T"\nstory = "' + "s" * 11_000 + '"', "keep it below 10,000"),
        ('title = "T"\nissues = [' + "{}," * 3000 + "]", "is missing"),
        (
            f'title="t"\nstory="s"\n[[issues]]\nname="i"\nquestion="q"\noptions={[str(n) for n in range(900)]}',
            "'parties' is missing",
        ),
        (None, "there is no answer"),
    ],
)
def test_a_text_that_is_no_case_or_too_large_a_one_gets_one_short_sentence_with_few_calls(text, says):
    with counted() as work:
        mark = mark_authored_case(answer(text), 50)
    assert work.calls < FEW
    assert mark.points == 0
    said = str(mark.report())
    assert says.casefold() in said.casefold()
    assert len(said) < 500
    assert len(said.splitlines()) == 2


def test_the_check_names_all_that_is_wrong_and_the_mark_the_first_of_it():
    broken = made().replace("title =", "titel =").replace("role =", "rolle =")
    found = authored_case.check_authored_case(load_case("apple-juice"), "press", answer(broken)).unread
    assert [told.split(" is not a field here")[0].split(" ")[-1] for told in found] == ["'titel'", "'rolle'", "'rolle'"]
    assert [finding.sentence for finding in mark_authored_case(answer(broken), 20).findings] == [found[0]]


def test_the_largest_case_that_is_taken_is_audited_with_few_calls():
    with counted() as work:
        mark = mark_authored_case(answer(made(issues=10, options=9, points=1000)), 50)
    assert work.calls < FEW
    assert mark.points > 0


def test_a_case_is_audited_once_for_however_many_cases_of_others_it_is_marked_on(monkeypatch):
    audited = []
    monkeypatch.setattr(authored_case, "audit", lambda case: audited.append(case) or audit(case))
    marks = [mark_authored_case(answer(made(points=17)), 50) for _ in range(3)]
    assert len(audited) == 1
    assert marks[0] == marks[1] == marks[2]


@pytest.mark.parametrize("sign", ["\u00a0", "\u200b", "\ufeff", "\u202f", "\u3000"])
def test_a_case_pasted_with_signs_that_cannot_be_seen_is_read(sign):
    pasted = sign + made().replace(" = ", f"{sign} = {sign}")
    assert read_authored_case(answer(pasted)) == read_authored_case(answer(made()))


def test_free_text_of_a_case_keeps_its_letters():
    story = "a\u00adb\u00a0c\u200d"
    assert read_authored_case(answer(made().replace('story = "S"', f'story = "{story}"'))).story == story
