"""Cases whose names are awkward in a table: forms come back as they were, and what could not is refused at once."""

import csv
from dataclasses import replace
from importlib.resources import files
from types import SimpleNamespace

import pytest
from biggerpie.course.role_play.blank_forms import write_blank_results
from biggerpie.course.role_play.codes import Place, codes, write_codes
from biggerpie.course.role_play.filled_forms import FilledForm, fill_deal, fill_said, read_results
from biggerpie.course.role_play.form_columns import GUESSED, TREATED
from biggerpie.course.role_play.outcome_files import outcome_rows
from biggerpie.course.role_play.outcomes import outcomes
from biggerpie.course.role_play.playable import require_playable
from biggerpie.course.role_play.round_files import write_tables
from biggerpie.grading.nbgrader_adapter import class_marks
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.negotiation.own_cases import look_for_cases_in

CASE = load_case("scope-creep")
FORM = FilledForm((1,) * len(CASE.issues), 6, 2, "Mine.")


def called(name, place=1):
    """The case with one issue of this name."""
    issues = [*CASE.issues]
    issues[place] = replace(issues[place], name=name)
    return replace(CASE, issues=tuple(issues))


def with_options(place, *options):
    """The case whose issue in this place begins with these options."""
    issues = [*CASE.issues]
    issues[place] = replace(issues[place], options=(*options, *issues[place].options[len(options) :]))
    return replace(CASE, issues=tuple(issues))


def kept(folder, case, form=FORM):
    """What is read again of a form that was filled in, the deal first, as at live tables."""
    write_blank_results(folder, case, [2])
    fill_deal(folder, case, 1, 1, form.deal)
    fill_said(folder, case, 1, 1, form)
    return read_results(folder, case)[1][1]


@pytest.mark.parametrize("name", ["role", "Table", "memo", TREATED, GUESSED, "student", "=1+1", "a; b"])
def test_an_issue_called_like_a_column_keeps_its_own_column(tmp_path, name):
    assert kept(tmp_path, called(name)) == FORM


def test_an_option_called_no_deal_is_agreed_on_like_any_other_and_none_is_none(tmp_path):
    case = with_options(0, "first", "No deal")
    assert kept(tmp_path, case) == FORM
    assert kept(tmp_path / "none", case, replace(FORM, deal=None)).deal is None


def test_no_name_of_a_case_is_a_formula_in_any_table(tmp_path):
    case = with_options(0, "first", '=HYPERLINK("http://elsewhere.example","y")')
    case = replace(case, parties=(case.parties[0], replace(case.parties[1], name="@boss")))
    case = replace(case, issues=(case.issues[0], replace(case.issues[1], name="+1"), *case.issues[2:]))
    assert kept(tmp_path, case) == FORM
    places = {"ada": Place(1, "@boss", "")}
    write_codes(tmp_path, places, first := codes(tmp_path, places))
    assert codes(tmp_path, places) == first
    rows = list(outcome_rows(outcomes([case], [("ada", "bo")], {1: (FORM, FORM)})))
    for name in ("results.csv", "codes.csv"):
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            rows += list(csv.reader(file))
    cells = [cell for row in rows for cell in row if cell]
    assert "'@boss" in cells
    assert [cell for cell in cells if cell[0] in "=+-@"] == []


def test_a_table_that_was_written_before_with_signs_and_twice_a_name_is_read(tmp_path):
    case = with_options(0, "first", "=1+1")
    names = [issue.name for issue in case.issues]
    case = replace(case, issues=(*case.issues[:-1], replace(case.issues[-1], name="role")))
    said = ["=1+1", *(issue.options[1] for issue in case.issues[1:])]
    with (tmp_path / "results.csv").open("w", encoding="utf-8", newline="") as file:
        headings = ["table", "role", *names[:-1], "role", TREATED, GUESSED, "memo"]
        csv.writer(file).writerows([headings, ["1", case.parties[1].name, *said, "6", "2", "Mine."]])
    assert read_results(tmp_path, case)[1][1] == FORM


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (replace(CASE, title="t" * 201), "the title 't+'… is longer than 200 characters"),
        (
            replace(CASE, parties=(CASE.parties[0], replace(CASE.parties[1], name="p" * 201))),
            "the name of a party 'p+'… is longer than 200 characters",
        ),
        (
            replace(CASE, issues=tuple(replace(one, options=("no deal", *one.options[1:])) for one in CASE.issues)),
            "every issue of .* has an option 'no deal'",
        ),
    ],
)
def test_what_no_round_could_hold_is_refused_in_one_sentence(case, says):
    with pytest.raises(NegotiationError, match=says):
        require_playable(case)
    require_playable(CASE)


def test_pairs_and_tables_refuse_such_a_case_before_anything_is_written(tmp_path, capsys, monkeypatch):
    own = tmp_path / "cases" / "long.toml"
    own.parent.mkdir()
    text = files("biggerpie.negotiation").joinpath("cases/scope-creep.toml").read_text(encoding="utf-8")
    own.write_text(text.replace(CASE.title, "t" * 201, 1), encoding="utf-8")
    (tmp_path / "nbgrader_config.py").write_text("")
    monkeypatch.setattr(class_marks, "class_list", lambda course: [SimpleNamespace(id="ada"), SimpleNamespace(id="bo")])
    monkeypatch.setattr(class_marks, "left_out_of_class", lambda _: set())
    look_for_cases_in(own.parent)
    assert main(["pairs", "week-1", "long", "--course", str(tmp_path)]) == 2
    assert "is longer than 200 characters" in capsys.readouterr().err
    assert not (tmp_path / "pairs").exists()
    write_tables(tmp_path / "pairs" / "week-1", [("ada", "bo")], "long", [""])
    assert main(["tables", "week-1", "--course", str(tmp_path), "--port", "0"]) == 2
    assert "is longer than 200 characters" in capsys.readouterr().err
