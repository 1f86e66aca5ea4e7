"""The files of the widgets: words, theme and modules."""

import re
from pathlib import Path

import biggerpie.widgets
import pytest
from biggerpie.widgets._bundle import bundle

from .catalogue import WIDGETS

FOLDER = Path(biggerpie.widgets.__file__).parent
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl")


def test_only_the_theme_names_a_colour():
    files = [file for ending in ("css", "js", "py") for file in FOLDER.rglob(f"*.{ending}")]
    assert len(files) > 10
    assert [f.name for f in files if f.name != "theme.css" and COLOUR.search(f.read_text(encoding="utf-8"))] == []


def test_a_bundle_holds_each_file_once_and_imports_nothing():
    for name in {"/".join(make()._anywidget_id.split(".")[2:-1]) + ".js" for make in WIDGETS}:
        source = bundle(name)
        assert not re.search(r"^(import|export (?!default))", source, re.MULTILINE)
        assert source.count("function prepare(") == 1


@pytest.mark.parametrize("make", WIDGETS, ids=lambda make: make.__name__)
def test_every_word_that_a_module_asks_for_exists(make):
    widget = make()
    asked = set(re.findall(r"\bwords\.(\w+)", widget._esm))
    assert asked
    assert asked - set(widget.words) == set()


@pytest.mark.parametrize("make", WIDGETS, ids=lambda make: make.__name__)
def test_a_widget_is_light_enough_to_be_there_at_once(make):
    widget = make()
    assert len(widget._esm) + len(widget._css) < 78_000
