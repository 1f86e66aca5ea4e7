"""The names of packages that import late: each is found in its module, which is imported once it is used."""

import ast
import subprocess
import sys
from pathlib import Path
from types import GenericAlias, ModuleType
from typing import Any

import pytest
from biggerpie import negotiation, widgets
from biggerpie.widgets import negotiation_table

PACKAGES = (negotiation, widgets, negotiation_table)
NAMES = [(package, name) for package in PACKAGES for name in package.__all__]
IMPORTED = "import sys; from biggerpie.{} import {}; print(*sys.modules)"


def modules_after(package: str, names: str) -> list[str]:
    """Return the modules that are there after these names were imported in a new Python."""
    command = [sys.executable, "-c", IMPORTED.format(package, names)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def imported(nodes: list[ast.stmt]) -> dict[str, str | None]:
    """Return the names that are imported from the package's own modules, with their modules."""
    found = (node for node in nodes if isinstance(node, ast.ImportFrom) and node.level == 1)
    return {name.name: node.module for node in found for name in node.names}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_type_checker_and_python_find_the_same_names_in_the_same_places(package: Any):
    tree = ast.parse(Path(package.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    assert imported(block.body) == {name: module for module, names in package._HOMES.items() for name in names}
    everything = {*imported(block.body), *imported(tree.body)} - {"when_used"}
    assert everything == set(package.__all__)


@pytest.mark.parametrize(("package", "name"), NAMES)
def test_every_name_is_there_and_keeps_its_own(package: ModuleType, name: str):
    found = getattr(package, name)
    assert not isinstance(found, ModuleType)
    assert isinstance(found, GenericAlias) or getattr(found, "__name__", name) == name
    assert name in dir(package)


@pytest.mark.parametrize("package", PACKAGES)
def test_an_unknown_name_is_none(package: ModuleType):
    with pytest.raises(AttributeError, match="has no attribute 'Table'"):
        package.Table  # noqa: B018


def test_names_stay_themselves_whatever_was_imported_before():
    modules = [path.stem for path in Path(negotiation.__file__).parent.glob("[a-z]*.py")]
    first = "".join(f"import biggerpie.negotiation.{module}; " for module in modules)
    asked = "print(*(type(getattr(n, name)).__name__ for name in n.__all__))"
    command = [sys.executable, "-c", f"{first}import biggerpie.negotiation as n; {asked}"]
    assert "module" not in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def test_one_simulation_imports_no_other():
    modules = modules_after("widgets", "MeetingAgain")
    assert "biggerpie.widgets.meeting_again" in modules
    assert "biggerpie.widgets.negotiation_table" not in modules


def test_a_case_is_read_without_what_is_known_of_the_other_side():
    modules = modules_after("negotiation", "load_case")
    assert "biggerpie.negotiation.own_cases" in modules
    assert "biggerpie.negotiation.information.beliefs" not in modules
