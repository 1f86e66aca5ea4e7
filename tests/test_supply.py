"""What the kit leans on: declared, bounded, pinned for deployments, and listed in a bill of materials."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.audit import CLEAN, KNOWN, UNANSWERED, read_answer
from tools.constraints import FILE
from tools.needed import DEPLOYED, OURS, needed
from tools.sbom import bill_of_materials

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRA = [Requirement(line) for lines in PROJECT["optional-dependencies"].values() for line in lines]
SHIPPED = ("negotiation", "answers", "widgets", "grading", "course", "lessons", "exercises", "tables", "hub")
ALL = (*SHIPPED, "tests", "benchmarks", "tools")
OWN = {OURS, "tests", "benchmarks", "tools"}
FOR_FEW = {name: PROJECT["optional-dependencies"][name] for name in ("cluster", "hub", "parquet", "tables")}
"""Extras whose lack the kit's own code tells in a sentence."""


def names(requirements: list[Requirement]) -> set[str]:
    """The distributions that are asked for."""
    return {canonicalize_name(one.name) for one in requirements}


def imported(folder: str) -> dict[str, str]:
    """Every module from elsewhere that a folder's code imports, with a file that does."""
    found: dict[str, str] = {}
    files = list((ROOT / folder).rglob("*.py"))
    assert files, folder
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            listed = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            listed += [node.module or ""] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
            found |= {name.partition(".")[0]: str(file.relative_to(ROOT)) for name in listed}
    return {name: file for name, file in found.items() if name not in sys.stdlib_module_names and name not in OWN}


@pytest.mark.parametrize("folder", ALL)
def test_everything_that_is_imported_is_declared(folder):
    providers = packages_distributions()
    allowed = names(RUNTIME) if folder in SHIPPED else names([*RUNTIME, *EXTRA])
    allowed |= names([Requirement(line) for lines in FOR_FEW.values() for line in lines])
    undeclared = {
        f"{module} ({file})"
        for module, file in imported(folder).items()
        if not {canonicalize_name(one) for one in providers.get(module, [module])} & allowed
    }
    assert undeclared == set()


def test_some_imports_are_found_at_all():
    assert {"nbgrader", "jinja2", "traitlets"} <= set(imported("grading"))


def test_every_dependency_has_a_lower_and_an_upper_bound():
    for one in RUNTIME:
        signs = {specifier.operator for specifier in one.specifier}
        assert {">=", "<"} <= signs, one


def test_the_pinned_versions_are_names_and_versions_and_nothing_else():
    lines = FILE.read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert len(pins) > 50
    assert [line for line in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9][a-z0-9.+]*", line)] == []
    assert "/" not in "".join(lines)


def test_the_pinned_versions_fit_what_is_declared_and_leave_nothing_out():
    pins = dict(line.split("==") for line in FILE.read_text(encoding="utf-8").splitlines() if "==" in line)
    assert names(RUNTIME) <= set(pins)
    assert set(needed(extras=DEPLOYED)) - {OURS} - set(pins) <= elsewhere(pins)
    for one in [*RUNTIME, *map(Requirement, chain(*(FOR_FEW[extra] for extra in DEPLOYED)))]:
        assert one.specifier.contains(pins[canonicalize_name(one.name)]), one


def elsewhere(pins: dict[str, str]) -> set[str]:
    """What is needed here and was not where the pins were made: another system's or Python's own."""
    made = (FILE.read_text(encoding="utf-8").splitlines())[0]
    here = f"Python {sys.version_info[0]}.{sys.version_info[1]}."
    return set() if here in made and sys.platform == "linux" else set(needed(extras=DEPLOYED)) - set(pins)


@pytest.fixture(scope="module")
def bill() -> str:
    """The bill of materials."""
    return bill_of_materials()


def test_the_bill_of_materials_is_valid(bill):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill.replace('"version"', '"versio"')) is not None


def test_the_bill_names_every_dependency_with_its_version(bill):
    listed = {one["name"]: one["version"] for one in json.loads(bill)["components"]}
    assert listed == {one.name: one.version for one in needed().values() if one.name != OURS}
    assert names(RUNTIME) <= set(listed)


def test_the_bill_names_who_needs_whom_and_no_licence_is_missing(bill):
    data = json.loads(bill)
    graph = {one["ref"]: one.get("dependsOn", []) for one in data["dependencies"]}
    ours = data["metadata"]["component"]
    assert {ref.partition("@")[0] for ref in graph[ours["bom-ref"]]} == names(RUNTIME)
    assert all(one["licenses"][0]["license"]["name"] for one in data["components"])


def test_the_bill_lists_all_browser_code_that_the_wheel_ships(bill):
    listed = {one["name"] for one in json.loads(bill)["metadata"]["component"]["components"]}
    assert listed == {
        path.relative_to(ROOT).as_posix()
        for room in SHIPPED
        for ending in ("js", "css", "html")
        for path in (ROOT / room).rglob(f"*.{ending}")
    }
    assert len(listed) > 20


def test_the_bill_names_no_path_of_this_machine(bill):
    assert str(ROOT) not in bill
    assert "file:" not in bill


@pytest.mark.parametrize(
    ("answer", "code", "says"),
    [
        ('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}', CLEAN, "Nothing is known against the 1"),
        ('{"dependencies": [{"name": "a", "skip_reason": "not found"}]}', UNANSWERED, "NOT AUDITED: 1 of 1"),
        ('{"dependencies": []}', UNANSWERED, "NOT AUDITED: 1 of 1"),
        ("", UNANSWERED, "NOT AUDITED: 1 of 1 versions. no route"),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "X-1", "fix_versions": ["2"]}]}]}',
            KNOWN,
            "a 1: X-1, mended in 2",
        ),
    ],
)
def test_an_audit_that_was_not_made_is_never_a_clean_one(answer, code, says):
    found = read_answer(answer, "warning\nno route", 1)
    assert found.code == code
    assert says in found.text()
