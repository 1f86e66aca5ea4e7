"""A simulation for a page without scripts: what it asks, what it says to each choice, and its picture in words."""

from collections.abc import Iterator
from html import escape
from typing import Any

from .recording import Recording
from .site_words import site_words
from .text import wide


def still(recording: Recording, language: str) -> str:
    """Return as HTML what the simulation shows once its first choice has run."""
    start, bets = recording["start"], recording["bets"]
    said = site_words(language)
    after = start | (bets[0]["stored"] | bets[0]["ran"] if bets else {})
    parts = []
    if bets:
        parts.append(f"<p><strong>{escape(start['bet']['question'])}</strong></p>")
        answered = "".join(
            f"<li>{escape(choice)}<br><em>{escape(bet['ran'].get('verdict', ''))}</em></li>"
            for choice, bet in zip(start["bet"]["choices"], bets, strict=True)
        )
        parts.append(_folded(said["choices"], f"<ul>{answered}</ul>"))
    shown = "".join(_told(after.get("picture", {})))
    parts.append(_folded(said["shown"], shown) if shown and bets else shown)
    return "".join(parts)


def _told(picture: Any) -> Iterator[str]:
    """Yield the sentences and tables of a picture, wherever they stand in it."""
    if not isinstance(picture, dict):
        return
    if isinstance(summary := picture.get("summary"), str) and summary:
        yield f"<p>{escape(summary)}</p>"
    if isinstance(table := picture.get("table"), dict) and table.get("rows"):
        yield _table(table)
    for name, part in picture.items():
        if name != "table":
            yield from _told(part)


def _table(table: dict[str, Any]) -> str:
    title = f"<caption>{escape(table['title'])}</caption>" if table.get("title") else ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table["head"])
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(text)}</td>" for text in rest)}</tr>'
        for first, *rest in table["rows"]
    )
    return wide(f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")


def _folded(summary: str, inner: str) -> str:
    return f"<details><summary>{escape(summary)}</summary>{inner}</details>"
