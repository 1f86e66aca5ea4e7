"""Markdown as nbconvert will render it on nbgrader's pages."""

from collections.abc import Mapping

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


def rendered(markdown: str, attachments: Mapping[str, Mapping[str, str]]) -> str:
    """Return the HTML of a cell with its pasted pictures, by name and media type."""
    renderer = IPythonRenderer(escape=False, attachments=attachments, exclude_anchor_links=True)
    return str(MarkdownWithMath(renderer=renderer).render(markdown))
