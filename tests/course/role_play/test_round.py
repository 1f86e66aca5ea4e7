"""A round from seats to the page for the projector: sheets keep the other side's secrets, results come back."""

import re
from html import unescape

import pytest
from biggerpie.course.role_play.debrief import debrief_page
from biggerpie.course.role_play.round_files import (
    met_before,
    read_results,
    read_tables,
    round_folder,
    write_blank_results,
    write_tables,
)
from biggerpie.course.role_play.sheets import forms, sheets
from biggerpie.figures import Felt
from biggerpie.negotiation import NegotiationError, case_names, load_case, nash
from playwright.sync_api import Browser

from ...browser import screenshot_folder

CASE = load_case("job-offer")
TABLES = [
    Felt(nash(CASE).package, (6, None), (5, None)),
    Felt(CASE.compromise, (4, 6), (3, None)),
    Felt(None, (2, None), (None, 3)),
]
GROUPS = [("ada", "bo"), ("=cy", "d<b>"), ("é", "f", "g"), ("h",)]


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<body")[2])).split())


@pytest.mark.parametrize("name", [name for name in case_names() if len(load_case(name).parties) == 2])
def test_a_sheet_holds_its_own_side_and_nothing_of_the_others(name):
    case = load_case(name)
    for side, (_, page) in enumerate(sheets(case, [("ada", "bo")])):
        own, other = case.parties[side], case.parties[1 - side]
        shown = words(page)
        for told in (own.brief, own.batna, case.story):
            assert " ".join(told.split()) in shown
        for kept in (other.brief, other.batna, *(interest.statement for interest in other.interests)):
            assert " ".join(kept.split()) not in shown
        points = [[int(found) for found in re.findall(r"<strong>(-?\d+)</strong>", row)] for row in page.split("<tr>")]
        assert [tuple(row) for row in points if row] == [tuple(row) for row in own.points]


def test_everybody_gets_a_sheet_and_ids_are_shown_as_letters():
    pages = dict(sheets(CASE, GROUPS))
    assert list(pages) == ["ada", "bo", "=cy", "d<b>", "é", "f", "g", "h"]
    assert "d&lt;b&gt;" in pages["d<b>"]
    assert "you are the candidate" in pages["é"]
    assert "you are the employer" in pages["f"]
    assert "you are the employer" in pages["g"]
    assert "Nobody sits opposite" in pages["h"]
    assert forms(CASE, GROUPS).count("Signed") == 4


def test_tables_and_results_come_back_as_they_were_written(tmp_path):
    folder = round_folder(tmp_path, "week-1")
    write_tables(folder, GROUPS, "job-offer")
    assert read_tables(folder) == (GROUPS, "job-offer")
    assert met_before(tmp_path, "week-2").knows("g", "é")
    assert not met_before(tmp_path, "week-1").partners
    write_blank_results(folder, CASE, 4)
    assert read_results(folder, CASE) == {}
    best = nash(CASE).package
    lines = (folder / "results.csv").read_text().splitlines()
    lines[1] = ",".join(["1", *(f'"{option.upper()}"' for option in CASE.in_words(best).values())])
    lines[1] += ",6,,,3"
    lines[3] = "3,No Deal,,,,,,,,,"
    (folder / "results.csv").write_text("\n".join(lines))
    nothing = (None, None)
    assert read_results(folder, CASE) == {1: Felt(best, (6, None), (None, 3)), 3: Felt(None, nothing, nothing)}
    write_blank_results(folder, CASE, 4)
    assert read_results(folder, CASE), "what was typed in stays"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("1,1,2,3,4,5,6,,,,", r"line 2 of week-1/results\.csv: '1' is not an option of 'salary'"),
        ("x,no deal,,,,,,,,,", "line 2 .* names no table"),
        ("1,no deal,,,,,,8,,,", "line 2 .*: '8' is no rating from 1 to 7"),
        ("1,no deal,,,,,,,,very,", "line 2 .*: 'very' is no rating from 1 to 7"),
        ('1,"56,000",,,,,,,,,', "'' is not an option of 'days at home'"),
    ],
)
def test_a_result_that_cannot_be_read_is_named_with_its_line(tmp_path, line, says):
    folder = round_folder(tmp_path, "week-1")
    write_blank_results(folder, CASE, 1)
    heading = (folder / "results.csv").read_text().splitlines()[0]
    (folder / "results.csv").write_text(f"{heading}\n{line}\n")
    with pytest.raises(NegotiationError, match=says):
        read_results(folder, CASE)


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "x" * 70])
def test_a_round_is_called_by_a_plain_name(tmp_path, name):
    with pytest.raises(NegotiationError, match="cannot be a round's name"):
        round_folder(tmp_path, name)


def test_the_debrief_names_nobody_and_has_a_table_and_a_question_for_each_picture():
    page = debrief_page(CASE, TABLES)
    assert page.count("<svg") == page.count("<table>") == page.count('class="ask"') == 5
    assert "2 of 3 tables agreed" in words(page)
    assert "felt treated 4.0 on average, the employer 6.0. Guesses about the other were off by 2.0" in words(page)
    unsaid = [Felt(table.deal, (None, None), (None, None)) for table in TABLES]
    assert debrief_page(CASE, unsaid).count("<svg") == 4
    assert debrief_page(CASE, unsaid[2:]).count("<svg") == 2
    with pytest.raises(NegotiationError, match="no table has a result yet"):
        debrief_page(CASE, [])


def test_pages_ask_for_nothing_and_show_no_fault_to_axe(browser: Browser, tmp_path):
    from axe_playwright_python.sync_playwright import Axe

    pages = {"sheet": dict(sheets(CASE, GROUPS))["ada"], "forms": forms(CASE, GROUPS)}
    pages["debrief"] = debrief_page(CASE, TABLES)
    for name, content in pages.items():
        file = tmp_path / f"{name}.html"
        file.write_text(re.sub(r"<meta http-equiv[^>]*>", "", content), encoding="utf-8")  # axe is a script
        for width, scheme in ((1280, "light"), (360, "dark")):
            shown = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
            asked: list[str] = []
            shown.on("request", lambda request, asked=asked: asked.append(request.url))
            shown.goto(file.as_uri())
            assert asked == [file.as_uri()]
            shown.screenshot(path=screenshot_folder() / f"role-play-{name}-{width}.png", full_page=True)
            assert shown.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
            assert not Axe().run(shown).response["violations"], (name, width)
            shown.close()
