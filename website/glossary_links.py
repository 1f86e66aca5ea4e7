"""Links from a lesson's text to the glossary: each term is linked where the page first uses it."""

import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

from .glossary import Term
from .site_words import site_words

NOT_LINKED = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "script", "style", "button"}


class GlossaryLinks:
    """The links of one page: text goes through `linked` in the page's order, and each term is linked once."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        """Begin a page in this language; terms that other languages introduce are left alone."""
        self._left = {term.name.lower(): term for term in terms if term.lesson.language == language}
        self._ending = site_words(language)["terms"]["endings"]

    def linked(self, html: str) -> str:
        """Return the HTML of a text cell with links on the terms that were not used before."""
        writer = _Writer(self)
        writer.feed(html)
        writer.close()
        return "".join(writer.written)

    def link_text(self, text: str) -> str:
        """Return text between two tags with its links."""
        if not self._left:
            return text
        names = "|".join(re.escape(name) for name in sorted(self._left, key=len, reverse=True))
        return re.sub(rf"(?<![\w-])({names}){self._ending}(?![\w-])", self._link, text, flags=re.IGNORECASE)

    def _link(self, found: re.Match[str]) -> str:
        term = self._left.pop(found[1].lower(), None)  # a term may stand twice in this text
        return f'<a class="term" href="glossary.html#{escape(term.anchor)}">{found[0]}</a>' if term else found[0]


class _Writer(HTMLParser):
    """Writes HTML as it was, but for the texts in which terms are linked."""

    def __init__(self, links: GlossaryLinks) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._links = links
        self._closed: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.written.append(self.get_starttag_text() or "")
        if tag in NOT_LINKED:
            self._closed.append(tag)

    def handle_startendtag(self, _tag: str, _: list[tuple[str, str | None]]) -> None:
        self.written.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{tag}>")
        if self._closed and self._closed[-1] == tag:
            self._closed.pop()

    def handle_data(self, data: str) -> None:
        self.written.append(data if self._closed else self._links.link_text(data))

    def handle_entityref(self, name: str) -> None:
        self.written.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.written.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.written.append(f"<!--{data}-->")
