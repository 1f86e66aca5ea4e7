"""What holds of each page of the site, read without a browser."""

import re
from collections import Counter
from pathlib import Path

import pytest
from biggerpie.lessons.pages import languages

PLAYS = re.compile(r"<(?:audio|video|iframe|object|embed|marquee|blink|canvas)\b|http-equiv=.refresh|devicemotion")
PIXELS = re.compile(r"<img\b|<image\b|\.(?:png|jpe?g|gif|webp)\b")
WAY = re.compile(r"<header.*?</header>", re.DOTALL)
FURTHER = re.compile(r"<footer.*</footer>", re.DOTALL)
HREF = re.compile(r'<a href="([^"]+)"')


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, str]:
    found = {file.relative_to(site): file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    assert found
    return found


def without_data(html: str) -> str:
    return re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)


def test_no_page_plays_anything_or_moves_by_itself(pages, site):
    scripts = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.js")}
    styles = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.css")}
    assert scripts
    assert [file for file, html in pages.items() if PLAYS.search(without_data(html))] == []
    assert [file for file, text in scripts.items() if re.search(r"new Audio|devicemotion|speechSynthesis", text)] == []
    assert [file for file, text in styles.items() if re.search(r"@keyframes|animation", text)] == []


def test_no_picture_is_made_of_pixels(pages):
    assert [file for file, html in pages.items() if PIXELS.search(without_data(html))] == []


def test_each_page_has_a_title_of_its_own_and_says_its_language(pages):
    heads = [html.partition("</head>")[0] for html in pages.values()]
    titles = [re.findall(r"<title>([^<]+)</title>", head) for head in heads]
    assert [found for found in titles if len(found) != 1] == []
    for language in languages():
        folder = "." if language == "en" else language
        own = [found[0] for file, found in zip(pages, titles, strict=True) if str(file.parent) == folder]
        assert [title for title, times in Counter(own).items() if times > 1] == []
    for file, html in pages.items():
        text = re.search(r'<html lang="(\w+)"', html)
        assert text, file
        assert text[1] in languages()
        assert f'<header lang="{file.parts[0] if len(file.parts) > 1 else "en"}"' in html


def test_the_first_link_of_each_page_leads_to_its_text(pages):
    for file, html in pages.items():
        assert HREF.search(html.replace('class="skip" ', "")).group(1) == "#text", file
        assert html.count('<main id="text" tabindex="-1">') == 1, file


@pytest.mark.parametrize("language", languages())
def test_the_way_around_is_the_same_on_every_page(pages, language):
    folder = "." if language == "en" else language
    own = [html for file, html in pages.items() if str(file.parent) == folder]
    assert len({tuple(HREF.findall(WAY.search(html)[0])) for html in own}) == 1
    assert len({tuple(HREF.findall(FURTHER.search(html)[0]))[-2:] for html in own}) == 1


def test_no_page_forbids_to_zoom(pages):
    views = [re.findall(r'name="viewport" content="([^"]+)"', html) for html in pages.values()]
    assert [view for view in views if view != ["width=device-width, initial-scale=1"]] == []


def test_no_field_asks_for_a_password_and_the_one_about_a_person_says_so(pages):
    assert [file for file, html in pages.items() if 'type="password"' in html] == []
    courses = [html for file, html in pages.items() if file.name == "course.html"]
    assert len(courses) == len(languages())
    assert [html for html in courses if '<input id="student" autocomplete="username"' not in html] == []
