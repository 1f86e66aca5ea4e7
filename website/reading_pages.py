"""The pages that are only read: the bibliography, and for whoever asks for it the teacher's guide."""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from importlib import resources
from pathlib import Path

from markupsafe import Markup

from ..grading.templates import render
from ..lessons.pages import ENGLISH
from ..negotiation import NegotiationError
from .frame import framed
from .site_words import site_words
from .text import anchor, html_of_others

BIBLIOGRAPHY = "bibliography.html"
GUIDE = {
    "README.md": "teaching.html",
    "instructors-guide.md": "teaching-instructors.html",
    "lessons.md": "teaching-lessons.html",
    "syllabi.md": "teaching-syllabi.html",
    "seed-article.md": "teaching-article.html",
}
"""The page of each file of the teacher's guide."""

LINK = re.compile(r"\[(?P<said>[^\]]+)\]\((?:[\w.-]+/)*(?P<file>[\w-]+\.md)\)")
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
HEADING = re.compile(r"<h[23]>(?P<inner>.+?)</h[23]>")
PAGES = GUIDE | {"bibliography.md": BIBLIOGRAPHY}


def bibliography() -> str:
    """Return the bibliography's Markdown."""
    return resources.files(__package__).joinpath("bibliography.md").read_text(encoding="utf-8")


def read_guide(folder: Path) -> dict[str, str]:
    """Return the teacher's guide, its files' Markdown by their names; raise NegotiationError where one is missing."""
    try:
        return {name: (folder / name).read_text(encoding="utf-8") for name in GUIDE}
    except (OSError, UnicodeError):
        raise NegotiationError(
            f"{folder} isn't the teacher's guide: give the folder teaching of the kit's sources, which holds "
            f"{', '.join(GUIDE)}."
        ) from None


def reading_pages(language: str, guide: Mapping[str, str]) -> dict[str, bytes]:
    """Return the pages by their names; their texts are in English, `guide` is empty where students come."""
    said = site_words(language)
    titles = {name: (page, _title(guide[name])) for name, page in GUIDE.items() if name in guide}
    named = {name: title for name, (_, title) in titles.items()} | {"bibliography.md": said["bibliography"]}

    def page(name: str, title: str, markdown: str, beside: Iterable[tuple[str, str]] = ()) -> bytes:
        frame = framed(language, name, title, said_in=ENGLISH)
        html = Markup(_linked(markdown, named))  # noqa: S704  # HTML in it was shown as text
        return render(__package__, "page/reading.html", **frame, html=html, beside=list(beside)).encode()

    pages = {BIBLIOGRAPHY: page(BIBLIOGRAPHY, said["bibliography"], bibliography())}
    return pages | {at: page(at, title, guide[name], titles.values()) for name, (at, title) in titles.items()}


def _title(markdown: str) -> str:
    found = TITLE.search(markdown)
    return found[1] if found else ""


def _linked(markdown: str, titles: Mapping[str, str]) -> str:
    """Return HTML whose links stay within the site and say a page's title, and whose headings can be linked to."""

    def to_page(link: re.Match[str]) -> str:
        said, file = link["said"], link["file"]
        return f"[{titles.get(file, said) if said == file else said}]({PAGES.get(file, file)})"

    html = html_of_others(LINK.sub(to_page, markdown), {})
    return HEADING.sub(lambda found: f'<h2 id="{anchor(unescape(found["inner"]))}">{found["inner"]}</h2>', html)
