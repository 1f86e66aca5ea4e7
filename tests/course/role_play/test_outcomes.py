"""Both forms of a table are compared: the same counts, all else is told and waits."""

import csv
from dataclasses import replace

import pytest
from biggerpie.course.role_play.blank_forms import write_blank_results
from biggerpie.course.role_play.filled_forms import FilledForm, fill_deal
from biggerpie.course.role_play.outcome_files import outcome_rows, outcomes_page
from biggerpie.course.role_play.outcomes import outcomes
from biggerpie.course.role_play.round_files import write_tables
from biggerpie.figures import Felt
from biggerpie.grading.written_rows import write_rows
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import gains, greatest_sum, load_case

CASE = load_case("job-offer")
BEST = greatest_sum(CASE).package
OTHER = (BEST[0], (BEST[1] + 1) % len(CASE.issues[1].options), *BEST[2:])
FORM = FilledForm(BEST, 6, 5, "We traded.")
NONE = replace(FORM, deal=None, memo="=1+1")
GROUPS = [("ada", "bo"), ("cy", "dee", "eve"), (), ("flo",)]


def found(forms):
    return {one.table: one for one in outcomes([CASE] * 4, GROUPS, forms)}


def test_two_forms_that_say_the_same_count_with_payoffs_and_value_created():
    one = found({1: (FORM, replace(FORM, treated=None, guessed=3))})[1]
    assert one.reason_against == ""
    assert (one.payoffs, one.created) == (CASE.payoffs(BEST), 100)
    assert one.felt(one.deal) == Felt(BEST, (6, None), (5, 3))
    none = found({1: (NONE, NONE)})[1]
    assert (none.reason_against, none.deal, none.created) == ("", None, 0)
    assert gains(CASE, none.payoffs) == (0, 0)


@pytest.mark.parametrize(
    ("forms", "says"),
    [
        ((FORM, replace(FORM, deal=OTHER)), "table 1: the two forms differ: on days at home the candidate says"),
        ((NONE, FORM), "differ: the candidate says no deal, the employer says a deal"),
        ((FORM, NONE), "differ: the employer says no deal, the candidate says a deal"),
        ((FORM, None), "the form of the employer isn't in yet"),
        ((None, FORM), "the form of the candidate isn't in yet"),
        ((None, None), "no form is in yet"),
    ],
)
def test_what_differs_or_is_missing_is_told_and_not_counted(forms, says):
    one = found({1: forms})[1]
    assert says in one.reason_against
    rows = [*outcome_rows([one])][1:]
    assert [row[3:5] for row in rows] == [("not counted", ""), ("not counted", "")]
    assert str(one.reason_against).replace("'", "&#39;") in outcomes_page(CASE, [one])


def test_every_table_with_somebody_has_an_outcome_and_who_sits_alone_needs_one_form():
    tables = found({2: (FORM, FORM), 4: (FORM, None)})
    assert {table: bool(one.reason_against) for table, one in tables.items()} == {1: True, 2: False, 4: False}


def test_the_table_of_outcomes_has_a_row_for_each_student_and_no_formula(tmp_path):
    write_rows(tmp_path / "outcomes.csv", outcome_rows([*found({1: (NONE, NONE), 2: (FORM, FORM)}).values()]))
    with (tmp_path / "outcomes.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert [*rows] == ["ada", "bo", "cy", "dee", "eve", "flo"]
    assert rows["eve"]["points"] == str(CASE.payoffs(BEST)[1])
    assert rows["ada"]["memo"] == "'=1+1"
    assert (rows["ada"]["agreement"], rows["cy"]["agreement"]) == ("no deal", "deal")


def test_the_page_shows_what_people_wrote_as_letters():
    page = outcomes_page(CASE, [found({1: (replace(FORM, memo="<script>alert(1)</script>"), FORM)})[1]])
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_form_for_a_table_at_which_nobody_sits_is_told(tmp_path, capsys):
    folder, deal = tmp_path / "pairs" / "week-1", (1,) * len(CASE.issues)
    write_tables(folder, [("ada", "bo"), ()], "job-offer", ["", ""])
    write_blank_results(folder, CASE, [2] * 3)
    for table in (1, 2, 3):
        for side in (0, 1):
            fill_deal(folder, CASE, table, side, deal)
    assert main(["debrief", "week-1", "--course", str(tmp_path), "--no-browser"]) == 1
    said = capsys.readouterr().out
    page = (folder / "outcomes.html").read_text(encoding="utf-8")
    for table in (2, 3):
        sentence = f"table {table}: results.csv has a form for it, and nobody sits there; correct its number."
        assert sentence in said
        assert sentence in page
    assert "1 of 1 tables are counted" in said
