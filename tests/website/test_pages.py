"""The pages of the site as they are without scripts: texts, links, and what each simulation shows, in words."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from biggerpie.lessons.pages import languages, pages
from biggerpie.website.exercise import read_exercise
from biggerpie.website.glossary import terms
from biggerpie.website.lesson import read_lesson
from biggerpie.website.played import played
from biggerpie.website.proof import proof_words
from biggerpie.website.site_words import site_words
from biggerpie.website.text import html_of
from biggerpie.widgets._words import spoken

from tools.canonical import ROOT

LESSONS = {language: [read_lesson(*page) for page in pages(language) if page[0].startswith("lessons/")]
           for language in languages()}  # fmt: skip
EXERCISES = {language: [read_exercise(*page) for page in pages(language) if page[0].startswith("exercises/")]
             for language in languages()}  # fmt: skip
HANDED_OUT = [
    read_exercise(str(file.parent), file.read_bytes()) for file in sorted((ROOT / "exercises").glob("[0-9]*/*.ipynb"))
]
SOURCES = ("https://doi.org/", *(source for other in proof_words()["others"] for source in other["sources"]))
SCROLLS = re.compile(r"<div [^>]*(?:class=.wide|overflow-x:)[^>]*>")
IMPORTED = re.compile(r'^import .* from "\./([^"]+)";$', re.MULTILINE)
OF_JUPYTER = re.compile(
    r"\bcells?\b|Shift \+|Umschalt|\bZellen?\b|Mayús|\bceldas?\b|notebook|cuaderno|▶", re.IGNORECASE
)


class _Page(HTMLParser):
    """The links and the ids of a page, and what is written in it outside of scripts."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self._silent = False
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.links += [given[name] for name in ("href", "src") if given.get(name)]
        self.ids += [given["id"]] if given.get("id") else []
        self._silent = tag == "script"

    def handle_data(self, data):
        self.text += "" if self._silent else data

    def handle_endtag(self, _):
        self._silent = False


@pytest.fixture(scope="module")
def read(site: Path) -> dict[Path, _Page]:
    found = {file.resolve(): _Page(file) for file in site.rglob("*.html")}
    assert len(found) == 10 * len(languages()) + 2  # the conformance report and the proof page are in English only
    return found


def test_every_link_leads_to_a_file_and_a_place_of_the_site(read, site):
    lessons = {page.page for pages in (LESSONS, EXERCISES) for each in pages.values() for page in each}
    for file, page in read.items():
        for link in page.links:
            name, place = urldefrag(link)
            target = (file.parent / name).resolve() if name else file
            if (
                link == "data:," or link.startswith(SOURCES) or (target.name in lessons and target not in read)
            ):  # a page that was left out
                continue
            assert target.is_relative_to(site.resolve()), (file, link)
            assert target.is_file(), (file, link)
            assert not place or place in read[target].ids, (file, link)


def test_no_page_shows_markup_as_text(read):
    assert [(file, page.text) for file, page in read.items() if re.search(r"</?(?:strong|em|p|div)\b", page.text)] == []


def test_no_id_stands_twice_on_a_page(read):
    assert [file for file, page in read.items() if len(set(page.ids)) != len(page.ids)] == []


def test_every_table_that_scrolls_does_so_by_keyboard_and_has_a_name(read):
    found = [place for file in read for place in SCROLLS.findall(file.read_text(encoding="utf-8"))]
    assert found
    assert [place for place in found if not re.search("tabindex=.0. role=.group. aria-label=.[^'\"]", place)] == []


def test_a_page_without_scripts_has_question_choices_answers_and_table(read, site):
    text = read[(site / "00-welcome.html").resolve()].text
    assert "You're selling your old bicycle." in text
    assert "In the middle of everything you get" in text
    for answered in json.loads(next(site.glob("files-*/moves/00-welcome.json")).read_text())[3]["bets"]:
        assert answered["ran"]["verdict"] in text


@pytest.mark.parametrize("language", languages())
def test_what_a_page_says_of_running_cells_is_said_otherwise(language):
    told = [(site_words(it.language), [cell for cell in it.cells if not cell.is_code]) for it in LESSONS[language]]
    others = [*EXERCISES[language], *HANDED_OUT]
    told += [(site_words(it.language), [cell for cell in it.cells if cell.kind == "text"]) for it in others]
    for said, cells in told:
        texts = [html_of(cell.source, said["instead"]) for cell in cells]
        assert texts
        assert [found[0] for text in texts if (found := OF_JUPYTER.search(re.sub(r"<[^>]*>", "", text)))] == []


@pytest.mark.parametrize("language", languages())
def test_every_line_that_is_said_otherwise_stands_on_a_page(language):
    exercises = [it for it in (*EXERCISES[language], *HANDED_OUT) if it.language == language]
    shown = [*LESSONS[language], *exercises]
    lines = {line for each in shown for cell in each.cells for line in cell.source.split("\n")}
    assert set(site_words(language)["instead"]) <= lines


def test_all_languages_say_the_same_sentences():
    assert [set(site_words(language)) for language in languages()] == [set(site_words("en"))] * len(languages())


def test_the_glossary_has_each_term_once_with_the_sentence_that_introduces_it():
    found = {term.name: term.sentence for term in terms(LESSONS["en"])}
    assert {"frontier", "logrolling", "integrative", "reservation value", "issue"} <= set(found)
    assert "<strong>logrolling</strong>" in found["logrolling"]
    assert len({name.lower() for name in found}) == len(found)


@pytest.mark.parametrize("language", languages()[1:])
def test_playing_a_translated_lesson_leaves_widgets_in_the_language_that_they_spoke(language, tmp_path):
    first = LESSONS[language][1]
    before = spoken()
    played(replace(first, cells=first.cells[:4]), tmp_path)
    assert spoken() == before != first.language == language


@pytest.mark.parametrize("name", ["00-welcome.html", "exercise-01-both-can-gain.html", "course.html"])
def test_a_page_asks_at_once_for_every_script_that_it_needs(site, name):
    text, [files] = (site / name).read_text(), site.glob("files-*")
    asked = set(re.findall(rf'modulepreload" href="(?:\./)?{files.name}/([^"]+)"', text))
    needed = set(re.findall(rf'<script type="module" src="(?:\./)?{files.name}/([^"]+)"', text))
    while more := {other for one in needed for other in IMPORTED.findall((files / one).read_text())} - needed:
        needed |= more
    assert needed == {one for one in asked if not one.startswith("widgets/")}
