"""What stands for parts of the kit in the browser has all that widgets take from these parts."""

import ast

import pytest
from biggerpie.website.in_browser import bundle_stand_in
from biggerpie.widgets import _bundle

from tools.canonical import ROOT


def taken_from(module: str) -> set[str]:
    """The names that the widgets import from one of their modules."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in (ROOT / "widgets").rglob("*.py"))
    imports = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {alias.name for node in imports if node.module == module for alias in node.names}


def test_the_bundles_stand_in_has_what_widgets_import():
    assert {"module", "style", "scope"} <= taken_from("_bundle")
    assert taken_from("_bundle") <= set(dir(bundle_stand_in))


@pytest.mark.parametrize("files", [(), ("parts/names.css",), ("parts/names.css", "one_orange/one_orange.css")])
def test_a_style_holds_in_the_same_places_in_the_browser(files):
    assert bundle_stand_in.scope(bundle_stand_in.style(*files)) == _bundle.scope(_bundle.style(*files))
