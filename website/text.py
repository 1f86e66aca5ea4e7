"""A lesson's text as HTML: its Markdown, with links to the site's pages and headings that can be linked to."""

import re
import unicodedata
from collections.abc import Mapping

import mistune

PAGE = re.compile(r"\]\((?P<name>[\w.-]+)\.ipynb\)")
EXERCISE = re.compile(r"\]\((?:\.\./)+exercises/(?:[\w-]+/)*(?P<name>[\w.-]+)/exercise\.ipynb\)")
NO_LETTER = re.compile(r"[^\w]+")


class _Text(mistune.HTMLRenderer):
    """Headings have an id; a table scrolls where it is too wide."""

    def heading(self, text: str, level: int, **_: object) -> str:
        return f'<h{level} id="{anchor(text)}">{text}</h{level}>\n'


_markdown = mistune.create_markdown(renderer=_Text(escape=False), plugins=["table"])


def html_of(markdown: str, instead: Mapping[str, str]) -> str:
    """Return the HTML of a text of the kit's own; a line that is in `instead` is said as that says."""
    lines = (instead.get(line.strip(), line) for line in markdown.split("\n"))
    linked = EXERCISE.sub(r"](exercises.html#\g<name>)", PAGE.sub(r"](\g<name>.html)", "\n".join(lines)))
    html = str(_markdown(linked))
    wide = '<div class="wide" tabindex="0" role="region" aria-label="{}">'
    return html.replace("<table>", wide.format("↔") + "<table>").replace("</table>", "</table></div>")


def anchor(heading: str) -> str:
    """Return the id of a heading, in letters and hyphens."""
    plain = unicodedata.normalize("NFC", re.sub(r"<[^>]*>", "", heading)).lower()
    return NO_LETTER.sub("-", plain).strip("-")
