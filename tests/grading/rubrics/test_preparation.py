"""The rubric `preparation`: what one's own side alone tells before a talk."""

from dataclasses import replace

import pytest
from biggerpie.answers.answer import find_answer
from biggerpie.answers.preparation import ALTERNATIVE, QUESTIONS, Place, asks
from biggerpie.grading.report.report import Tone
from biggerpie.grading.rubrics.preparation import check_preparation, mark_preparation, read_preparation
from biggerpie.negotiation import Case, Importance
from biggerpie.negotiation.table import Ask, Aspect
from biggerpie.widgets import PreparationSheet

from .texts import answer


def by_hand(case: Case) -> list[str]:
    """How much each issue matters to the candidate."""
    weights = [max(row) - min(row) for row in case.party("candidate").points]
    shares = [6 * weight / sum(weights) for weight in weights]
    return ["most of all" if share >= 1.5 else "a good deal" if share >= 0.5 else "a little" for share in shares]


def sheet(case: Case, strengths: list[str], worth: object = None, questions: tuple[str, ...] = ()) -> str:
    lines = [f"{issue.name}: {strength}" for issue, strength in zip(case.issues, strengths, strict=True)]
    lines += [] if worth is None else [f"without a deal: {worth}"]
    return "\n".join([*lines, *(f"question {n}: {asked}" for n, asked in enumerate(questions, 1))])


THREE = ("what matters most to you", "How much salary matters to you?", "why you want that on start date")


def marked(case: Case, text: str) -> float:
    return mark_preparation(case, "candidate", answer(text), 16).points


def test_a_sheet_that_is_true_and_complete_earns_everything_in_three_parts(job_offer: Case):
    true, floor = by_hand(job_offer), job_offer.party("candidate").reservation_value
    assert marked(job_offer, sheet(job_offer, true, floor, THREE)) == 16
    assert marked(job_offer, sheet(job_offer, true)) == 10
    assert marked(job_offer, f"without a deal: {floor} points") == 2
    assert marked(job_offer, "question 2: what matters most to you") == pytest.approx(4 / 3, abs=0.01)


def test_one_word_for_all_issues_earns_nothing(job_offer: Case):
    for strength in Importance:
        assert marked(job_offer, sheet(job_offer, [strength] * 6)) == 0


def test_a_question_that_stands_there_twice_counts_once_and_is_named(job_offer: Case):
    text = sheet(job_offer, by_hand(job_offer), 45, (THREE[0], THREE[0], THREE[0]))
    mark = mark_preparation(job_offer, "candidate", answer(text), 16)
    assert "1 of 3 different questions are ready." in str(mark.report())
    assert "1 of 3 different questions are ready." in str(
        check_preparation(job_offer, "candidate", answer(text)).report()
    )


def test_findings_name_the_issue_with_what_was_noted_and_what_the_points_say(job_offer: Case):
    wrong = ["a little" if one != "a little" else "most of all" for one in by_hand(job_offer)]
    mark = mark_preparation(job_offer, "candidate", answer(sheet(job_offer, wrong, 3)), 16)
    for issue in job_offer.issues:
        assert any(issue.name in one.text.casefold() and one.tone is Tone.LOST for one in mark.findings)
    assert "you noted 3" in str(mark.report())


def test_it_rests_on_the_own_side_alone(job_offer: Case):
    """Whatever the other side wants, the sheet earns the same."""
    own, other = job_offer.parties
    text = sheet(job_offer, by_hand(job_offer), 20, THREE)
    changed = replace(job_offer, parties=(own, replace(other, points=tuple(row[::-1] for row in other.points))))
    assert mark_preparation(job_offer, "candidate", answer(text), 16) == mark_preparation(
        changed, "candidate", answer(text), 16
    )


def test_the_form_writes_what_marking_reads_and_reads_it_back(job_offer: Case):
    form = PreparationSheet(job_offer)
    floor = job_offer.party("candidate").reservation_value
    texts = list(asks(job_offer))
    form.values = [[*by_hand(job_offer), str(floor), texts[0], texts[3], texts[9]]]
    read = find_answer(form.text)
    assert read is not None
    assert read.name == "preparation"
    assert mark_preparation(job_offer, "candidate", read, 16).points == 16
    again = PreparationSheet(job_offer)
    again.request = {"id": "1", "what": "read", "source": form.text}
    assert again.values == form.values


def test_a_form_says_when_a_question_is_chosen_twice(job_offer: Case):
    form = PreparationSheet(job_offer)
    form.values = [["a little"] * 6 + ["", THREE[0], THREE[0], ""]]
    assert "chosen twice" in form.picture["summary"]
    form.values = [["a little"] * 6 + ["", THREE[0], "", ""]]
    assert form.picture["summary"] == ""


def test_each_question_of_the_list_is_one_that_can_be_asked_at_the_table(job_offer: Case):
    listed = asks(job_offer)
    assert len(set(listed.values())) == len(listed) == 1 + 3 * 6
    read = read_preparation(job_offer, answer("question 1: why you want that on mentoring"))
    assert read.values == {Place(None, QUESTIONS[0]): Ask(Aspect.WHY, 4)}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("salray: a little", "did you mean 'salary'?"),
        ("salary: very much", "is not a word for how much it matters"),
        (f"{ALTERNATIVE}: a lot", "is not a number of points"),
        ("question 1: how much do you earn", "isn't a question on the list"),
        ("question 4: what matters most to you", "is not an issue of this case"),
    ],
)
def test_a_line_that_cannot_be_read_costs_itself_and_says_why(job_offer: Case, line, says):
    text = f"days at home: a good deal\n{line}"
    check = check_preparation(job_offer, "candidate", answer(text))
    assert check.headline == "1 of 10 lines understood"
    assert says in " ".join(check.unread)
