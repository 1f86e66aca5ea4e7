"""`biggerpie show` tells all that was handed in, runs nothing of it, and changes nothing."""

import os
import re
import stat
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from biggerpie.grading.submission.printable import visible
from biggerpie.grading.submission_page.handed_in import Place
from biggerpie.grading.submission_page.page_file import page_name
from biggerpie.grading.submission_page.pictures import Album
from biggerpie.lessons.command_line import main
from playwright.sync_api import Browser

from ...browser import screenshot_folder
from ..similarity.small_class import EXERCISE
from .conftest import ODD, picture


def words_of(page: str) -> str:
    """What is read on a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2])).split())


def test_the_page_shows_answers_as_written_and_as_marking_reads_them(show):
    said = words_of(show("lu"))
    assert "Answer: package (code) %%answer package fee: " in said
    assert "mark-labels: 6 of 6 issues labelled" in said
    assert "points for you; your alternative is worth 34" in said


def test_changed_deleted_and_invented_cells_are_pointed_out(show):
    said = words_of(show(ODD))
    assert "mark-package (code) The student changed this locked cell. Marking uses the exercise's own text." in said
    assert "Answer: trade (code) The student deleted this cell. Marking puts it back." in said
    assert "Cell of the student's own that is called '<i>' (raw text)" in said


def test_what_stands_as_it_was_handed_out_is_not_said_to_be_the_students(show):
    page = show("nat")
    assert page.count("as it was handed out") > 12
    assert "changed this locked cell" not in page
    assert "Cell of the student's own" not in page


def test_hidden_tests_do_not_make_a_cell_look_changed(show):
    assert "### BEGIN HIDDEN TESTS" not in show(ODD)


def test_all_files_are_listed_and_no_link_is_followed(show):
    said = words_of(show(ODD))
    assert "gradebook link, not followed" in said
    assert "pipe no file (a pipe, socket or device)" in said
    assert "What lies in the submission's folder, and 106 more" in said
    assert "root:" not in said


@pytest.mark.parametrize(
    ("student", "sentence"),
    [
        ("jo", "exercise.ipynb is not a notebook (it is not JSON)"),
        ("zip", "How the file begins PK␃␄ no notebook"),
        ("lin", "This submission is a link to another place, so it was not followed."),
    ],
)
def test_what_cannot_be_read_is_said_and_its_beginning_shown(show, student, sentence):
    assert sentence in words_of(show(student))


def test_nothing_of_the_submission_becomes_markup(show):
    page = show(ODD)
    tags: set[str] = set()
    attributes: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            tags.add(tag)
            attributes.update(name for name, _ in attrs)

    Reader().feed(page)
    assert not tags & {"script", "svg", "iframe", "object", "embed", "a", "link", "form", "b", "i"}
    assert not [name for name in attributes if name.startswith("on")]
    assert set(re.findall(r'\b(?:src|href)="([^"]{10})', page)) == {"data:image"}
    assert "{{ 7*7 }}" in unescape(page)


def test_the_page_loads_nothing_runs_nothing_and_is_accessible(show, browser: Browser, tmp_path):
    show(ODD)
    file = next((tmp_path / "out").glob("*.html"))
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        requested: list[str] = []
        page = context.new_page()
        page.on("request", lambda request, to=requested: to.append(request.url[:30]))
        page.goto(file.as_uri())
        assert [url for url in requested if not url.startswith("data:image/png")] == [file.as_uri()[:30]]
        assert page.title() == f"{ODD}: {EXERCISE}"
        assert Axe().run(page).violations_count == 0
        page.screenshot(path=screenshot_folder() / f"safe-page-{scheme}.png", full_page=True)
        context.close()


def test_the_browser_would_refuse_a_script_that_got_in(show, browser: Browser, tmp_path):
    show("ada")
    file = next((tmp_path / "out").glob("*.html"))
    hurt = '<script>document.title = "hurt"</script><img src="x.png"><img src=y onerror="document.title = \'hurt\'">'
    file.write_text(file.read_text(encoding="utf-8").replace("</body>", f"{hurt}</body>"), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.title() == f"ada: {EXERCISE}"
    page.close()


def test_nothing_in_submitted_is_changed_and_only_the_owner_reads_the_page(course, capsys):
    before = _state(course / "submitted")
    assert main(["show", ODD, "--course", str(course), "--no-browser"]) == 0
    file = Path(capsys.readouterr().out.strip())
    assert file.parent == course / ".biggerpie" / "shown"
    assert _state(course / "submitted") == before
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_everybodys_pages_are_listed(show, browser: Browser, tmp_path, course, capsys):
    assert main(["show", "--all", "--course", str(course), "--into", str(tmp_path), "--no-browser"]) == 0
    said = capsys.readouterr().out
    written = [file for file in tmp_path.glob("*.html") if file.name != "submissions.html"]
    assert said == f"{len(written)} pages, listed in {tmp_path / 'submissions.html'}\n"
    assert len(written) > 10
    page = browser.new_page()
    page.goto((tmp_path / "submissions.html").as_uri())
    assert Axe().run(page).violations_count == 0
    page.get_by_role("link", name=re.compile("^ada")).click()
    assert page.title() == f"ada: {EXERCISE}"
    page.close()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["adda"], "'adda' has handed in nothing; did you mean 'ada'?"),
        (["ada", "1-both-can-gain"], "'1-both-can-gain' was not handed in by 'ada'; did you mean '01-both-can-gain'?"),
        (["qqq"], "'qqq' has handed in nothing; there is '<b>odd', 'ada', "),
        ([], "write whose work to show"),
        (["a", "b", "c"], "write whose work to show"),
        (["--all", "a", "b"], "write whose work to show"),
    ],
)
def test_a_wrong_word_is_answered_with_a_sentence(course, capsys, words, sentence):
    assert main(["show", *words, "--course", str(course), "--no-browser"]) == 2
    assert sentence in capsys.readouterr().err


def test_the_page_is_opened_unless_asked_not_to(course, tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert main(["show", "ada", "--course", str(course), "--into", str(tmp_path)]) == 0
    assert opened == [(tmp_path / f"ada--{EXERCISE}.html").as_uri()]


def test_every_student_has_a_file_of_a_plain_name():
    students = [
        "ada",
        "Ada.",
        "..",
        "a/b",
        "a b",
        "\udcff\udcfe",
        "x" * 300,
        "x" * 299,
        "<b>",
        "%3Cb%3E",
        "_3Cb_3E",
        "~",
    ]
    names = [page_name(Place(student, EXERCISE, Path())) for student in students]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[\w-][\w.-]{1,160}\.html", name, re.ASCII) for name in names), names


def test_a_picture_is_embedded_once_and_what_is_none_never():
    album = Album()
    shown = album.of_cell({"a": {"image/png": picture()}, "b": {"image/png": [picture()]}})
    assert [(one.number, bool(one.address)) for one in shown] == [(1, True), (1, False)]
    (other,) = album.of_cell({"a": {"image/png": picture(7)}})
    assert other.number == 2
    for wrong in ("PHN2Zz4=", "", "*", 7, None, {"a": 1}, ["\ud800"], "A" * 20_000_000):
        (one,) = album.of_cell({"x": {"image/png": wrong}})
        assert one.why_not.endswith("so it is not shown.")
    assert album.of_cell({str(n): {} for n in range(900)})[-1].why_not == "860 more attachments are not shown."


def test_letters_that_steer_are_made_visible():
    assert visible("a\x1b[31m\x00\x7f\tb\n") == "a␛[31m␀␡\tb\n"
    assert visible("\u202etxt") == "[U+202E]txt"
    assert visible("\udcff") == "\\udcff"


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    found = [Path(place) / name for place, folders, files in os.walk(folder) for name in (*folders, *files)]
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_size) for path in found}
