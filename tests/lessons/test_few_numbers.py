"""Running text holds few numbers: tables carry the rest, and the arithmetic is folded away."""

import json
import re
from pathlib import Path

import pytest

from tools.canonical import ROOT

from .test_after_a_bet import ARITHMETIC, LESSONS

MOST = 0.025  # of the words
NUMBER = re.compile(r"\d[\d.,\u00a0]*")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STEP_OF_A_LIST = re.compile(r"^\s*\d+\. ")
NO_RUNNING_TEXT = ("|", "#", "<")


def running_text(lesson: Path) -> str:
    """What a lesson's paragraphs and lists say, without years and what is folded away as arithmetic."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    folded = rf"<details><summary>{ARITHMETIC[lesson.parent.name]}</summary>.*?</details>"
    lines = re.sub(folded, "", text, flags=re.DOTALL).splitlines()
    return YEAR.sub("", "\n".join(STEP_OF_A_LIST.sub("", x) for x in lines if not x.startswith(NO_RUNNING_TEXT)))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.relative_to(ROOT / "lessons").as_posix())
def test_running_text_holds_few_numbers(lesson):
    text = running_text(lesson)
    assert len(NUMBER.findall(text)) <= MOST * len(text.split())
