"""The German lesson 2 says the figures of the English one, and its code differs only in the language."""

import json
import re
from collections import Counter
from typing import Any

from tools.canonical import ROOT

NUMBER = r"\d+(?:[.,]\d+)?"


def cells(*folder: str) -> list[dict[str, Any]]:
    [lesson] = ROOT.joinpath("lessons", *folder).glob("02-*.ipynb")
    return json.loads(lesson.read_text(encoding="utf-8"))["cells"]


def text(cell: dict[str, Any]) -> str:
    """What is read of a cell: where its links lead is left out."""
    return re.sub(r"\]\([^)]*\)", "]", "".join(cell["source"]))


def test_the_cells_are_the_same():
    english, german = ([(cell["id"], cell["cell_type"]) for cell in cells(*where)] for where in ((), ("de",)))
    assert english == german


def test_every_figure_of_the_text_is_the_same_with_a_decimal_comma():
    for english, german in zip(cells(), cells("de"), strict=True):
        if english["cell_type"] == "markdown":
            said = Counter(number.replace(".", ",") for number in re.findall(NUMBER, text(english)))
            assert Counter(re.findall(NUMBER, text(german))) == said, english["id"]


def test_the_code_differs_only_in_the_language():
    for english, german in zip(cells(), cells("de"), strict=True):
        if english["cell_type"] == "code":
            same = text(german).replace(', "de")', ")").replace(", speak\n", "\n").replace('\nspeak("de")', "")
            assert same == text(english), english["id"]
