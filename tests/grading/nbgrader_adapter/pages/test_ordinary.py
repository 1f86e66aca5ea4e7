"""An ordinary assignment's page is remade: nothing of a submission's acts on it, hides it or holds it up."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from biggerpie.grading.nbgrader_adapter.pages import formgrader
from biggerpie.grading.nbgrader_adapter.record import RecordedCell
from nbformat import from_dict
from nbgrader.server_extensions.formgrader import handlers

from ....work import counted
from ...class_of_thirty import PIXEL

ESSAY = RecordedCell("essay", "markdown", "", None, locked=False, grade=True, solution=True, task=False, points=10.0)
RESOURCES = {"index": 0, "total": 1, "assignment_id": "hw", "notebook_id": "hw", "submission_id": "s", "base_url": ""}
WIDGET = "application/vnd.jupyter.widget-view+json"
COVER = "1 style=position:fixed;inset:0;opacity:0 data-link=submitted/ada/hw/hw.ipynb"
FIELDS = (
    '<div class="nbgrader_cell"><span id="essay"></span><span class="full-credit modal-backdrop fade"></span></div>'
)
LINK = '<a class="modal-backdrop fade" href="/lab/tree/submitted/ada/hw/hw.ipynb"></a>'


class OrdinaryPage(formgrader.FormgraderPage):
    """formgrader's page of a notebook whose only recorded cell is an essay."""

    def exercise_of(self, _):
        """It is none of the kit's."""

    def records_of(self, _):
        """Return the essay."""
        return (ESSAY,)


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        """Note a tag."""
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def exporter() -> OrdinaryPage:
    templates = str(Path(handlers.__file__).parent / "templates")
    return OrdinaryPage(template_name="formgrade", extra_template_basedirs=[templates])


def page(exporter: OrdinaryPage, *cells: dict, **metadata) -> str:
    notebook = from_dict({"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})
    html, _ = exporter.from_notebook_node(notebook, dict(RESOURCES))
    return html[html.index('id="notebook-container"') :]


def cell(kind: str, source: object, **more) -> dict:
    return {"cell_type": kind, "id": "x", "metadata": {}, "source": source, **more}


def shown(data: object, metadata: object = None, kind: str = "display_data") -> dict:
    output = {"output_type": kind, "data": data, "metadata": metadata or {}}
    return cell("code", "x", execution_count=1, outputs=[output])


@pytest.mark.parametrize("kind", ["raw", "markdown", "heading"])
@pytest.mark.parametrize("text", [FIELDS, LINK])
def test_no_cell_brings_a_link_or_a_name_of_formgraders_own(exporter, kind, text):
    html = page(exporter, cell(kind, text))
    for _, attributes in tags(html):
        assert "href" not in attributes
        assert attributes.get("id") != "essay"
        assert not {"nbgrader_cell", "full-credit", "modal-backdrop"} & {*(attributes.get("class") or "").split()}


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Tags()
    reader.feed(html)
    return reader.found


def test_metadata_of_an_output_writes_nothing_into_its_picture(exporter):
    html = page(exporter, shown({"image/png": PIXEL}, {"image/png": {"width": COVER, "height": COVER}}))
    (picture,) = [attributes for tag, attributes in tags(html) if tag == "img"]
    assert set(picture) == {"src", "alt"}


@pytest.mark.parametrize(
    "odd",
    [
        shown({WIDGET: "x"}),
        shown({WIDGET: {"model_id": "a", "x": "<!--<script>"}}),
        shown({"text/html": "seen"}, {"text/html": "x"}),
        shown({"image/png": PIXEL}, {"image/png": "x"}),
        shown({"image/png": PIXEL}, {"filenames": 5}),
        shown({"text/html": {"a": 1}}),
        shown(["x"]),
        shown({"text/plain": "\ud800"}, kind="execute_result"),
        cell("code", 5, outputs=[{"output_type": "stream", "name": "<x>", "text": 5}, "x"], execution_count="<b>"),
        cell("markdown", "![](attachment:gone)", attachments=["x"]),
    ],
)
def test_every_submission_can_be_shown_and_hides_nothing_after_it(exporter, odd):
    widgets = {"application/vnd.jupyter.widget-state+json": {"state": {"a": {}}}}
    html = page(exporter, odd, cell("markdown", "TEXT AFTER IT"), widgets=widgets, language_info=5, language=5)
    assert "TEXT AFTER IT" in html
    assert "<script" not in html
    assert html.encode()


def test_fields_for_points_stand_only_where_the_gradebook_has_them_and_once(exporter):
    forged = {"nbgrader": {"grade_id": "other", "grade": True, "solution": True, "points": 99, "locked": False}}
    own = {"nbgrader": {"grade_id": "essay", "grade": False, "points": 99}}
    cells = [{**cell("markdown", "text"), "metadata": about} for about in (forged, own, own)]
    html = page(exporter, *cells)
    assert html.count('class="score tabbable"') == 1
    assert "/ 10.0" in html


def test_pictures_come_from_the_cell_itself_or_from_beside_the_notebook(exporter):
    addresses = "![a](own.png) ![b](//hurt.example/x.png) ![c](/logout) ![d](next) ![e](../../x.png) ![f](attachment:p)"
    html = page(exporter, cell("markdown", addresses, attachments={"p": {"image/png": PIXEL}}))
    sources = {attributes["alt"]: attributes.get("src") for tag, attributes in tags(html) if tag == "img"}
    assert {name for name, source in sources.items() if source} == {"a", "f"}
    assert sources["f"] == f"data:image/png;base64,{PIXEL}"


def test_looking_again_parses_nothing_again(exporter, monkeypatch):
    cells = [cell("markdown", ("- " * 10 + "a\n") * 500), cell("markdown", "```systemd\n" + " " * 10_000 + "x\n```")]
    with counted() as work:
        first = page(exporter, *cells)
    assert work.calls < 5_000_000
    monkeypatch.setattr("biggerpie.grading.nbgrader_adapter.pages.ordinary_html.MarkdownWithMath", None)
    assert page(exporter, *cells) == first
