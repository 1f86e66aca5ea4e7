"""The conformance report names every criterion once, with tests that exist, and stands in the site."""

import ast
import re

import pytest
from biggerpie.website.conformance import RESULTS, conformance_page, criteria

from tools.canonical import ROOT

LEVELS = {"A": 31, "AA": 24}  # of WCAG 2.2, where 4.1.1 is obsolete


def test_every_criterion_of_both_levels_has_a_row_and_no_other():
    numbers = [each.number for each in criteria()]
    assert numbers == sorted(set(numbers), key=lambda number: [int(part) for part in number.split(".")])
    assert "4.1.1" not in numbers
    assert {level: sum(each.level == level for each in criteria()) for level in LEVELS} == LEVELS


@pytest.mark.parametrize("criterion", criteria(), ids=lambda each: each.number)
def test_a_row_names_its_result_and_tests_that_exist(criterion):
    assert criterion.result in RESULTS
    assert criterion.remark.endswith(".")
    assert criterion.tests
    for test in criterion.tests:
        file, _, name = test.partition("::")
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}
        assert found
        assert not name or name in found


def test_what_does_not_conform_and_what_was_not_tried_stands_above_the_tables():
    above, _, tables = conformance_page().decode().partition("<table>")
    for criterion in criteria():
        is_short = criterion.result not in ("supports", "not applicable")
        assert (f"<li>{criterion.number} {criterion.name}" in above) == is_short
        assert f'id="at-{criterion.number}"' in tables
    assert "WebKit" in above
    assert "screen reader" in above


def test_every_page_links_the_report(site):
    pages = list(site.rglob("*.html"))
    assert pages
    for page in pages:
        up = "../" if page.parent != site else ""
        assert re.search(f'<a href="{up}conformance.html" hreflang="en"', page.read_text(encoding="utf-8")), page
