"""The names of `widgets`: each is found in its module, and a page imports the modules of its own names only."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from biggerpie import widgets
from biggerpie.widgets import _HOMES

IMPORTED = "import sys, biggerpie.widgets; from biggerpie.widgets import {}; print(*sys.modules)"


def test_a_type_checker_and_python_find_the_same_names_in_the_same_places():
    tree = ast.parse(Path(widgets.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    told = {name.name: node.module for node in block.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert told == _HOMES
    assert {*_HOMES, "languages", "speak"} == set(widgets.__all__)


@pytest.mark.parametrize("name", widgets.__all__)
def test_every_name_is_there_and_keeps_its_own(name):
    assert getattr(widgets, name).__name__ == name
    assert name in dir(widgets)


def test_an_unknown_name_is_none():
    with pytest.raises(AttributeError, match="has no attribute 'Table'"):
        widgets.Table  # noqa: B018


def test_one_simulation_imports_no_other():
    command = [sys.executable, "-c", IMPORTED.format("MeetingAgain")]
    modules = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert "biggerpie.widgets.meeting_again" in modules
    assert "biggerpie.widgets.negotiation_table" not in modules
