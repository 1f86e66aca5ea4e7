"""A translated lesson says the figures of the English one, and its code differs only in the language."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from biggerpie.lessons.pages import ENGLISH, languages

from tools.canonical import ROOT

NUMBER = r"\d+(?:[.,]\d+)?"
ISSUES = r'\["[^]]*"\]|\{"[^}]*"\}'  # names that a lesson gives to issues of its own, and what is signed
LESSONS = ROOT / "lessons"
FOLDERS = {language: LESSONS / language for language in languages() if language != ENGLISH}
NAMES = {language: tomllib.loads((folder / "names.toml").read_text("utf-8")) for language, folder in FOLDERS.items()}
TRANSLATED = [
    (language, name)
    for language, folder in FOLDERS.items()
    for name, own in NAMES[language]["lessons"].items()
    if (folder / f"{own}.ipynb").is_file()
]


def cells(file: Path) -> list[dict[str, Any]]:
    return json.loads(file.read_text(encoding="utf-8"))["cells"]


@pytest.fixture(params=TRANSLATED, ids="/".join)
def lesson(request) -> tuple[str, str]:
    """The language of a translated lesson, and its English name."""
    return request.param


@pytest.fixture
def pairs(lesson) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each cell of a lesson in English, with the translated one."""
    language, name = lesson
    english, own = LESSONS / f"{name}.ipynb", FOLDERS[language] / f"{NAMES[language]['lessons'][name]}.ipynb"
    return list(zip(cells(english), cells(own), strict=True))


def text(cell: dict[str, Any]) -> str:
    """What is read of a cell: where its links lead is left out."""
    return re.sub(r"\]\([^)]*\)", "]", "".join(cell["source"]))


def english_numbers(words: str) -> Counter[str]:
    return Counter(re.findall(NUMBER, re.sub(r"(?<=\d),(?=\d{3})", "", re.sub(r"(?<=[ (])\.(?=\d)", "0.", words))))


def numbers_with_a_comma(words: str) -> Counter[str]:
    """The numbers of a text in which a comma begins the decimals, and a dot or a space that doesn't break thousands."""
    plain = re.sub(r"(?<=\d)[.\u00a0](?=\d{3})", "", words)
    return Counter(number.replace(",", ".") for number in re.findall(NUMBER, plain))


def in_english_as_its_name_says(language: str) -> str:
    """How the names of pages end that aren't translated, as no exercise is."""
    ends = [name.rpartition("-")[2] for name in NAMES[language]["exercises"].values()]
    assert len(set(ends)) == 1
    return f"-{ends[0]}"


def test_there_are_translated_lessons():
    assert {language for language, _ in TRANSLATED} == set(FOLDERS) >= {"de", "es"}


@pytest.mark.parametrize("language", FOLDERS)
def test_every_name_without_a_remark_is_a_translated_lesson(language):
    names, remark = NAMES[language]["lessons"], in_english_as_its_name_says(language)
    own = {name for name, translated in names.items() if not translated.endswith(remark)}
    assert own == {name for told, name in TRANSLATED if told == language}
    assert {file.stem for file in FOLDERS[language].glob("*.ipynb")} == {names[name] for name in own}


def test_the_cells_are_the_same(pairs):
    kinds = [[(cell["id"], cell["cell_type"]) for cell in lesson] for lesson in zip(*pairs, strict=True)]
    assert kinds[0] == kinds[1]


def test_every_figure_of_the_text_is_the_same_with_a_decimal_comma(pairs):
    for english, own in pairs:
        if english["cell_type"] == "markdown":
            assert numbers_with_a_comma(text(own)) == english_numbers(text(english)), english["id"]


def test_the_code_differs_only_in_the_language(pairs, lesson):
    language, _ = lesson
    for english, own in pairs:
        if english["cell_type"] == "code":
            same = re.sub(rf', (?:language=)?"{language}"\)', ")", text(own)).replace(", speak\n", "\n")
            same = same.replace(f'\nspeak("{language}")', "")
            assert re.sub(ISSUES, "[…]", same) == re.sub(ISSUES, "[…]", text(english)), english["id"]


def test_every_case_is_asked_for_in_the_language(pairs, lesson):
    language, _ = lesson
    for _, own in pairs:
        if own["cell_type"] == "code":
            assert not re.findall(rf'load_case\((?!"[^"]*", "{language}"\))', text(own)), own["id"]


def test_every_case_that_is_opened_is_told_in_the_language(pairs, lesson):
    language, _ = lesson
    opened = {name for _, own in pairs for name in re.findall(r'load_case\("([^"]*)"', text(own))}
    assert [name for name in opened if not (ROOT / "negotiation" / "cases" / language / f"{name}.toml").is_file()] == []
