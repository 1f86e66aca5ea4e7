"""A learner alone does a part of exercise 1 in JupyterLab, marks a text, sees the total, and tries another case."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import cell_with, press, press_key
from .own_notebook import wait_until_saved
from .server import notebook_page, run_all

EXERCISE = "exercises/01-both-can-gain"
TEXT = "The fee matters most to me."


def sources(notebook: dict) -> dict[str, str]:
    """The text of each cell by its id."""
    return {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}


def ask_kofi(page: Page) -> None:
    """Ask all five questions, and come back to each answer until there's no time, which is once."""
    talk = cell_with(page, "FewQuestions(case")
    talk.scroll_into_view_if_needed()
    for count, about in enumerate(("Fee", "Rights period", "Delivery date", "Page size", "Reading tour"), 1):
        press_key(talk.get_by_role("button", name=f"{about}: "), "Enter")
        expect(talk.get_by_role("listitem").filter(has_text="They:")).to_have_count(count)
        expect(talk.get_by_role("listitem").last).to_be_focused()
    expect(talk.get_by_text("There's no time for another question.").first).to_be_visible()
    expect(cell_with(page, "%%answer asked")).to_contain_text("fifth: reading tour")
    press(talk.get_by_role("listitem").nth(2), "Come back to this (once)")
    expect(cell_with(page, "%%answer asked")).to_contain_text("once more: delivery date")
    press(talk, "Write and check")
    expect(cell_with(page, "check(asked")).to_contain_text("6 of 6 questions understood")
    talk.scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / "lab-few-questions.png")


def answer_and_mark(page: Page) -> None:
    """Ask, fill in the labels, write a text, and mark it."""
    ask_kofi(page)
    labels = cell_with(page, "LabelSheet(case")
    labels.scroll_into_view_if_needed()
    for number in range(6):
        labels.get_by_role("combobox").nth(number).select_option("integrative" if number else "compatible")
    press(labels, "Write and check")
    expect(labels.locator("p.bp-says")).to_contain_text("Written into the answer cell and checked")
    expect(cell_with(page, "check(labels)")).to_contain_text("Mark for this part")
    box = page.get_by_label("Your answer")
    box.scroll_into_view_if_needed()
    box.fill(TEXT)
    press_key(page.get_by_text("When you have written: how it would be marked", exact=True), "Enter")
    own = cell_with(page, "SelfMark(")
    for item, key in enumerate(("ArrowRight", *["Space"] * 4)):
        press_key(own.get_by_role("group", name=f"Item {item + 1}").get_by_role("radio").first, key)
    expect(own.get_by_text("You give yourself 5 of 20 marks.").first).to_be_visible()
    expect(own.locator("p.bp-says")).to_contain_text("of 100.")
    own.scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / "lab-self-mark.png")


def test_marks_are_summed_and_another_case_begins_with_empty_forms(lab: str, shelf: Path, browser: Browser):
    folder = shelf / "bigger-pie" / EXERCISE
    file = folder / "exercise.ipynb"
    with notebook_page(browser, lab, f"{EXERCISE}/exercise.ipynb") as page:
        run_all(page)
        answer_and_mark(page)
        saved = sources(wait_until_saved(page, file, lambda it: TEXT in str(it), "Control+s"))
        assert saved["why"] == TEXT
        assert "fee: compatible" in saved["labels"]
        assert "first: fee" in saved["asked"]
        another = page.get_by_role("button", name="Try another case")
        another.scroll_into_view_if_needed()
        press_key(another, "Enter")
        expect(page.get_by_text("Case 2 is ready")).to_be_visible()
        saved = sources(wait_until_saved(page, file, lambda it: TEXT not in str(it["cells"]), "Control+s"))
        assert saved["why"] == "YOUR ANSWER HERE"
        assert saved["labels"].splitlines()[2] == "fee:"
        assert saved["asked"].splitlines()[2:] == ["first:", "second:", "third:", "fourth:", "fifth:", "once more:"]
        expect(cell_with(page, "FewQuestions(case").get_by_text("Nothing has been said yet.")).to_be_visible()
        kept = (folder / "earlier-answers.md").read_text(encoding="utf-8")
        assert "## Case 1: labels" in kept
        assert "fee: compatible" in kept
        assert f"## Case 1: why\n\n{TEXT}" in kept
        page.screenshot(path=screenshot_folder() / "lab-another-case.png")
