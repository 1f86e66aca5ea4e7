"""Ordinary assignments in formgrader: students' HTML, in texts and in outputs, goes through a sanitizer.

Scripts are held up by the page's policy; a refresh, a form, a button over the page or a name that formgrader's script
looks for are not.
"""

import nh3
from nbformat import NotebookNode, from_dict

TAGS = {"a", "b", "blockquote", "br", "caption", "code", "del", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4"}
TAGS |= {"h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "table"}
TAGS |= {"tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul"}
ATTRIBUTES = {
    "img": {"src", "alt", "width", "height"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "ol": {"start"},
}
ACTIVE = ("image/svg+xml", "application/javascript", "text/latex")


def clean_html(page: str) -> str:
    """Return what may stand on the page: words, tables and pictures; a link keeps its words and leads nowhere."""
    return nh3.clean(page, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"data"}, link_rel=None)


def clean_outputs(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook with its outputs' HTML sanitized, and without what a browser would run or interpret."""
    return from_dict({**notebook, "cells": [_cleaned(cell) for cell in notebook.cells]})


def _cleaned(cell: NotebookNode) -> NotebookNode:
    outputs = [_output(output) for output in cell.get("outputs", ())]
    return from_dict({**cell, "outputs": outputs}) if outputs else cell


def _output(output: NotebookNode) -> NotebookNode:
    if "data" not in output:
        return output
    data = {kind: value for kind, value in output.data.items() if kind not in ACTIVE}
    for kind in ("text/html", "text/markdown"):
        if kind in data:
            given = data[kind]
            data[kind] = clean_html("".join(given) if isinstance(given, list) else str(given))
    return from_dict({**output, "data": data})
