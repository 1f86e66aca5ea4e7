"""What a lesson tells of a bet's outcome is folded away below the bet, in a way that needs no script."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tools.canonical import ROOT

from ..widgets.test_bets import RIGHT, made

LESSONS = sorted((ROOT / "lessons").rglob("*.ipynb"))
SUMMARIES = {
    "lessons": "Open this after your bet",
    "de": "Öffne das nach deiner Wette",
    "es": "Ábrelo después de tu apuesta",
}
FOLD = re.compile(r"<details><summary>(.*?)</summary>(.*?)</details>", re.DOTALL)
FIGURE = re.compile(r"\d+[.,]\d+|\d{3,}")  # a number that a text does not hold by chance


def cells(lesson: Path) -> list[dict[str, Any]]:
    return json.loads(lesson.read_text(encoding="utf-8"))["cells"]


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def after_each_bet(lesson: Path) -> dict[str, list[str]]:
    """The texts that follow each bet of a lesson, up to the next one."""
    found: dict[str, list[str]] = {}
    for cell in cells(lesson):
        if bet := re.search(r'bet="(\w+)"', source(cell)):
            found[bet[1]] = []
        elif found and cell["cell_type"] == "markdown":
            list(found.values())[-1].append(source(cell))
    return found


def test_every_lesson_with_a_bet_is_looked_at():
    assert {bet for lesson in LESSONS for bet in after_each_bet(lesson)} == set(RIGHT)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_first_text_after_a_bet_is_folded_and_no_open_text_says_the_verdicts_figures(lesson):
    for bet, texts in after_each_bet(lesson).items():
        assert FOLD.search(texts[0]), bet
        assert {summary for text in texts for summary, _ in FOLD.findall(text)} == {SUMMARIES[lesson.parent.name]}
        widget = made(bet)
        widget.prediction = RIGHT[bet]
        widget.ran = True
        told = set(FIGURE.findall(widget.verdict)) - set(FIGURE.findall(widget.bet["question"]))
        shown = set(FIGURE.findall(FOLD.sub("", "\n".join(texts)).replace(",", ".")))
        assert not told & shown, (bet, told & shown)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_folded_is_closed_in_its_cell_and_read_as_markdown(lesson):
    for text in map(source, cells(lesson)):
        assert text.count("<details") == text.count("</details>") == len(FOLD.findall(text))
        for _, folded in FOLD.findall(text):
            assert folded.startswith("\n\n")
            assert folded.endswith("\n\n")
