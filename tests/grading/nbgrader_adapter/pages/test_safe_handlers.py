"""No address and no id becomes a script on formgrader's pages, and no other site opens them."""

import importlib
import inspect

import pytest
from biggerpie.grading.nbgrader_adapter.pages.formgrader import HANDLERS
from biggerpie.grading.nbgrader_adapter.pages.ordinary import ordinary_notebook
from biggerpie.grading.nbgrader_adapter.pages.ordinary_html import Room, clean_html
from biggerpie.grading.nbgrader_adapter.pages.safe_handlers import (
    FROM_ELSEWHERE,
    NO_SUCH_PAGE,
    STOCK_NOT_MARKED,
    make_safe,
    reason_against,
)
from jinja2 import Environment
from nbformat import from_dict


@pytest.mark.parametrize("inside", ["%22;x()//", "%27", "%3Cimg%3E", "a%5C", "%2522;x()", "a%0Ab", "`x`"])
def test_an_address_that_could_end_a_string_or_a_tag_is_refused(inside):
    assert reason_against(f"/formgrader/manage_students/{inside}", {}) == NO_SUCH_PAGE


@pytest.mark.parametrize("inside", ["ada", "m%C3%BCller", "ada.b+c@d-e_f", "01-both-can-gain/exercise", "two%20words"])
def test_a_persons_own_pages_are_shown(inside):
    for site in ({}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Sec-Fetch-Site": "same-site"}):
        assert reason_against(f"/formgrader/gradebook/{inside}", site) == ""


def test_a_page_opened_by_another_site_is_refused():
    assert reason_against("/formgrader/manage_students/ada", {"Sec-Fetch-Site": "cross-site"}) == FROM_ELSEWHERE


def test_a_submission_whose_marked_notebook_is_gone_is_told_in_a_sentence():
    class Handler:
        settings = {"nbgrader_jinja2_env": Environment(autoescape=False)}  # noqa: RUF012  as nbgrader's

        def render(self, name, **_):
            return name

        async def prepare(self): ...

    make_safe(Handler, type("Interface", (), {"prepare": Handler.prepare}))
    page = Handler().render("formgrade_404.tpl", resources={"student": "<ada>", "assignment_id": "01"})
    assert "marked notebook of &lt;ada&gt; for 01 is not there" in page
    assert Handler().render("another.tpl") == "another.tpl"
    assert f'render("{STOCK_NOT_MARKED}"'.replace('"', "'") in inspect.getsource(importlib.import_module(HANDLERS))


def test_an_ordinary_texts_html_keeps_words_tables_and_no_more():
    hostile = (
        '<meta http-equiv="refresh" content="0;url=/logout"><form><input id="essay" class="score"></form>'
        '<div class="nbgrader_cell" id="why" style="position:fixed">words</div><a href="/logout">link</a>'
        '<base href="//x"><button>go</button><table><tr><td colspan="2">5</td></tr></table>'
    )
    clean = clean_html(hostile)
    assert "<div>words</div>" in clean
    assert '<td colspan="2">5</td>' in clean
    for gone in ("meta", "form", "input", "class", "id=", "style", "href", "base", "button"):
        assert gone not in clean


def test_an_ordinary_outputs_html_is_sanitized_and_its_scripts_go():
    data = {"text/html": ["<b>5</b><script>x()</script>"], "application/javascript": "x()", "image/svg+xml": "<svg/>"}
    stream = {"output_type": "stream", "name": "stdout", "text": "5"}
    cell = {"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": data}, stream]}
    (cleaned,) = ordinary_notebook(from_dict({"cells": [cell]}), (), Room(), formulas=False, typed=False).cells
    assert cleaned.outputs[0].data == {"text/html": "<b>5</b>"}
    assert cleaned.outputs[1].text == "5"
