"""A mark of nothing for what could not be read is no last word, and neither is one where there are two answers."""

import pytest
from biggerpie.answers.answer import Answer, gather_answers
from biggerpie.grading.report.mark import note, unread
from biggerpie.grading.report.report import Report
from biggerpie.grading.rubrics.labels import LABELS
from biggerpie.grading.rubrics.package import PACKAGE
from biggerpie.grading.rubrics.trade import TRADE
from biggerpie.grading.rubrics.transcript import TRANSCRIPT
from biggerpie.grading.unread_answer import why_it_waits
from biggerpie.negotiation import IssueKind, load_case

from .test_exercise import CELLS, TABLE

UNREAD = Report("0 of 6 labelled", (unread("line 2: write 'issue: choice'."),))
READ = Report("6 of 6 labelled", (note("fee: distributive"),))
WITHOUT_COLONS = Answer("labels", "fee distributive\n")


def test_what_could_not_be_read_and_earned_nothing_waits():
    assert why_it_waits([WITHOUT_COLONS], [UNREAD], 0.0).startswith("what was written as 'labels' could not be read")


@pytest.mark.parametrize(
    ("answer", "report", "points"),
    [
        (Answer("labels", "fee: distributive\n"), READ, 0.0),
        (WITHOUT_COLONS, UNREAD, 5.0),
        (Answer("labels", "fee:\n"), UNREAD, 0.0),
        (Answer("labels"), UNREAD, 0.0),
    ],
    ids=["read and wrong", "worth something", "a blank form", "nothing"],
)
def test_what_was_read_or_earned_something_or_is_blank_does_not_wait(answer, report, points):
    assert why_it_waits([answer], [report], points) == ""


def test_two_answers_to_one_question_wait_whatever_the_first_earns():
    answers = gather_answers({"labels": "%%answer labels\nfee: compatible\n"}, ["%%answer labels\nfee: integrative\n"])
    assert "'labels' has more than one answer" in why_it_waits(list(answers.values()), [READ], 30.0)


def test_what_was_read_in_full_does_not_wait_though_a_check_advises_more():
    case = load_case("picture-book")
    own = case.parties[0]
    poor = tuple(points.index(min(points)) for points in own.points)
    package = Answer("package", "".join(f"{i}: {option}\n" for i, option in case.in_words(poor).items()))
    half = Answer("labels", f"{case.issues[0].name}: {IssueKind.COMPATIBLE}\n")
    for rubric, answer in ((PACKAGE, package), (LABELS, half)):
        check = rubric.check(case, own.name, answer)
        assert check.advice
        assert why_it_waits([answer], [check.report()], 0.0) == ""


def test_a_trade_in_a_package_that_could_not_be_read_waits_as_the_package_does():
    case = load_case("picture-book")
    trade = Answer("trade", f"I give way on: {case.issues[0].name}\n")
    for text, waits in (("fee 5,500\n", True), ("", False)):
        package = Answer("package", text)
        mark = TRADE.mark(case, case.parties[0].name, trade, 10, package=package)
        assert bool(why_it_waits([trade, package], [mark.report()], 0.0)) == waits


def test_a_transcript_that_cannot_be_read_waits_and_a_forged_one_earns_nothing():
    for text, waits in (
        (CELLS["transcript"][0][:-9], True),
        (CELLS["transcript"][0].replace("candidate", "vet"), False),
    ):
        answer = Answer("transcript", text)
        mark = TRANSCRIPT.mark(TABLE.case, "candidate", answer, 10, table=TABLE)
        assert mark.points == 0
        assert bool(why_it_waits([answer], [mark.report()], 0.0)) == waits
