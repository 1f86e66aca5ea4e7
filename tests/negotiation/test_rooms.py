"""The model's rooms import one way, and what is below them imports no room."""

import ast
from pathlib import Path

import pytest

MODEL = Path(__file__).parents[2] / "negotiation"
MAY_IMPORT = {
    "analysis": set(),
    "demonstrations": set(),
    "process": {"analysis"},
    "variants": {"analysis", "process"},
    "information": {"analysis", "variants"},
    "table": {"analysis", "information", "process", "variants"},
}
BELOW = ("errors", "case", "counterpart", "sentence", "toml_fault", "toml_table")


def rooms_of(file: Path) -> set[str]:
    """The rooms that a file imports from, wherever the import stands."""
    up = len(file.relative_to(MODEL).parts)
    found = {
        (node.module or "").partition(".")[0]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level == up
    }
    return found & set(MAY_IMPORT)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_rooms_below_it(room):
    files = list((MODEL / room).rglob("*.py"))
    assert len(files) > 1
    assert set().union(*map(rooms_of, files)) <= MAY_IMPORT[room]


@pytest.mark.parametrize("name", BELOW)
def test_what_a_case_is_made_of_imports_no_room(name):
    assert not rooms_of(MODEL / f"{name}.py")


def test_every_folder_of_modules_is_a_room():
    assert {file.parent.name for file in MODEL.glob("*/__init__.py")} == set(MAY_IMPORT)
