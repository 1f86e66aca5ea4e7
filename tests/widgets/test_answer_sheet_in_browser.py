"""The answer sheets on a plain page in Chromium: filled in by keyboard, written into a cell that stands beside them."""

import pytest
from biggerpie.negotiation import load_case
from biggerpie.widgets import LabelSheet, LinkSheet, NumberSheet, PackageBuilder, PackagesSheet
from playwright.sync_api import Browser, Page, expect

from ..plain_page import widget_page
from .states.answer_sheet import link_sheet

CELL = """([source, before, readOnly, property, place]) => {
  const notebook = document.querySelector("main");
  notebook.classList.add("jp-Notebook");
  const cell = document.createElement("div");
  cell.className = "jp-CodeCell";
  cell.innerHTML = '<div class="jp-InputArea"><div class="cm-content"></div></div>';
  const dom = cell.querySelector(".cm-content");
  const doc = () => ({ toString: () => window.source, length: window.source.length });
  const dispatch = ({ changes: { from, to, insert } }) => {
    window.source = window.source.slice(0, from) + insert + window.source.slice(to);
  };
  window.source = source;
  const view = { dom, contentDOM: dom, dispatch, focus: () => {}, state: { readOnly, get doc() { return doc(); } } };
  dom[property] = place === "newer" ? { root: { view } } : { view };
  if (before) notebook.prepend(cell);
  else notebook.append(cell);
}"""


def add_cell(page: Page, source: str, *, before=False, locked=False, editor=("cmTile", "newer")) -> None:
    """Put a cell with an editor like CodeMirror's before or after the widget."""
    page.evaluate(CELL, [source, before, locked, *editor])


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("editor", [("cmTile", "newer"), ("cmView", "older")])
def test_a_form_filled_in_by_keyboard_is_written_into_its_cell(browser: Browser, job_offer, editor):
    with widget_page(browser, LabelSheet(job_offer)) as page:
        add_cell(page, "%%answer labels\nsalary:\n", editor=editor)
        page.get_by_label("salary").focus()
        for key in ("d", "Tab", "i", "Tab", "c"):
            page.keyboard.press(key)
        expect(page.get_by_text("Filled in: 3 of 6.").first).to_be_visible()
        press(page, "Write and check")
        expect(page.get_by_text("Written into the cell below. Now run that cell").first).to_be_visible()
        expect(page.get_by_role("status").first).to_contain_text("Written into the cell below")
        assert page.evaluate("window.source").splitlines()[1:4] == [
            "salary: distributive",
            "days at home: integrative",
            "start date: compatible",
        ]
        page.get_by_label("mentoring").select_option("compatible")
        expect(page.locator("p.bp-says")).to_be_empty()


def test_a_cell_above_is_called_so(browser: Browser, job_offer):
    with widget_page(browser, LabelSheet(job_offer)) as page:
        add_cell(page, "\n%%answer  labels \nsalary: distributive", before=True)
        expect(page.get_by_label("salary")).to_have_value("distributive")
        press(page, "Write and check")
        expect(page.get_by_text("Written into the cell above").first).to_be_visible()


@pytest.mark.parametrize(
    ("source", "locked", "sentence"),
    [
        (
            "%%answer labels_of_others\nsalary: distributive",
            False,
            "No cell that begins with %%answer labels is within",
        ),
        ("# %%answer labels", False, "No cell that begins with %%answer labels is within"),
        ("%%answer labels\nsalary: distributive", True, "The answer cell is locked, so nothing was written."),
    ],
)
def test_another_cell_or_a_locked_one_is_left_alone(browser: Browser, job_offer, source, locked, sentence):
    with widget_page(browser, LabelSheet(job_offer)) as page:
        add_cell(page, source, locked=locked)
        page.get_by_label("mentoring").select_option("compatible")
        press(page, "Write and check")
        expect(page.locator("p.bp-says")).to_contain_text(sentence)
        expect(page.get_by_role("textbox")).to_be_visible()
        assert page.evaluate("window.source") == source


def test_the_first_reading_waits_for_the_cell_and_changes_nothing_in_it(browser: Browser, job_offer):
    with widget_page(browser, LabelSheet(job_offer)) as page:
        page.get_by_label("salary").select_option("compatible")
        source = "%%answer labels\n# my remark\nsalary: distributive\nmentoring: integrative\nmentring: integrative"
        add_cell(page, source)
        expect(page.get_by_label("mentoring")).to_have_value("integrative")
        expect(page.get_by_label("salary")).to_have_value("compatible")
        expect(page.locator("p.bp-says")).to_contain_text(
            "these lines stay just as they are: line 5, “mentring: integrative”."
        )
        assert page.evaluate("window.source") == source


def test_reading_again_takes_over_what_the_cell_says(browser: Browser, job_offer):
    with widget_page(browser, LabelSheet(job_offer)) as page:
        add_cell(page, "%%answer labels\nsalary:")
        page.get_by_label("salary").select_option("compatible")
        page.evaluate("window.source = '%%answer labels\\nsalary: distributive'")
        press(page, "Read from the cell")
        expect(page.get_by_label("salary")).to_have_value("distributive")
        expect(page.locator("p.bp-says")).to_have_text("This now shows what stands in the answer cell.")


def test_links_are_added_one_by_one_and_removed_by_keyboard(browser: Browser):
    sheet = LinkSheet(["peace", "quiet"], ["music", "company"])
    with widget_page(browser, sheet) as page:
        expect(page.locator("fieldset:visible")).to_have_count(1)
        first = page.get_by_role("group", name="Link 1").get_by_label("An interest of mine")
        first.focus()
        for key in ("2", "Tab", "1", "Tab"):
            page.keyboard.press(key)
        expect(page.get_by_text("Links: 0.").first).to_be_visible()
        page.keyboard.press("o")
        expect(page.get_by_text("Links: 1.").first).to_be_visible()
        expect(page.locator("fieldset:visible")).to_have_count(2)
        assert sheet.text == "%%answer links\nmine 2 + theirs 1: opposed"
        press(page, "Remove link 1")
        expect(page.locator("fieldset:visible")).to_have_count(1)
        expect(first).to_be_focused()
        assert sheet.text == "%%answer links"


def test_after_a_removal_the_links_behind_it_move_up(browser: Browser):
    sheet = link_sheet()
    with widget_page(browser, sheet) as page:
        press(page, "Remove link 1")
        expect(page.get_by_role("group", name="Link 1").get_by_label("An interest of mine")).to_have_value("2")
        assert sheet.text == "%%answer links\nmine 2 + theirs 1: different"


def test_what_is_filled_in_is_counted_at_once(browser: Browser, job_offer):
    with widget_page(browser, LabelSheet(job_offer)) as page:
        chosen = """() => {
          const list = document.querySelector("#place select");
          list.value = "integrative";
          list.dispatchEvent(new Event("change"));
          return document.querySelector("#place .bp-question").textContent;
        }"""
        assert page.evaluate(chosen) == "Filled in: 1 of 6."


def test_a_number_is_typed_and_no_key_leaves_the_form(browser: Browser):
    sheet = NumberSheet("moods", ["calm", "angry"])
    with widget_page(browser, sheet) as page:
        page.evaluate("document.addEventListener('keydown', (event) => (window.escaped = event.key))")
        page.get_by_label("calm").focus()
        page.keyboard.type("-12.5b")
        page.keyboard.press("Tab")
        expect(page.get_by_text("Filled in: 1 of 2.").first).to_be_visible()
        assert sheet.values == [["-12.5b", ""]]
        doubt = "'-12.5b' is not a number; write one such as 3, 0.5, -2 or 50 %."
        expect(page.get_by_role("status").first).to_contain_text(doubt)
        expect(page.get_by_label("calm")).to_have_accessible_description(doubt)
        page.get_by_label("calm").fill("0,8")
        page.keyboard.press("Tab")
        expect(page.get_by_text(doubt, exact=True)).to_have_count(0)
        assert sheet.values == [["0,8", ""]]
        assert page.evaluate("window.escaped") is None


def test_enter_in_the_only_number_keeps_it_and_leaves_the_page_as_it_is(browser: Browser):
    with widget_page(browser, NumberSheet("moods", ["calm"])) as page:
        page.get_by_label("calm").fill("7")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Filled in: 1 of 1.").first).to_be_visible()
        expect(page.get_by_label("calm")).to_have_value("7")
        assert "?" not in page.url


def test_the_tally_is_told_as_packages_grow(browser: Browser, job_offer):
    with widget_page(browser, PackagesSheet(job_offer, "candidate")) as page:
        second = page.get_by_role("group", name="Package 2")
        second.get_by_label("salary").select_option("60,000")
        expect(second.get_by_text("Worth 28 points to you.")).to_be_visible()
        expect(page.get_by_role("status").first).to_contain_text("Package 2: Settled so far: 1 of 6.")


def test_a_package_builder_writes_its_package(browser: Browser):
    widget = PackageBuilder(load_case("shared-garden"), "gardener", answer="offer")
    with widget_page(browser, widget) as page:
        add_cell(page, "%%answer offer\nquiet hours: until two")
        expect(page.get_by_label("until two")).to_be_checked()
        page.get_by_label("cut it down").check()
        press(page, "Write and check")
        expect(page.get_by_text("Written into the cell below").first).to_be_visible()
        lines = ["vegetable beds:", "quiet hours: until two", "pear tree: cut it down", "cost of the new tap:"]
        assert page.evaluate("window.source").splitlines() == ["%%answer offer", *lines]


FIELD = """() => {
  const page = document.querySelector("main");
  page.dataset.exercise = "";
  const node = document.createElement("div");
  node.dataset.answer = "labels";
  let text = "";
  const run = () => new Promise((done) => (window.finish = done));
  node.cell = { node, text: () => text, put: (now) => (text = now), isLocked: () => false, run, shown: async () => "" };
  page.append(node);
}"""


def test_who_goes_on_while_an_answer_is_checked_on_the_site_keeps_the_focus(browser: Browser, job_offer):
    with widget_page(browser, LabelSheet(job_offer)) as page:
        page.evaluate(FIELD)
        page.get_by_label("salary").select_option("distributive")
        press(page, "Write and check")
        page.wait_for_function("() => Boolean(window.finish)")
        page.get_by_label("days at home").focus()
        page.evaluate("async () => { window.finish(true); await new Promise(requestAnimationFrame) }")
        expect(page.get_by_label("days at home")).to_be_focused()
