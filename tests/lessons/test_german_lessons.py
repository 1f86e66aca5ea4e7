"""The German lessons say the figures of the English ones, and their code differs only in the language."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tools.canonical import ROOT

NUMBER = r"\d+(?:[.,]\d+)?"
ISSUES = r'\["[^]]*"\]|\{"[^}]*"\}'  # names that a lesson gives to issues of its own, and what is signed
GERMAN = ROOT / "lessons" / "de"
NAMES = tomllib.loads((GERMAN / "names.toml").read_text(encoding="utf-8"))["lessons"]
TRANSLATED = [name for name, german in NAMES.items() if (GERMAN / f"{german}.ipynb").is_file()]


def cells(file: Path) -> list[dict[str, Any]]:
    return json.loads(file.read_text(encoding="utf-8"))["cells"]


@pytest.fixture(params=TRANSLATED)
def pairs(request) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each cell of a lesson in English, with the German one."""
    english, german = ROOT / "lessons" / f"{request.param}.ipynb", GERMAN / f"{NAMES[request.param]}.ipynb"
    return list(zip(cells(english), cells(german), strict=True))


def text(cell: dict[str, Any]) -> str:
    """What is read of a cell: where its links lead is left out."""
    return re.sub(r"\]\([^)]*\)", "]", "".join(cell["source"]))


def english_numbers(words: str) -> Counter[str]:
    return Counter(re.findall(NUMBER, re.sub(r"(?<=\d),(?=\d{3})", "", re.sub(r"(?<=[ (])\.(?=\d)", "0.", words))))


def german_numbers(words: str) -> Counter[str]:
    plain = re.sub(r"(?<=\d)\.(?=\d{3})", "", words)
    return Counter(number.replace(",", ".") for number in re.findall(NUMBER, plain))


def test_every_name_without_a_remark_is_a_translated_lesson():
    assert {name for name, german in NAMES.items() if not german.endswith("-auf-englisch")} == set(TRANSLATED)
    assert {file.stem for file in GERMAN.glob("*.ipynb")} == {NAMES[name] for name in TRANSLATED}


def test_the_cells_are_the_same(pairs):
    kinds = [[(cell["id"], cell["cell_type"]) for cell in lesson] for lesson in zip(*pairs, strict=True)]
    assert kinds[0] == kinds[1]


def test_every_figure_of_the_text_is_the_same_with_a_decimal_comma(pairs):
    for english, german in pairs:
        if english["cell_type"] == "markdown":
            assert german_numbers(text(german)) == english_numbers(text(english)), english["id"]


def test_the_code_differs_only_in_the_language(pairs):
    for english, german in pairs:
        if english["cell_type"] == "code":
            same = re.sub(r', (language=)?"de"\)', ")", text(german))
            same = same.replace(", speak\n", "\n").replace('\nspeak("de")', "")
            assert re.sub(ISSUES, "[…]", same) == re.sub(ISSUES, "[…]", text(english)), english["id"]


def test_every_case_is_asked_for_in_german(pairs):
    for _, german in pairs:
        if german["cell_type"] == "code":
            assert not re.findall(r'load_case\((?!"[^"]*", "de"\))', text(german)), german["id"]
