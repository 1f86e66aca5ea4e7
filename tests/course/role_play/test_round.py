"""A round from seats to the page for the projector: sheets keep the other side's secrets, results come back."""

import re
from dataclasses import replace
from html import unescape

import pytest
from biggerpie.course.pairs import _write_pages
from biggerpie.course.role_play.blank_forms import write_blank_results
from biggerpie.course.role_play.codes import Place, codes, write_codes
from biggerpie.course.role_play.debrief import debrief_page
from biggerpie.course.role_play.filled_forms import FilledForm, read_results
from biggerpie.course.role_play.forms import forms
from biggerpie.course.role_play.outcome_files import outcomes_page
from biggerpie.course.role_play.outcomes import outcomes
from biggerpie.course.role_play.round_files import met_before, read_tables, round_folder, seated_so_far, write_tables
from biggerpie.course.role_play.sealing import letters_of, new_code, sealed_page
from biggerpie.course.role_play.sheets import printed, sheets
from biggerpie.course.role_play.versions import common_case, first_keys, version
from biggerpie.figures import Felt
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError, case_names, load_case, nash, zone_of_agreement
from playwright.sync_api import Browser, expect

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
    for side, one in enumerate(sheets([case], [("ada", "bo")])):
        own, other, page = case.parties[side], case.parties[1 - side], one.content
        shown = words(f"<body>{page}")
        for told in (own.brief, own.batna, case.story):
            assert " ".join(told.split()) in shown
        for kept in (other.brief, other.batna, *(interest.statement for interest in other.interests)):
            assert " ".join(kept.split()) not in shown
        points = [[int(found) for found in re.findall(r"<strong>(-?\d+)</strong>", row)] for row in page.split("<tr>")]
        assert [tuple(row) for row in points if row] == [tuple(row) for row in own.points]


def test_everybody_gets_a_sheet_and_ids_are_shown_as_letters():
    pages = {one.student: one.content for one in sheets([CASE] * 4, GROUPS)}
    assert list(pages) == ["ada", "bo", "=cy", "d<b>", "é", "f", "g", "h"]
    assert "d&lt;b&gt;" in pages["d<b>"]
    assert "you are the candidate" in pages["é"]
    assert "you are the employer" in pages["f"]
    assert "you are the employer" in pages["g"]
    assert "Nobody sits opposite" in pages["h"]
    assert forms(CASE, GROUPS).count("Signed") == 7


def test_a_sealed_page_tells_nothing_of_either_role():
    one, _ = sheets([CASE], [("ada", "bo")])
    shown = words(sealed_page(one, new_code(), CASE))
    assert "ada" in shown
    for party in CASE.parties:
        assert not any(told in shown for told in (party.brief[:40], party.batna[:40], f"you are the {party.name}"))


def test_codes_are_hard_to_guess_and_count_however_they_are_typed():
    drawn = {new_code() for _ in range(1000)}
    assert len(drawn) == 1000
    assert all(re.fullmatch(r"[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}", code) for code in drawn)
    assert letters_of(" K7M2Q X9FHW.") == letters_of("k7m2q-x9fhw")


def test_who_sits_where_they_sat_keeps_the_code(tmp_path):
    places = {"0012": Place(1, "candidate", "v1"), "bo": Place(1, "employer", "v1")}
    first = codes(tmp_path, places)
    write_codes(tmp_path, places, first)
    again = codes(tmp_path, {**places, "bo": Place(1, "candidate", "v2"), "cy": Place(2, "employer", "v1")})
    assert again["0012"] == first["0012"]
    assert again["bo"] != first["bo"]


def test_tables_and_results_come_back_as_they_were_written(tmp_path):
    folder = round_folder(tmp_path, "week-1")
    write_tables(folder, GROUPS, "job-offer", ["k1", "", "k3", ""])
    assert read_tables(folder) == (GROUPS, "job-offer", ["k1", "", "k3", ""])
    assert met_before(tmp_path, "week-2").knows("g", "é")
    assert not met_before(tmp_path, "week-1").partners
    write_blank_results(folder, CASE, [2, 2, 3, 1])
    assert read_results(folder, CASE) == {}
    best = nash(CASE).package
    lines = (folder / "results.csv").read_text().splitlines()
    assert [line[:6] for line in lines[1:]] == ["1,cand", "1,empl", "2,cand", "2,empl", "3,cand", "3,empl", "4,cand"]
    lines[1] = ",".join(["1,Candidate", *(f'"{option.upper()}"' for option in CASE.in_words(best).values())])
    lines[1] += ',6,,"We, at last, traded."'
    lines[4] = "2,employer,No Deal,,,,,,,3,"
    (folder / "results.csv").write_text("\n".join(lines))
    said, none = FilledForm(best, 6, None, "We, at last, traded."), FilledForm(None, None, 3, "")
    assert read_results(folder, CASE) == {1: (said, None), 2: (None, none)}
    write_blank_results(folder, CASE, [2, 2, 3, 1])
    assert read_results(folder, CASE), "what was typed in stays"


def test_no_id_leads_out_of_the_folder_of_sheets_or_stops_the_round(tmp_path):
    odd = ["../../forged", "x" * 250, "/tmp/forged", "a\\b"]
    folder, groups = tmp_path / "week-1", [("ada", odd[0]), (odd[1], odd[2], odd[3])]
    unsent, _ = _write_pages(folder, CASE, seated_so_far(folder), groups, ["", ""])
    assert unsent == odd
    assert [file.name for file in (tmp_path / "week-1" / "sheets").iterdir()] == ["ada.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["week-1"]
    assert "../../forged" in (tmp_path / "week-1" / "to-print.html").read_text(encoding="utf-8")


def test_a_round_of_before_versions_is_read(tmp_path):
    folder = round_folder(tmp_path, "week-1")
    folder.mkdir(parents=True)
    (folder / "tables.csv").write_text("table,case,first,second,third\n1,job-offer,ada,bo,\n")
    assert read_tables(folder) == ([("ada", "bo")], "job-offer", [""])


def test_columns_of_a_rounds_table_are_found_by_their_names(tmp_path):
    folder = round_folder(tmp_path, "week-1")
    folder.mkdir(parents=True)
    (folder / "tables.csv").write_text("Table,Version,Case,Second,First\n1,k1,job-offer,bo,ada\n2,k2,job-offer,,cy\n")
    assert read_tables(folder) == ([("ada", "bo"), ("cy",)], "job-offer", ["k1", "k2"])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (",,\n", "in the round 'week-1', tables.csv has nothing in any of its cells"),
        ("table,case,first\n1,pay-rise,ada\n", "week-1/tables.csv has no column 'second'; write it there, or seat"),
        ("1,pay-rise,ada,bo,,\n", "week-1/tables.csv has no column 'case'"),
    ],
)
def test_a_rounds_table_that_cannot_be_read_is_one_sentence_for_every_command(tmp_path, capsys, content, says):
    folder = round_folder(tmp_path, "week-1")
    folder.mkdir(parents=True)
    (folder / "tables.csv").write_text(content)
    for read in (lambda: read_tables(folder), lambda: met_before(tmp_path, "week-2")):
        with pytest.raises(NegotiationError, match=f"^{re.escape(says)}"):
            read()
    assert main(["debrief", "week-1", "--no-browser", "--course", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"biggerpie: {says}")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f"{'9' * 5000},candidate,1,2,3,4,5,6,,,", "names no table; write its number"),
        ("1,candidate,1,2,3,4,5,6,,,", r"line 2 of week-1/results\.csv: '1' is not an option of 'salary'"),
        ("x,candidate,no deal,,,,,,,,", "line 2 .* names no table"),
        ("1,boss,no deal,,,,,,,,", "line 2 .*: 'boss' is no role of this case; write candidate or employer"),
        ("1,candidate,no deal,,,,,,8,,", "line 2 .*: '8' is no rating from 1 to 7"),
        ("1,candidate,no deal,,,,,,,very,", "line 2 .*: 'very' is no rating from 1 to 7"),
        ('1,candidate,"56,000",,,,,,,,', "'' is not an option of 'days at home'"),
        ("1,employer,no deal,,,,,,,,\n1,employer,no deal,,,,,,,,", "line 3 .* is a second form of the employer"),
    ],
)
def test_a_result_that_cannot_be_read_is_named_with_its_line(tmp_path, line, says):
    folder = round_folder(tmp_path, "week-1")
    write_blank_results(folder, CASE, [2])
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
    with pytest.raises(NegotiationError, match="no table is counted yet"):
        debrief_page(CASE, [])


def test_a_debrief_without_a_zone_of_agreement_says_what_is_left_out():
    ends = [(party, sum(map(max, party.points))) for party in CASE.parties]
    case = replace(CASE, parties=tuple(replace(party, reservation_value=best) for party, best in ends))
    assert not zone_of_agreement(case)
    page = debrief_page(case, TABLES)
    assert page.count("<svg") == page.count("<table>") == page.count('class="ask"') == 4
    assert "No package here leaves both sides as well off as having no deal" in words(page)
    assert "Who saw that no deal is better" in words(page)
    assert "No package here leaves both sides as well off" not in words(debrief_page(CASE, TABLES))


def test_a_debrief_of_versions_calls_issues_by_their_points_and_says_so():
    case = load_case("pay-rise")
    keys = first_keys(case, 3)
    played = [version(case, key) for key in keys]
    tables = [Felt(one.common(one.case.compromise), (5, 5), (None, None)) for one in played]
    page = words(debrief_page(common_case(case, keys), tables, by_points=True))
    assert "Every table had a version of its own" in page
    assert all(issue.name in page for issue in common_case(case, keys).issues)
    assert "Every table had a version of its own" not in words(debrief_page(CASE, TABLES))


def test_pages_ask_for_nothing_and_show_no_fault_to_axe(browser: Browser, tmp_path):
    from axe_playwright_python.sync_playwright import Axe

    all_sheets = [*sheets([CASE] * 4, GROUPS)]
    told = {1: (FilledForm(CASE.compromise, 4, 5, "A memo."),) * 2, 2: (FilledForm(None, 4, 5, ""), None)}
    pages = {"to-print": printed(CASE, all_sheets), "forms": forms(CASE, GROUPS)}
    pages["debrief"] = debrief_page(CASE, TABLES)
    pages["outcomes"] = outcomes_page(CASE, outcomes([CASE] * 4, GROUPS, told))
    pages["sealed"] = sealed_page(all_sheets[0], "k7m2q-x9fhw", CASE)
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


def test_a_sealed_page_opens_by_its_code_alone_and_then_holds_its_own_side(browser: Browser, tmp_path):
    one, _ = sheets([CASE], [("ada", "bo")])
    file = tmp_path / "ada.html"
    file.write_text(sealed_page(one, "k7m2q-x9fhw", CASE), encoding="utf-8")
    shown = browser.new_page()
    wrong: list[str] = []
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.on("console", lambda message: wrong.append(message.text))
    shown.goto(file.as_uri())
    shown.get_by_label("Code").fill("k7m2q-x9fhv")
    shown.get_by_label("Code").press("Enter")
    expect(shown.get_by_role("alert")).to_contain_text("That isn’t the code")
    assert shown.get_by_label("Code").evaluate("field => field === document.activeElement")
    shown.get_by_label("Code").fill("K7M2Q X9FHW")
    shown.get_by_role("button", name="Open").click()
    heading = shown.get_by_role("heading", name="you are the candidate")
    expect(heading).to_be_focused()
    assert words(f"<body>{shown.content()}").count(" ".join(CASE.parties[1].batna.split())) == 0
    assert " ".join(CASE.parties[0].batna.split()) in " ".join(shown.inner_text("main").split())
    shown.screenshot(path=screenshot_folder() / "role-play-opened.png", full_page=True)
    assert not wrong
    shown.close()
