"""The bibliography: whoever is named with a year in a text or a docstring stands in it, with where that is."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tools.canonical import ROOT

BIBLIOGRAPHY = (ROOT / "website" / "bibliography.md").read_text(encoding="utf-8")
ENTRIES = re.compile(r"^### (?P<names>[^\n]+) (?P<year>\d{4})\n\n(?P<told>.+?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
YEAR = re.compile(r"(?<![-–\d/.,])\b(?:18|19|20)\d\d\b(?![-–\d/])")
FAR = 110  # characters between a name and its year
MONTH = re.compile(r"(January|March|May|October|December) $")  # a day, and no source
NO_SOURCES = {"1970": "since when computers count", "2000": "a number of people"}
CODE = ("negotiation", "answers", "figures", "widgets", "grading", "course", "lessons", "benchmarks")


def entries() -> dict[tuple[str, str], str]:
    """What the bibliography tells of each source, by the first name in its title and the year."""
    return {(first_name(one["names"]), one["year"]): one["told"] for one in ENTRIES.finditer(BIBLIOGRAPHY)}


def first_name(names: str) -> str:
    return re.split(r",| & | and ", names)[0].removeprefix("van ")


def docstrings(file: Path) -> str:
    """All texts that stand alone in a program: of modules, classes, functions and attributes."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    alone = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return "\n\n".join(one.value for one in alone if isinstance(one, ast.Constant) and isinstance(one.value, str))


def markdown(file: Path) -> str:
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


@cache
def texts() -> list[tuple[str, str]]:
    return list(read())


def read() -> Iterator[tuple[str, str]]:
    """Every text in which a source may be named, with what the bibliography calls its place."""
    for file in sorted((ROOT / "lessons").rglob("*.ipynb")):
        yield f"lesson {int(file.name[:2])}" if file.name[0].isdigit() else file.stem, markdown(file)
    for file in sorted((ROOT / "exercises").glob("0*/*.ipynb")):
        yield f"exercise {int(file.parent.name[:2])}", markdown(file)
    for file in sorted((ROOT / "widgets" / "words").rglob("*.toml")):
        asked = file.parent.name == "questions"
        yield f"lesson {int(file.stem)}" if asked else "the simulations", file.read_text(encoding="utf-8")
    for file in sorted((ROOT / "negotiation" / "table" / "words").rglob("*.toml")):
        yield "the people at the table", file.read_text(encoding="utf-8")
    for folder in CODE:
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield "the code", docstrings(file)


def named(text: str) -> Iterator[tuple[str, str]]:
    """Every year of a text that is no day, with what stands before it."""
    for year in YEAR.finditer(text):
        before = text[max(0, year.start() - FAR) : year.start()]
        if not MONTH.search(before) and year[0] not in NO_SOURCES:
            yield year[0], before


@pytest.fixture(scope="module")
def places() -> dict[tuple[str, str], set[str]]:
    """Where each source of the bibliography is named."""
    found: dict[tuple[str, str], set[str]] = {source: set() for source in entries()}
    for place, text in texts():
        for year, before in named(text):
            for (name, when), at in found.items():
                if when == year and re.search(rf"\b{name}\b", before):
                    at.add(place)
    return found


def test_whoever_is_named_with_a_year_stands_in_the_bibliography():
    known = list(entries())
    missing = [
        (place, year, before)
        for place, text in texts()
        for year, before in named(text)
        if not any(when == year and re.search(rf"\b{name}\b", before) for name, when in known)
    ]
    assert missing == []


def test_every_entry_says_where_it_is_used_and_is_used_there(places):
    assert len(places) > 40
    for source, told in entries().items():
        said = set(re.findall(r"^- Used in: (.+)$", told, re.MULTILINE)[0].split(", "))
        assert said == places[source], source


def test_every_entry_says_what_it_supports_and_how_it_was_looked_up():
    for source, told in entries().items():
        assert re.search(r"^- Supports: .{15,}$", told, re.MULTILINE), source
        assert re.search(r"^- Looked up: (abstract|entry|no)\b", told, re.MULTILINE), source


def test_a_doi_stands_only_where_the_entry_was_looked_up_and_leads_to_what_it_says():
    for source, told in entries().items():
        links = re.findall(r"\[([^]]+)\]\(https://doi\.org/([^)]+)\)", told)
        assert [shown.replace("(", "%28").replace(")", "%29") for shown, _ in links] == [to for _, to in links], source
        assert not links or "Looked up: no" not in told, source


def test_entries_stand_in_order():
    titles = [one["names"] for one in ENTRIES.finditer(BIBLIOGRAPHY)]
    assert len(titles) == BIBLIOGRAPHY.count("### ") == len(entries())
    assert titles == sorted(titles, key=lambda names: first_name(names).lower())
