"""The text box for a written answer on a plain page, with a Markdown cell like JupyterLab's beside it."""

import pytest
from biggerpie.answers.another_case import Keep, begin_another_case
from biggerpie.widgets import WrittenAnswer
from playwright.sync_api import Browser, Page, expect

from ..plain_page import widget_page

BLANK = "YOUR ANSWER HERE"
CELL = """([source, name, readOnly]) => {
  const notebook = document.querySelector("main");
  notebook.classList.add("jp-Notebook");
  const cell = document.createElement("div");
  cell.className = "jp-MarkdownCell";
  cell.innerHTML = '<div class="jp-InputArea"><div class="cm-content"></div></div>';
  const dom = cell.querySelector(".cm-content");
  const metadata = { toJSON: () => ({ nbgrader: { grade_id: name } }) };
  const conf = { ytext: { parent: new Map([["metadata", metadata]]) } };
  window.sources = { ...window.sources, [name]: source };
  window.changes = [];
  const doc = () => ({ toString: () => window.sources[name], length: window.sources[name].length });
  const dispatch = ({ changes }) => {
    const old = window.sources[name];
    window.sources[name] = old.slice(0, changes.from) + changes.insert + old.slice(changes.to);
    window.changes.push(changes);
  };
  const state = { readOnly, get doc() { return doc(); } };
  const view = { dom, contentDOM: dom, dispatch, plugins: [{ value: { conf } }], state };
  dom.cmTile = { root: { view } };
  notebook.append(cell);
}"""


def add_cell(page: Page, source: str = BLANK, name: str = "why", *, locked: bool = False) -> None:
    """Put a Markdown cell after the widget."""
    page.evaluate(CELL, [source, name, locked])


def wait_for_cell(page: Page, text: str, name: str = "why") -> None:
    page.wait_for_function("([name, text]) => window.sources[name] === text", arg=[name, text], timeout=5_000)


def begin_another(page: Page, widget: WrittenAnswer, keep: Keep) -> None:
    """Write one letter more, and let another case begin while Python hears of it, for this page tells no other way."""

    def begin(_: object) -> None:
        widget.unobserve(begin, "text")
        begin_another_case(keep)

    widget.observe(begin, "text")
    box(page).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("x")


def box(page: Page):
    return page.get_by_label("Your answer")


def test_each_letter_stands_in_the_cell_at_once_and_an_emptied_box_leaves_the_cell_blank(browser: Browser):
    widget = WrittenAnswer("why")
    with widget_page(browser, widget) as page:
        add_cell(page, "A text of somebody else", "other")
        add_cell(page)
        expect(page.get_by_text("What you write here stands in the answer cell at once")).to_be_visible()
        expect(box(page)).to_have_value("")
        box(page).press_sequentially("You need **time**.")
        wait_for_cell(page, "You need **time**.")
        box(page).press("Control+a")
        box(page).press("Delete")
        wait_for_cell(page, BLANK)
        wait_for_cell(page, "A text of somebody else", "other")


def test_what_stands_in_the_cell_is_shown_and_followed(browser: Browser):
    with widget_page(browser, WrittenAnswer("why")) as page:
        add_cell(page, "Typed before.\n\n![a picture](attachment:a.png)")
        expect(box(page)).to_have_value("Typed before.\n\n![a picture](attachment:a.png)")
        page.evaluate("window.sources.why = 'Typed in the cell.'")
        expect(box(page)).to_have_value("Typed in the cell.")
        assert page.evaluate("window.changes") == []


def test_a_text_written_before_the_cell_was_in_sight_is_joined_to_what_stands_there(browser: Browser):
    with widget_page(browser, WrittenAnswer("why")) as page:
        expect(page.get_by_text("The answer cell isn't within reach").first).to_be_visible()
        box(page).fill("Mine.")
        page.get_by_text("This text, to copy").press("Enter")
        expect(page.locator("details textarea")).to_have_value("Mine.")
        add_cell(page, "Theirs.")
        wait_for_cell(page, "Theirs.\n\nMine.")
        expect(box(page)).to_have_value("Theirs.\n\nMine.")
        expect(page.get_by_text("It stands above yours now").first).to_be_visible()
        box(page).press("End")
        box(page).press_sequentially("!")
        wait_for_cell(page, "Theirs.\n\nMine.!")


def test_a_box_shown_anew_takes_what_was_meanwhile_typed_in_the_cell_once(browser: Browser):
    widget = WrittenAnswer("why")
    widget.text = widget.agreed = "From yesterday."
    with widget_page(browser, widget) as page:
        add_cell(page, "From yesterday, mended in the cell.")
        expect(box(page)).to_have_value("From yesterday, mended in the cell.")
        assert page.evaluate("window.changes") == []


def test_a_locked_cell_is_left_alone_and_the_text_can_be_copied(browser: Browser):
    with widget_page(browser, WrittenAnswer("why")) as page:
        add_cell(page, locked=True)
        box(page).fill("Mine.")
        expect(page.get_by_text("The answer cell is locked").first).to_be_visible()
        wait_for_cell(page, BLANK)
        page.get_by_text("This text, to copy").press("Enter")
        expect(page.locator("details textarea")).to_have_value("Mine.")


@pytest.mark.parametrize(
    ("before", "after"), [("😀", "😁"), ("a😀b", "a😁b"), ("😀😀", "😀"), ("zz", "z"), ("", "é"), ("ab", "axb")]
)
def test_only_what_differs_is_changed_and_no_sign_is_cut_in_two(browser: Browser, before, after):
    with widget_page(browser, WrittenAnswer("why")) as page:
        add_cell(page, before)
        expect(page.get_by_text("stands in the answer cell at once")).to_be_visible()
        box(page).fill(after)
        wait_for_cell(page, after)
        for change in page.evaluate("window.changes"):
            assert change["insert"].encode("utf-16", "surrogatepass").decode("utf-16") == change["insert"]
            assert change["to"] - change["from"] <= len(before.encode("utf-16-le")) // 2


def test_a_long_text_is_held_whole_and_one_letter_more_changes_one_letter(browser: Browser):
    long = "word " * 2_400
    with widget_page(browser, WrittenAnswer("why"), width=390) as page:
        add_cell(page, long)
        expect(box(page)).to_have_value(long)
        box(page).focus()
        page.keyboard.press("Control+End")
        page.keyboard.type("x")
        wait_for_cell(page, f"{long}x")
        assert page.evaluate("window.changes") == [{"from": 12_000, "to": 12_000, "insert": "x"}]


def test_for_another_case_the_box_and_its_cell_are_emptied_and_the_text_is_put_aside(browser: Browser):
    widget, kept = WrittenAnswer("why"), []
    with widget_page(browser, widget) as page:
        add_cell(page, "For the first case.")
        expect(box(page)).to_have_value("For the first case.")
        begin_another(page, widget, lambda name, text: kept.append((name, text)))
        wait_for_cell(page, BLANK)
        expect(box(page)).to_have_value("")
        expect(page.get_by_text("This box is empty for another case").first).to_be_visible()
    assert kept == [("why", "For the first case.x")]


def test_what_cannot_be_put_aside_is_not_emptied(browser: Browser):
    def refuse(name: str, text: str) -> None:
        raise OSError(28, "No space left on device")

    widget = WrittenAnswer("why")
    with widget_page(browser, widget) as page:
        add_cell(page, "For the first case.")
        expect(box(page)).to_have_value("For the first case.")
        begin_another(page, widget, refuse)
        page.wait_for_timeout(800)
        wait_for_cell(page, "For the first case.x")
        expect(box(page)).to_have_value("For the first case.x")


def test_a_box_without_a_cells_name_is_refused():
    with pytest.raises(ValueError, match="name the answer's cell"):
        WrittenAnswer(" ")
