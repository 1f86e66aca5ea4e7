"""HTML and Markdown of ordinary assignments as a page may show it: words, tables and pictures, and not without end.

Scripts are held up by the page's policy; a refresh, a form, a link or a button over the page, and a name or a class
that formgrader's script looks for, are not. A link keeps its words and leads nowhere.
"""

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote

import nh3
from nbconvert.filters.markdown_mistune import (
    IPythonRenderer,
    MarkdownWithMath,
    MathBlockParser,
    MathInlineParser,
)

from ...markdown.pictures import Attachments
from .code import plain_code

TAGS = {"a", "b", "blockquote", "br", "caption", "code", "del", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4"}
TAGS |= {"h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "table"}
TAGS |= {"tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul"}
NUMBERS = {"width", "height", "colspan", "rowspan", "start"}
ATTRIBUTES = {
    "*": set[str](),
    "img": {"src", "alt", "width", "height"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "ol": {"start"},
}
DATA = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*|pasted:\d+")
OWN_FILE = re.compile(r"(?!.*\.\.)[\w-](?:[\w ./-]|%20)*\.(?:png|jpe?g|gif|webp|svg)", re.ASCII | re.IGNORECASE)
PASTED = re.compile(r'<img\b[^>]*?src="pasted:(\d+)"[^>]*>')
ATTACHMENT = "attachment:"
DEEPEST = 6
LONGEST_TEXT = 12_000  # of a cell: the time to read Markdown grows with the square of it
MOST_LETTERS = 200_000  # of Markdown
MOST_TAGS = 30_000
MOST_EMBEDDED = 30_000_000  # letters of pasted pictures
LEFT_OUT = "(a picture was left out here: this page shows no more)"


def clean_html(page: str) -> str:
    """Return what may stand on the page."""
    schemes = {"data", "pasted"}
    return nh3.clean(
        str(page), tags=TAGS, attributes=ATTRIBUTES, attribute_filter=_kept, url_schemes=schemes, link_rel=None
    )


def _kept(_: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if DATA.fullmatch(value) or OWN_FILE.fullmatch(value) else None
    if attribute in NUMBERS:
        return value if re.fullmatch("[0-9]{1,4}", value) else None
    return value


@dataclass(slots=True)
class Room:
    """What a page has shown so far; what comes after the last of the room is shown as it was typed."""

    letters: int = 0
    tags: int = 0
    embedded: int = 0

    def html(self, page: str) -> str:
        """Return HTML sanitized, or as its letters where it has too many tags."""
        return self._within(clean_html(page), page) if page.count("<") <= MOST_TAGS else plain_code(page)

    def markdown(self, source: str, attachments: Attachments) -> str:
        """Return Markdown as HTML, with its pasted pictures."""
        self.letters += len(source)
        if len(source) > LONGEST_TEXT or self.letters > MOST_LETTERS:
            return plain_code(source)
        renderer = Renderer(attachments)
        block = MathBlockParser(max_nested_level=DEEPEST)
        inline = MathInlineParser(hard_wrap=False, max_nested_level=DEEPEST)
        page = str(MarkdownWithMath(renderer=renderer, block=block, inline=inline).render(source))
        return PASTED.sub(lambda found: self._picture(found, renderer), self._within(clean_html(page), source))

    def _within(self, page: str, typed: str) -> str:
        tags = page.count("<")
        if self.tags + tags > MOST_TAGS:
            return plain_code(typed)
        self.tags += tags
        return page

    def _picture(self, found: re.Match[str], renderer: "Renderer") -> str:
        address = renderer.address(int(found[1]))
        self.embedded += len(address)
        if self.embedded > MOST_EMBEDDED:
            return LEFT_OUT
        return found[0].replace(f"pasted:{found[1]}", escape(address), 1) if address else LEFT_OUT


class Renderer(IPythonRenderer):
    """nbconvert's, with code in plain letters and a place where a pasted picture will be."""

    def __init__(self, attachments: Attachments) -> None:
        """Take a cell's pasted pictures."""
        super().__init__(escape=False, exclude_anchor_links=True)
        self._names = list(attachments)
        self._data = list(attachments.values())

    def block_code(self, code: str, info: str | None = None) -> str:  # noqa: ARG002  # nbconvert's
        """Return code as its letters: a highlighter may take hours, and the student names the language."""
        return plain_code(code)

    def address(self, number: int) -> str:
        """Return the picture of that number, or "" where there is none."""
        kinds = self._data[number] if number < len(self._data) else {}
        return next((f"data:{kind};base64,{data}" for kind, data in kinds.items()), "")

    def _embed_image_or_attachment(self, src: str) -> str:
        if not src.startswith(ATTACHMENT):
            return src
        name = unquote(src.removeprefix(ATTACHMENT))
        return f"pasted:{self._names.index(name)}" if name in self._names else ""
