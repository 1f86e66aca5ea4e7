"""The case editor: all that is wrong is said with its place, and a whole case is what every other reader says it is."""

import json
from pathlib import Path

import pytest
import traitlets
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError, audit, difficulty, load_case, parse_case
from biggerpie.negotiation.case_text import case_text
from biggerpie.negotiation.own_cases import look_for_cases_in
from biggerpie.widgets import CaseEditor, NegotiationTable, languages
from biggerpie.widgets import _words as module
from biggerpie.widgets.case_editor.case_editor import kitchen
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.case_editor import _broken_case_editor, _kitchen_case_editor, sound_case_editor

KITCHEN = kitchen("en")
EXERCISE = Path(__file__).parents[2] / "exercises" / "09-a-talk-of-your-own" / "exercise.ipynb"


def test_it_begins_with_the_small_case_that_exercise_9_shows():
    cells = json.loads(EXERCISE.read_text(encoding="utf-8"))["cells"]
    [told] = ["".join(cell["source"]) for cell in cells if cell["id"] == "case-question"]
    assert f"```toml\n{KITCHEN}```" in told
    assert "a deal: no package gives" in " ".join(CaseEditor().picture["sound"]["checks"])


def says(widget: CaseEditor) -> list[str]:
    return [problem["says"] for problem in widget.picture["problems"]]


def test_all_that_is_wrong_is_said_in_a_sentence_each_with_its_place():
    assert says(_broken_case_editor()) == [
        "your case: 'titel' is not a field here; did you mean 'title'?",
        "your case, parties[1] 'cook', points, time: 2 numbers for 3 options; give one for each option.",
        "your case, parties[2] 'baker': 'rolle' is not a field here; did you mean 'role'?",
    ]
    assert _broken_case_editor().picture["summary"].startswith("3 things")
    with pytest.raises(NegotiationError, match="'titel' is not a field"):
        _ = _broken_case_editor().case


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('title = "The', 'titel = "The', 1),
        ('name = "time"', 'name = ""', 5),
        ('["the cook", "both", "the baker"]', '["the cook"]', 12),
        ("[0, 4, 8]", "[0, 4]", 22),
        ("[0, 10, 20]", "[0, 10, 2.5]", 31),
        ('role = "Ben, who bakes one loaf."\n', "", 24),
        (
            "reservation_value = 15\n[parties.points]\ntime = [0",
            "reservation_value = 99\n[parties.points]\ntime = [0",
            29,
        ),
        ("options = [", "options = ", 7),
        ('story = "Two flatmates share one kitchen, and on Sundays both want it."\n', "", None),
    ],
)
def test_the_line_of_a_problem_is_where_it_was_made(old, new, line):
    widget = CaseEditor()
    assert KITCHEN.count(old) >= 1
    widget.text = KITCHEN.replace(old, new, 1)
    assert widget.picture["problems"][0]["line"] == line


@pytest.mark.parametrize("language", languages())
def test_in_each_language_it_begins_with_the_same_kitchen_told_in_that_language(language, monkeypatch):
    monkeypatch.setattr(module, "_spoken", [language])
    widget, english = CaseEditor(), parse_case(KITCHEN, "x")
    assert widget.case.language == language
    assert [party.points for party in widget.case.parties] == [party.points for party in english.parties]
    assert (widget.case.title == english.title) == (language == "en")
    widget.doing = "issue"
    assert len(widget.case.issues) == 3


def test_in_german_nothing_below_the_case_is_english_and_each_problem_has_its_line(monkeypatch):
    monkeypatch.setattr(module, "_spoken", ["de"])
    widget = CaseEditor()
    sound = widget.picture["sound"]
    assert sound["checks"][0].startswith("Noch nicht: eine Einigung: Kein Paket bringt zugleich 15 Punkte")
    assert [row[1] for row in sound["table"]["rows"]] == ["distributiv", "distributiv"]
    widget.text = case_text(load_case("apple-juice", "de"))
    assert widget.picture["sound"]["hard"].startswith("Wie schwer er ist: Die Mitte von allem bekommt 38 von 100")
    widget.text = kitchen("de").replace("title =", "titel =").replace("[20, 10, 0]", "[20, 10")
    assert widget.picture["problems"] == [
        {
            "says": "Dein Fall: Zeile 23, Spalte 1, lässt sich nicht lesen: "
            "Eine Liste ist nicht zu Ende, oder es fehlt ein Komma darin.",
            "line": 23,
        }
    ]
    widget.text = kitchen("de").replace("title =", "titel =").replace("[20, 10, 0]", "[20, 10]")
    assert [problem["line"] for problem in widget.picture["problems"]] == [1, 22]
    assert says(widget)[0] == "Dein Fall: Ein Feld „titel“ gibt es hier nicht; meinst du „title“?"


def test_a_whole_case_is_audited_drawn_and_said_how_hard_it_is():
    case, sound = load_case("apple-juice"), sound_case_editor().picture["sound"]
    assert len(sound["checks"]) == len(audit(case)) == 5
    assert all(told.endswith(f"{c.name}: {c.sentence}") for told, c in zip(sound["checks"], audit(case), strict=True))
    assert sound["hard"] == f"How hard it is: {difficulty(case).sentence()}"
    assert tuple(sound["plane"]["middle"]) == case.payoffs(case.compromise)
    assert [row[2:] for row in sound["table"]["rows"]] == [
        [str(max(one) - min(one)), str(max(two) - min(two))]
        for one, two in zip(*(party.points for party in case.parties), strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "'title' is missing"),
        ("title = ", "this is not TOML"),
        ("[[issues]]\n" * 900, "'title' is missing"),
        ("a" + ".a" * 4_900 + " = 1", "more than 100 dots"),
        (case_text(load_case("piano-tuner"))[:9_900], "has 3 parties; keep it to 2"),
        (KITCHEN.replace("20, 10, 0", "20000, 10, 0"), "20000 points for one option; keep it to 1000"),
        (KITCHEN.replace("\n", "\N{NO-BREAK SPACE}\n").replace("15\N{NO-BREAK SPACE}", "fifteen", 1), "not TOML"),
    ],
)
def test_whatever_is_typed_is_answered_in_sentences_and_kept_as_it_is(text, told):
    widget = CaseEditor()
    widget.text = text
    assert told in says(widget)[0]
    assert all(problem.endswith((".", "?")) for problem in says(widget))
    assert (widget.text, widget.picture["sound"]) == (text, None)


def test_a_text_longer_than_a_case_is_refused():
    with pytest.raises(traitlets.TraitError, match="10,000"):
        CaseEditor().text = "x" * 10_001


def test_another_issue_comes_with_a_line_for_each_party_and_the_case_stays_whole():
    widget = CaseEditor()
    for number in (1, 2):
        widget.doing = "issue"
        assert widget.picture["problems"] == []
        assert [issue.name for issue in widget.case.issues] == ["time", "washing up", "new issue 1", "new issue 2"][
            : 2 + number
        ]
    widget.text = "title = 3"
    widget.doing = "issue"
    assert (widget.text, widget.doing) == ("title = 3", "")


def test_the_case_can_be_negotiated_at_the_table():
    case = sound_case_editor().case
    assert case == load_case("apple-juice")
    assert NegotiationTable(case, "press", prepare=False).session.case == case


def test_what_is_saved_is_read_by_the_check_and_opened_by_its_name(browser: Browser, tmp_path: Path, capsys):
    with widget_page(browser, sound_case_editor()) as page:
        with page.expect_download() as downloaded:
            page.get_by_role("button", name="Save the case").press("Enter")
        file = tmp_path / downloaded.value.suggested_filename
        downloaded.value.save_as(file)
    assert file.name == "three-thousand-crates-of-apple-juice.toml"
    assert main(["case", "check", str(file)]) == 0
    assert "passed: a trade" in capsys.readouterr().out
    look_for_cases_in(tmp_path)
    try:
        assert load_case(file.stem) == parse_case(file.read_text("utf-8"), "x") == load_case("apple-juice")
    finally:
        look_for_cases_in(None)


def test_a_page_writes_numbers_as_the_language_does(browser: Browser, monkeypatch):
    monkeypatch.setattr(module, "_spoken", ["de"])
    with widget_page(browser, CaseEditor()) as page:
        expect(page.get_by_text("Bis zu 10.000 Zeichen")).to_be_visible()


def test_what_is_wrong_is_said_while_somebody_types(browser: Browser):
    with widget_page(browser, _kitchen_case_editor()) as page:
        expect(page.get_by_role("img")).to_be_visible()
        area = page.get_by_label("Your case", exact=True)
        area.focus()
        page.keyboard.press("ControlOrMeta+Home")
        page.keyboard.type("x")
        expect(page.get_by_role("list", name="To mend")).to_contain_text("'xtitle' is not a field here")
        expect(page.get_by_role("status").first).to_contain_text("One thing has to be put right")
        expect(page.get_by_role("img")).to_be_hidden()
        page.get_by_role("button", name="Line 1", exact=True).press("Enter")
        expect(area).to_be_focused()
        assert area.evaluate("(text) => text.value.slice(text.selectionStart, text.selectionEnd)").startswith("xtitle")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Delete")
        expect(page.get_by_role("list", name="The five checks")).to_contain_text("Not yet: a deal")
        page.get_by_role("button", name="Add an issue").press("Enter")
        expect(page.locator(".bp-table")).to_contain_text("new issue 1")
