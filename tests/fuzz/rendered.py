"""Target: a written answer as nbconvert's own renderer shows it, as in formgrader and feedback: it must be inert."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from random import Random

from biggerpie.grading.nbgrader_adapter.restore import restored
from biggerpie.grading.submission.notebook import read_submission
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from .mutate import mutated_text
from .submissions import MARKDOWN, NOTEBOOK, exercise_of
from .target import Target, reading_a_file

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
INERT = (
    *("a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "hr", "img", "li"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "s", "section", "span", "strong", "sub", "sup", "ul"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "u"),
)
LEADS = re.compile(r"https?://[^/]|#|mailto:", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*")
ADDRESSES = {"href": LEADS, "src": PICTURE}
PLAIN = {"class", "id", "title", "alt", "style", "align", "colspan", "rowspan", "start", "rel", "target", "role"}
NAMES = ("p.png", "<script src=x.js>", "a) ![x](/logout", "x&quot; onerror=1", "%3Cb%3E")


def rendered(folder: Path) -> Target:
    """Show an answer with the renderer that decodes what it is given, and look at every tag that comes out."""
    file, exercise = folder / NOTEBOOK, exercise_of("01-both-can-gain")[0]

    def make(draw: Random) -> bytes:
        pictures = {draw.choice(NAMES): {"image/png": PNG}, mutated_text("p.png", draw): {"image/png": PNG}}
        about = {"nbgrader": {"grade_id": "why"}}
        cell = {"cell_type": "markdown", "metadata": about, "source": mutated_text(MARKDOWN, draw)}
        return json.dumps({"cells": [{**cell, "attachments": pictures}]}).encode()

    def read() -> None:
        notebook = restored(exercise, read_submission(file))
        cell = next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "why")
        renderer = IPythonRenderer(escape=False, attachments=cell.get("attachments", {}))
        Looking().look(MarkdownWithMath(renderer=renderer).render(cell.source))

    return Target(make, reading_a_file(file, read))


class Looking(HTMLParser):
    """Refuses every tag and attribute that could act, and every address but absolute links and embedded pictures."""

    def look(self, page: str) -> None:
        """Look at a page; raise AssertionError with what is there."""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        assert tag in INERT, f"a tag <{tag}>"
        for name, value in attrs:
            if name in ADDRESSES:
                assert ADDRESSES[name].match(value or ""), f"{name} leads to {value!r:.60}"
            else:
                assert name in PLAIN or name.startswith("aria-"), f"an attribute {name} of <{tag}>"
