"""The report names who shares an answer, a text or an id, and nobody else; it accuses nobody and runs nothing."""

import csv
import io
import json
import shutil
from html.parser import HTMLParser
from multiprocessing import get_context

import pytest
from axe_playwright_python.sync_playwright import Axe
from biggerpie.grading.class_run import workers
from biggerpie.grading.dossiers.places import places_for
from biggerpie.grading.formulas import plain
from biggerpie.grading.similarity.findings import Findings, look_through
from biggerpie.grading.similarity.page import page
from biggerpie.grading.similarity.sheets import OtherId
from biggerpie.grading.similarity.table import table
from biggerpie.lessons.command_line import main
from playwright.sync_api import Browser

from ...browser import screenshot_folder
from .small_class import EXERCISE, GUS, HOSTILE, SECRET, hand_in, misspelt, typed


def test_a_package_taken_from_another_case_is_listed_with_both_marks_and_with_chance(findings):
    (found,) = findings.fits.equal
    assert (found.student, found.other, found.equal) == ("bo", "ada", ("package",))
    assert found.there == found.points == 40
    assert found.there - found.own >= 0.2 * 40
    assert found.as_good <= 2 < found.tried
    assert found.expected < 0.5


def test_nobody_else_is_said_to_fit_another_students_case(findings):
    assert findings.fits.alone == ()
    assert findings.fits.left_out == 0


def test_a_wrong_id_is_listed_with_the_line_that_mends_it(findings, report):
    (found,) = findings.other_ids
    assert (found.student, found.typed) == ("eve", "evelyn")
    assert not found.too
    assert found.there == pytest.approx(found.points, abs=10)
    assert "<td>eve,evelyn</td>" in report


def test_a_line_in_worked_as_csv_does_not_take_a_wrong_id_off_the_report(course, tmp_path):
    again = shutil.copytree(course, tmp_path / "again")
    (again / "worked-as.csv").write_text("eve,evelyn\n")
    found = look_through(again, EXERCISE)
    (other,) = found.other_ids
    assert (other.student, other.typed, other.noted, other.whose) == ("eve", "evelyn", True, "")
    assert "<td>stands in worked-as.csv</td>" in page(found)


def test_a_slip_that_was_searched_for_until_it_opens_a_classmates_case_is_listed_with_the_classmate(course, tmp_path):
    """Zed tries misspellings of `zed` until one opens ada's case, hands in her answers and gets the line written."""
    again = shutil.copytree(course, tmp_path / "again")
    places = places_for(SECRET, EXERCISE, ())
    slip = next(slip for slip in misspelt("zed") if places.number_of(slip) == places.number_of("ada"))
    notebook = json.loads((again / "submitted" / "ada" / EXERCISE / "exercise.ipynb").read_text())
    hand_in(again, "zed", json.dumps(typed(notebook, slip)))
    for lines in ("", f"zed,{slip}\n"):
        (again / "worked-as.csv").write_text(lines)
        found = look_through(again, EXERCISE)
        zed = next(one for one in found.other_ids if one.student == "zed")
        assert (zed.typed, zed.whose, zed.noted) == (slip, "ada", bool(lines))
        assert "<td>none: it is the case of ada</td>" in page(found)
        assert f"zed,{slip}" not in page(found)
        assert ("zed", "ada") in {(fit.student, fit.other) for fit in found.fits.equal}


def test_a_text_with_changed_names_is_listed_and_so_is_one_in_capitals(findings):
    pairs = {
        (*pair.first.students, *(() if pair.first is pair.second else pair.second.students)) for pair in findings.texts
    }
    assert pairs == {("cy", "dee"), tuple(sorted(["fay", GUS]))}


def test_two_students_of_one_case_may_answer_alike(rows):
    answers = [row for row in rows if row["finding"] != "text"]
    assert GUS not in {row[who] for row in answers for who in ("student", "other")}


def test_who_handed_in_nothing_or_no_notebook_is_counted(findings):
    assert findings.read == 11
    assert findings.missing == ("ko",)
    assert findings.unreadable.keys() == {"jo"}
    assert "exercise.ipynb is not a notebook" in findings.unreadable["jo"]


def test_the_table_holds_a_line_for_each_finding(rows):
    found = sorted((row["finding"], row["student"], row["other"]) for row in rows)
    texts = [("text", "cy", "dee"), ("text", *sorted(["fay", GUS]))]
    assert found == [("another id", "eve", "evelyn"), ("equal answers", "bo", "ada"), *texts]


def test_the_page_says_first_what_it_is_and_that_no_mark_is_changed(report):
    lead = report.partition('class="lead">')[2].partition("</p>")[0]
    assert "innocent reasons" in lead
    assert "together with the students" in lead
    assert "No mark was changed" in lead


def test_what_students_write_is_shown_and_never_meant(report):
    tags: set[str] = set()
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attrs: tags.update({tag, *(name for name, _ in attrs)})
    reader.feed(report)
    assert not tags & {"img", "script", "onerror", "src", "href", "link", "iframe"}
    assert HOSTILE.split()[0].replace("<", "&lt;") in report


def test_a_hostile_folder_name_is_neither_markup_nor_a_formula():
    name = "=1+1<script>\udcff"
    findings = Findings(EXERCISE, 1, (name,), (), (OtherId(name, "<b>", 1.0, 2.0, 3.0, too=False),), None, ())
    assert "<script>" not in page(findings)
    assert "=1+1&lt;script&gt;\\udcff" in page(findings)
    assert '"another id","\'=1+1<script>\\udcff","<b>",' in table(findings)


def test_running_it_again_gives_the_same_files(course, report, capsys):
    files = {file: file.read_bytes() for file in (course / "reports").iterdir()}
    assert len(files) == 2
    assert main(["copying", EXERCISE, "--course", str(course)]) == 0
    assert {file: file.read_bytes() for file in (course / "reports").iterdir()} == files
    said = capsys.readouterr().out
    assert "11 submissions compared; no mark was changed." in said
    assert "1 pair has equal answers" in said


def test_a_class_in_which_nothing_is_alike_is_told_so(course, tmp_path, capsys):
    again = shutil.copytree(course, tmp_path / "again")
    for student in ("bo", "dee", "eve", GUS, "jo"):
        shutil.rmtree(again / "submitted" / student)
    assert main(["copying", EXERCISE, "--course", str(again)]) == 0
    assert "Nothing was found" in capsys.readouterr().out
    assert "<p>Nothing was found" in (again / "reports" / f"copying-{EXERCISE}.html").read_text()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["02-concessions"], "has not been generated"),
        ([EXERCISE, "--course", "elsewhere"], "is no course folder"),
    ],
)
def test_a_mistake_gives_one_sentence(words, says, course, capsys, monkeypatch):
    monkeypatch.chdir(course)
    assert main(["copying", *words]) == 2
    assert says in capsys.readouterr().err
    assert not (course / "elsewhere").exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_by_everybody(course, report, browser: Browser, scheme):
    tab = browser.new_page(color_scheme=scheme, viewport={"width": 1100, "height": 900}, bypass_csp=True)
    tab.goto((course / "reports" / f"copying-{EXERCISE}.html").as_uri())
    tab.screenshot(path=screenshot_folder() / f"copying-{scheme}.png", full_page=True)
    assert Axe().run(tab).response["violations"] == []
    tab.close()


@pytest.mark.long
def test_processes_that_are_spawned_find_the_same(course, findings, monkeypatch):
    monkeypatch.setattr(workers, "CONTEXT", get_context("spawn"))
    assert look_through(course, EXERCISE) == findings


@pytest.mark.parametrize(
    "text", ["=1+1", "x;=cmd|'/C calc'!A0;", "x\t@SUM(A1)", 'x",=1', "x|-1", "x\n+1", "\uff1d1", "x =1"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|", " "])
def test_no_cell_is_a_formula_wherever_a_spreadsheet_divides_it(text, separator):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow(["another id", plain(text), "points"])
    cells = [cell.strip('" ') for row in csv.reader(out.getvalue().splitlines(), delimiter=separator) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\uff1d"))] == []


def test_a_cell_that_is_no_formula_stays_as_it_is():
    for text in ("ada-b", "a+b", "1e-05", "0.25", "another id"):
        assert plain(text) == text
