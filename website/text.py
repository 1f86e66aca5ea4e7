"""A lesson's text as HTML: its Markdown, with links to the site's pages."""

import re
from collections.abc import Mapping
from html import escape, unescape

import mistune

PAGE = re.compile(r"\]\((?:(?:\.\./)+lessons/(?:[\w-]+/)?)?(?P<name>[\w.-]+)\.ipynb\)")
EXERCISE = re.compile(r"\]\((?:\.\./)+exercises/(?:[\w-]+/)*(?P<name>[\w.-]+)/exercise\.ipynb\)")
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
NO_LETTER = re.compile(r"[^\w]+")


_markdown = mistune.create_markdown(escape=False, plugins=["table"])
_markdown_of_others = mistune.create_markdown(escape=True, plugins=["table"])


def html_of(markdown: str, instead: Mapping[str, str]) -> str:
    """Return the HTML of a text of the kit's own; a line that is in `instead` is said as that says."""
    said = _said_here(markdown, instead)
    linked = EXERCISE.sub(r"](exercise-\g<name>.html)", PAGE.sub(r"](\g<name>.html)", said))
    return wide(str(_markdown(linked)).replace("<th></th>", "<td></td>"))


def html_of_others(markdown: str, instead: Mapping[str, str]) -> str:
    """Return the HTML of a text that need not be the kit's own; HTML in it is shown as text."""
    return wide(str(_markdown_of_others(_said_here(markdown, instead))))


def _said_here(markdown: str, instead: Mapping[str, str]) -> str:
    return "\n".join(instead.get(line.strip(), line) for line in markdown.split("\n"))


def wide(html: str) -> str:
    """Return HTML in which each table scrolls, by keyboard too, where it is too wide; it is named by its heads."""
    return TABLE.sub(lambda table: _scrolling(table[0]), html)


def _scrolling(table: str) -> str:
    heads = [TAG.sub("", head).strip() for head in HEAD.findall(table.partition("</thead>")[0])]
    name = escape(unescape(", ".join(filter(None, heads))))
    return f'<div class="wide" tabindex="0" role="group" aria-label="{name}">{table}</div>'


def anchor(name: str) -> str:
    """Return the id of what has this name on a page."""
    return f"at-{NO_LETTER.sub('-', name.lower())}"
