"""A lesson's text as HTML: its Markdown, with links to the site's pages."""

import re
from collections.abc import Mapping

import mistune

PAGE = re.compile(r"\]\((?:(?:\.\./)+lessons/(?:[\w-]+/)?)?(?P<name>[\w.-]+)\.ipynb\)")
EXERCISE = re.compile(r"\]\((?:\.\./)+exercises/(?:[\w-]+/)*(?P<name>[\w.-]+)/exercise\.ipynb\)")
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
    """Return HTML in which each table scrolls where it is too wide."""
    return html.replace("<table>", '<div class="wide" tabindex="0"><table>').replace("</table>", "</table></div>")


def anchor(name: str) -> str:
    """Return the id of what has this name on a page."""
    return f"at-{NO_LETTER.sub('-', name.lower())}"
