"""Every picture says the same as figure, SVG, table and sentence, in every language and theme, without a network."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import biggerpie.figures
import pytest
from biggerpie.figures import (
    Felt,
    Picture,
    belief_over_time,
    class_deals,
    created_and_claimed,
    felt_treatment,
    offers_in_the_plane,
    page_of,
    payoff_plane,
    spread_of_marks,
    standings_picture,
    value_missed,
)
from biggerpie.figures.theme import palette
from biggerpie.negotiation import Case, NegotiationError, load_case, losses, nash, slack
from biggerpie.negotiation.table import Outcome, Session, matches, meet, played, standings, talk_between
from playwright.sync_api import Browser, Page

WORDS = Path(biggerpie.figures.__file__).parent / "words"
LANGUAGES = sorted(file.stem for file in WORDS.glob("*.toml"))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def apple_juice() -> Case:
    return load_case("apple-juice")


@pytest.fixture(scope="module")
def session(apple_juice) -> Session:
    return talk_between(apple_juice, (meet("plain-dealer", 1), meet("plain-dealer", 2)))


def played_by(session: Session) -> list[Outcome]:
    """A small tournament."""
    return [played(match) for match in matches(["plain-dealer"], [session.case, load_case("shared-garden")])]


DEALS = [load_case("apple-juice").compromise, *[nash(load_case("apple-juice")).package] * 2, None]

FELT = [Felt(deal, (place + 2, None if place else 6), (5, 3)) for place, deal in enumerate(DEALS)]

ALL: dict[str, Callable[[Session, str], Picture]] = {
    "plane": lambda session, language: payoff_plane(session.case, session.agreement, language=language),
    "marks": lambda session, language: spread_of_marks(session.case, language=language),
    "dance": lambda session, language: offers_in_the_plane(session, language=language),
    "belief": lambda session, language: belief_over_time(session, "chain", language=language),
    "class": lambda session, language: class_deals(session.case, DEALS, language=language),
    "created": lambda session, language: created_and_claimed(session.case, DEALS[:3], language=language),
    "felt": lambda session, language: felt_treatment(session.case, FELT, language=language),
    "missed": lambda session, language: value_missed(session.case, DEALS[:3], language=language),
    "standings": lambda session, language: standings_picture(standings(played_by(session)), language=language),
}


@pytest.fixture(params=ALL)
def picture(request, session) -> Picture:
    return ALL[request.param](session, "en")


@pytest.mark.parametrize("dark", [False, True])
def test_plotly_takes_the_figure_as_it_is_and_finds_every_colour_in_the_theme(picture, dark):
    figure = picture.figure(dark=dark)
    colours = {value for name in palette(dark=dark).__slots__ if (value := getattr(palette(dark=dark), name))}
    named = set(re.findall(r"#[0-9a-f]{6}\b|rgba\([^)]*\)", figure.to_json().split('"template"')[0]))
    assert named
    assert named <= colours


@pytest.mark.parametrize("dark", [False, True])
def test_the_svg_has_a_mark_for_everything_that_plotly_draws(picture, dark):
    root = ElementTree.fromstring(picture.svg(dark=dark))
    assert root.get("role") == "img"
    assert root.get("aria-label") == picture.sentence
    data = picture.figure(dark=dark).data
    samples = [trace for trace in data if trace.type == "scatter" and "markers" in trace.mode]
    circles = sum(len(t.x) + 1 for t in samples if (t.marker.symbol or "circle") == "circle")
    assert len(root.findall(f"{SVG}circle")) == circles
    others = sum(len(t.x) + 1 for t in samples if (t.marker.symbol or "circle") != "circle")
    bars = [trace for trace in data if trace.type == "bar"]
    assert len(root.findall(f"{SVG}polygon")) == others + len(bars)
    lines = [trace for trace in data if trace.type == "scatter" and "lines" in trace.mode]
    assert len(root.findall(f"{SVG}polyline")) == len(lines)
    assert sum(len(bar.x) for bar in bars) == len(root.findall(f"{SVG}rect")) - len(
        [s for s in picture.figure().layout.shapes if s.type == "rect"]
    )
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert {trace.name for trace in data} <= set(texts)
    assert {picture.figure().layout.xaxis.title.text, picture.figure().layout.yaxis.title.text} - {""} <= set(texts)


def test_a_place_in_the_svg_is_where_the_value_lies_on_its_axes(session):
    picture = payoff_plane(session.case, session.agreement)
    root = ElementTree.fromstring(picture.svg())
    ticks = {t.text: float(t.get("x")) for t in root.iter(f"{SVG}text") if t.get("text-anchor") == "middle"}
    (edge,) = root.findall(f"{SVG}polyline")
    places = [tuple(map(float, place.split(","))) for place in edge.get("points").split()]
    frontier = picture.figure().data[1]
    per_point = (ticks["100"] - ticks["0"]) / 100
    assert [round((x - ticks["0"]) / per_point) for x, _ in places] == list(frontier.x)
    assert [y for _, y in places] == sorted((y for _, y in places), reverse=places[0][1] > places[-1][1])


def opened(pictures: list[Picture], file: Path, browser: Browser, *, still: bool) -> tuple[Page, list[str]]:
    """A page with these pictures, and the addresses that it asked for."""
    file.write_text(page_of(pictures, still=still), encoding="utf-8")
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    drawn = "svg[role=img]" if still else ".js-plotly-plot .legend"
    page.wait_for_function(f"document.querySelectorAll('{drawn}').length >= {len(pictures)}")
    return page, asked


@pytest.fixture(scope="module")
def plotlys_page(session, tmp_path_factory, browser) -> Iterator[tuple[Page, list[str]]]:
    """The page on which plotly draws all pictures."""
    pictures = [make(session, "en") for make in ALL.values()]
    page, asked = opened(pictures, tmp_path_factory.mktemp("page") / "page.html", browser, still=False)
    yield page, asked
    page.close()


def test_plotlys_page_asks_for_nothing_from_the_network(plotlys_page):
    page, asked = plotlys_page
    assert {url.partition(":")[0] for url in asked} <= {"file", "data", "blob"}
    assert page.locator("table").count() == len(ALL)


def test_a_still_page_asks_for_nothing_and_runs_no_script(session, tmp_path, browser):
    pictures = [make(session, "en") for make in ALL.values()]
    page, asked = opened(pictures, tmp_path / "page.html", browser, still=True)
    assert asked == [(tmp_path / "page.html").as_uri()]
    assert page.locator("script").count() == 0
    assert page.locator("table").count() == len(ALL)
    page.close()


def test_the_table_of_the_plane_has_the_payoffs_of_each_landmark(session):
    picture = payoff_plane(session.case, session.agreement)
    case, rows = session.case, {row[0]: row[2:] for row in picture.rows}
    assert picture.headings[2:] == ("points for the press", "points for the chain")
    assert rows["the middle of everything"] == case.payoffs(case.compromise)
    assert rows["the deal"] == case.payoffs(session.agreement)
    every = [case.payoffs(package) for package in case.packages()]
    assert rows["greatest sum"][0] + rows["greatest sum"][1] == max(map(sum, every))
    assert rows["best for the press"][0] == max(a for a, _ in every)


def test_seen_from_the_other_side_the_axes_change_places(apple_juice):
    here, there = payoff_plane(apple_juice), payoff_plane(apple_juice, party="chain")
    assert [row[:1:-1] for row in here.rows if not row[0].startswith("best for")] == [
        row[2:] for row in there.rows if not row[0].startswith("best for")
    ]
    assert there.figure().layout.xaxis.title.text == "points for the chain"


def test_a_deal_that_leaves_something_is_told_what_another_would_give(apple_juice):
    said = payoff_plane(apple_juice, apple_juice.compromise).sentence
    x, y = apple_juice.payoffs(apple_juice.compromise)
    found = re.search(rf"The deal gives {x} and {y}; another package would give (\d+) and (\d+)\.", said)
    a, b = map(int, found.groups())
    assert (a, b) in [apple_juice.payoffs(package) for package in apple_juice.packages()]
    assert a >= x
    assert b >= y
    assert (a, b) != (x, y)


def test_the_dance_has_every_offer_in_order_and_the_deal(session):
    picture = offers_in_the_plane(session)
    offers = [
        (number // 2 + 1, session.case.payoffs(package))
        for number, message in enumerate(session.said)
        for package in (message.offer.packages if message.offer else ())
    ]
    assert [(row[0], row[3:]) for row in picture.rows] == offers
    x, y = session.case.payoffs(session.agreement)
    assert picture.sentence.endswith(f"They agreed on {x} and {y}.")


def test_a_belief_begins_alike_for_all_issues_and_ends_with_the_truth(session):
    picture = belief_over_time(session, "press")
    assert len(set(picture.rows[0][1:])) == 1
    weights = session.case.party("chain").weights()
    assert picture.rows[-1][1:] == tuple(round(100 * weight / sum(weights)) for weight in weights)
    heard = sum((session.first + number) % 2 == 1 for number in range(len(session.said)))
    assert len(picture.rows) == heard + 2


def test_what_is_written_into_a_page_is_text_and_no_markup(session):
    hostile = Picture('<script>"', "<b>", ("<i>",), (("<u>",),), ALL["plane"](session, "en").draw)
    page = page_of([hostile], still=True)
    for mark in ("<script", "<b>", "<i>", "<u>"):
        assert mark not in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_every_picture_speaks_every_language(name, language, session):
    picture = ALL[name](session, language)
    english = ALL[name](session, "en")
    assert (picture.sentence == english.sentence) == (language == "en")
    assert re.findall(r"\d+", picture.sentence) == re.findall(r"\d+", english.sentence)
    assert f'lang="{language}"' in page_of([picture], still=True)


def test_a_picture_speaks_the_language_of_its_case():
    case = load_case("apple-juice", "de")
    assert payoff_plane(case).headings[0] == "was"
    assert payoff_plane(case).language == spread_of_marks(case).language == "de"
    assert payoff_plane(case, language="en").headings[0] == "what"


def test_parties_whose_names_are_english_are_called_by_their_people_in_other_languages():
    head = payoff_plane(load_case("school-holidays", "de")).headings
    assert head[-2:] == ("Punkte für Ngozi", "Punkte für Tomás")
    english = payoff_plane(load_case("school-holidays")).headings
    assert english[-2:] == ("points for the mother", "points for the father")
    cases = (load_case("apple-juice", "de"), load_case("butter-price", "de"))
    assert [party.person for case in cases for party in case.parties] == ["Inga und Pia", "Emil", "Salma", "Joaquín"]


def test_every_language_says_the_same_with_the_same_figures():
    assert len(LANGUAGES) > 1
    read = [tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8")) for language in LANGUAGES]
    shapes = [{key: sorted(re.findall(r"\{(\w+)", text)) for key, text in words.items()} for words in read]
    assert all(shape == shapes[0] for shape in shapes)
    with pytest.raises(NegotiationError, match="'xx' is not a language of the figures"):
        payoff_plane(load_case("apple-juice"), language="xx")


def test_plotly_is_imported_only_where_one_draws_with_it():
    code = (
        "import sys; from biggerpie.figures import payoff_plane; from biggerpie.negotiation import load_case\n"
        "p = payoff_plane(load_case('apple-juice')); p.svg(), p.text()\n"
        "assert 'IPython' not in sys.modules\n"
        "p._ipython_display_(); assert 'plotly' not in sys.modules\n"
        "p.figure(); assert 'plotly' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_standings_of_nobody_are_refused():
    with pytest.raises(NegotiationError, match="nobody has played yet"):
        standings_picture([])


def test_standings_show_each_mean_between_the_ends_of_its_interval(session):
    found = standings(played_by(session))
    trace = standings_picture(found).figure().data[0]
    assert list(trace.x) == [float(100 * one.won.mean) for one in found]
    assert [x - d for x, d in zip(trace.x, trace.error_x.arrayminus, strict=True)] == pytest.approx(
        [float(100 * one.won.low) for one in found]
    )
    assert standings_picture(found).rows[0][1] == found[0].talks


def test_a_notebook_shows_plotlys_figure_with_svg_beside_it_and_then_sentence_and_table(session, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda what, raw=False: shown.append((what, raw)))
    picture = ALL["plane"](session, "en")
    picture._ipython_display_()
    (bundle, raw), (words, _) = shown
    assert raw
    assert bundle["application/vnd.plotly.v1+json"]["data"][1]["name"] == "frontier"
    assert json.loads(json.dumps(bundle)) == json.loads(json.dumps(bundle, allow_nan=False))
    assert bundle["text/html"] == picture.svg()
    assert picture.sentence in bundle["text/plain"]
    assert picture.sentence in words.data
    assert picture.table_html() in words.data


def test_in_plotlys_page_no_word_stands_on_another(plotlys_page):
    page, _ = plotlys_page
    plots = page.eval_on_selector_all(
        ".js-plotly-plot",
        """plots => plots.map(plot => [...plot.querySelectorAll(
            ".legendtext, .xtitle, .ytitle, .xtick text, .ytick text")].map(word => {
                const box = word.getBoundingClientRect(); return [box.left, box.right, box.top, box.bottom] }))""",
    )
    assert len(plots) == len(ALL)
    for boxes in plots:
        assert len(boxes) > 4
        for place, (left, right, top, bottom) in enumerate(boxes):
            for other in boxes[:place]:
                assert right <= other[0] + 1 or other[1] <= left + 1 or bottom <= other[2] + 1 or other[3] <= top + 1


def test_the_class_is_counted_by_deal_and_what_was_missed_is_the_mean_of_all_deals(apple_juice):
    picture = class_deals(apple_juice, DEALS)
    counts = {row[2:]: row[0] for row in picture.rows}
    best, middle = nash(apple_juice).package, apple_juice.compromise
    assert counts == {apple_juice.payoffs(best): 2, apple_juice.payoffs(middle): 1}
    assert picture.sentence.startswith("3 of 4 tables agreed; 2 of the deals left nothing")
    assert f"leave {slack(apple_juice, middle) / 3:.1f} points" in picture.sentence
    assert class_deals(apple_juice, [None]).sentence == "None of 1 tables agreed."
    missed = dict(value_missed(apple_juice, [middle, best]).rows)
    both = zip(apple_juice.issues, losses(apple_juice, middle), losses(apple_juice, best), strict=True)
    assert missed == {issue.name: f"{(one + other) / 2:.1f}" for issue, one, other in both}


def test_what_a_deal_created_and_who_claimed_it_are_shares_of_gains(apple_juice):
    picture = created_and_claimed(apple_juice, DEALS[:3])
    least = apple_juice.reservation_values
    most = max(sum(apple_juice.payoffs(it)) for it in apple_juice.packages()) - sum(least)
    found = {}
    for deal in DEALS[:3]:
        own, other = (won - low for won, low in zip(apple_juice.payoffs(deal), least, strict=True))
        found[deal] = (round(100 * (own + other) / most), round(100 * own / (own + other)))
    assert sorted(row[2:] for row in picture.rows) == sorted(found.values())
    assert [row[0] for row in picture.rows if row[2:] == found[DEALS[1]]] == [2]
    worst = tuple(min(range(len(row)), key=row.__getitem__) for row in apple_juice.parties[0].points)
    assert created_and_claimed(apple_juice, [worst]).rows == ()


def test_a_feeling_stands_beside_what_its_side_won_and_beside_the_others_guess(apple_juice):
    picture = felt_treatment(apple_juice, FELT)
    first, second = (party.name for party in apple_juice.parties)
    assert [row[0] for row in picture.rows] == [first] * 4 + [second]
    assert [row[2:] for row in picture.rows if row[0] == second] == [(6, 5)]
    assert (0, 5, 3) in [row[1:] for row in picture.rows]  # without a deal
    assert "was off" not in picture.sentence
    assert f"the {first} felt treated 3.5 on average, the {second} 6.0." in picture.sentence
