"""Markdown as nbconvert will render it on nbgrader's pages."""

from collections.abc import Mapping
from functools import lru_cache

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


def rendered(markdown: str, attachments: Mapping[str, Mapping[str, str]]) -> str:
    """Return the HTML of a cell with its pasted pictures, by name and media type."""
    return str((_renderer(attachments) if attachments else _without_pictures()).render(markdown))


@lru_cache(maxsize=1)
def _without_pictures() -> MarkdownWithMath:
    """Return what renders most texts: to make it takes longer than a text does."""
    return _renderer({})


def _renderer(attachments: Mapping[str, Mapping[str, str]]) -> MarkdownWithMath:
    return MarkdownWithMath(renderer=IPythonRenderer(escape=False, attachments=attachments, exclude_anchor_links=True))
