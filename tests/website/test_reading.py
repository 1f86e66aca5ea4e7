"""What is read on the site: the bibliography, links to the glossary, and a teacher's guide for who asks for it."""

import re

import pytest
from biggerpie.lessons.pages import languages, pages
from biggerpie.negotiation import NegotiationError
from biggerpie.website.glossary import Term, terms
from biggerpie.website.glossary_links import GlossaryLinks
from biggerpie.website.lesson import read_lesson
from biggerpie.website.reading_pages import BIBLIOGRAPHY, GUIDE, bibliography, read_guide, reading_pages
from biggerpie.website.site_words import site_words
from biggerpie.website.text import html_of

from tools.canonical import ROOT

TEACHING = ROOT / "teaching"
LINK = re.compile(r'<a class="term" href="glossary\.html#([\w-]+)">([^<]+)</a>')


def of(language: str):
    return [read_lesson(*page) for page in pages(language) if page[0].startswith("lessons/")]


@pytest.fixture(scope="module")
def english() -> list[Term]:
    return terms(of("en"))


def test_a_term_is_linked_where_it_is_first_used_and_in_its_plural(english):
    links = GlossaryLinks(english, "en")
    assert links.linked("<p>Two issues.</p>") == '<p>Two <a class="term" href="glossary.html#at-issue">issues</a>.</p>'
    assert links.linked("<p>An issue.</p>") == "<p>An issue.</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<h2>The issue</h2>",
        "<p><code>issue</code></p>",
        '<p><a href="01.html">one <em>issue</em></a></p>',
        "<details><summary>The issue</summary></details>",
        "<p>a tissue, an issue-free day &amp; more&#160;of it<br/></p><!-- issue -->",
    ],
)
def test_headings_links_code_and_parts_of_words_stay_as_they_are(english, html):
    assert GlossaryLinks(english, "en").linked(html) == html


def test_after_a_heading_the_text_is_linked_again(english):
    assert LINK.search(GlossaryLinks(english, "en").linked("<h2>The issue</h2><p>The issue</p>"))


@pytest.mark.parametrize("language", languages())
def test_linking_changes_nothing_else_and_each_term_is_linked_on_the_page_that_introduces_it(language):
    lessons = of(language)
    known = terms(lessons)
    for lesson in lessons:
        links = GlossaryLinks(known, lesson.language)
        texts = [
            html_of(cell.source, site_words(lesson.language)["instead"]) for cell in lesson.cells if not cell.is_code
        ]
        linked = [links.linked(text) for text in texts]
        assert [LINK.sub(r"\2", text) for text in linked] == texts
        places = [place for text in linked for place, _ in LINK.findall(text)]
        assert len(places) == len(set(places))
        of_it = {term.anchor for term in known if term.lesson == lesson and term.lesson.language == lesson.language}
        assert of_it <= set(places)


def test_every_entry_of_the_bibliography_stands_on_its_page_under_a_heading():
    page = reading_pages("de", {})[BIBLIOGRAPHY].decode()
    assert page.count("<h2 id=") == bibliography().count("\n### ") > 40
    assert '<html lang="en">' in page


def test_students_get_no_page_of_the_teachers_guide():
    assert set(reading_pages("en", {})) == {BIBLIOGRAPHY}


def test_the_guide_has_a_page_for_each_file_and_its_links_lead_to_pages():
    assert set(GUIDE) == {file.name for file in TEACHING.glob("*.md")}
    made = reading_pages("en", read_guide(TEACHING))
    links = {link for page in made.values() for link in re.findall(r'href="([\w./-]+\.(?:html|md))"', page.decode())}
    assert {link for link in links if link.startswith("teaching") or link.endswith(".md")} == set(GUIDE.values())


def test_a_folder_that_is_no_guide_is_named_in_one_sentence(tmp_path):
    with pytest.raises(NegotiationError, match="isn't the teacher's guide"):
        read_guide(tmp_path)
