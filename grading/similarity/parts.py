"""The parts of the page: sections and tables; every word from elsewhere is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from .wording import printable


def section(heading: str, said: Iterable[str], content: str = "") -> str:
    """Return a section with its heading, its sentences and more HTML."""
    name = heading.lower().replace(" ", "-")
    paragraphs = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in said)
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>\n{paragraphs}{content}</section>\n'


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with a caption; its first column names the rows."""
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in header)
    body = "".join(f"<tr>{_row(row)}</tr>\n" for row in rows)
    table = f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
    return f'<div class="wide" role="group" aria-label="{caption}" tabindex="0">{table}</div>\n'


def _row(row: Sequence[str]) -> str:
    first, *others = (escape(printable(word)) for word in row)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{word}</td>" for word in others)
