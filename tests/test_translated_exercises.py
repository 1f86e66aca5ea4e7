"""A translated exercise says the figures of the English one, runs the same code, and speaks its language throughout."""

import re
from pathlib import Path
from typing import Any

import pytest
from biggerpie.grading.report.report import Report
from biggerpie.negotiation import NegotiationError
from biggerpie.website.exercise import read_exercise
from biggerpie.website.open_exercise import OpenExercise
from biggerpie.widgets import _words

from tools.canonical import ROOT
from tools.translated import translated

from .lessons.test_translated_lessons import IN_ENGLISH, NAMES, cells, english_numbers, numbers_with_a_comma, text

SELF_PACED = ROOT / "exercises" / "self-paced"
TRANSLATED = [file.parent for file in sorted(SELF_PACED.glob("*/*/exercise.ipynb"))]
SPOKEN = re.compile(r', speak\nspeak\("\w+"\)|, speak$| --language=\w+')
SIGNS_OF_ENGLISH = re.compile(r"\b(?:the|of|and|you|your|it is|this|that|write)\b", re.IGNORECASE)
IN_CODE = re.compile(r"`[^`]*`|\*\*Shift|„[^“]*:[^“]*“|Run All|Restart Kernel and|Run →")


def name_of(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


@pytest.fixture(params=TRANSLATED, ids=name_of)
def folder(request) -> Path:
    """The folder of a translated exercise."""
    return request.param


@pytest.fixture
def pairs(folder) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each cell of an exercise in English, with the translated one."""
    english = SELF_PACED / folder.name / "exercise.ipynb"
    return list(zip(cells(english), cells(folder / "exercise.ipynb"), strict=True))


def test_an_exercise_has_a_name_without_a_remark_where_it_is_translated():
    for language, names in NAMES.items():
        remark = IN_ENGLISH[language]
        own = {name for name, called in names["exercises"].items() if not called.endswith(remark)}
        assert own == {each.name for each in TRANSLATED if each.parent.name == language}


def test_the_cells_and_their_metadata_are_the_same(pairs):
    for english, own in pairs:
        assert [english[part] for part in ("id", "cell_type")] == [own[part] for part in ("id", "cell_type")]
        assert english["metadata"] == own["metadata"]


def test_every_figure_of_the_text_is_the_same_with_a_decimal_comma(pairs):
    for english, own in pairs:
        if english["cell_type"] == "markdown":
            assert numbers_with_a_comma(text(own)) == english_numbers(text(english)), english["id"]


def test_the_code_differs_only_in_the_language(pairs):
    for english, own in pairs:
        source = "".join(own["source"])
        if english["cell_type"] == "code" and not source.startswith("%%answer"):
            assert SPOKEN.sub("", source) == "".join(english["source"]), english["id"]


def test_a_blank_answer_names_the_issues_of_the_case_in_the_language(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(_words, "_spoken", [folder.parent.name])
    exercise = read_exercise("exercises/x/exercise.ipynb", (folder / "exercise.ipynb").read_bytes())
    run = OpenExercise(tmp_path)
    for cell in exercise.cells:
        if cell.kind == "answer":
            run.answer(cell.answer, cell.source.partition("\n")[2])
        elif cell.kind not in {"text", "written"}:
            shown = [each for each in run.run(cell.source) if isinstance(each, Report)]
            for finding in (finding for report in shown for finding in report.findings):
                assert not SIGNS_OF_ENGLISH.search(IN_CODE.sub("", finding.text)), finding.text
            headlines = [report.headline for report in shown]
            assert not [said for said in headlines if SIGNS_OF_ENGLISH.search(said)]


def test_a_text_that_is_missing_or_left_over_is_named(tmp_path):
    english = (SELF_PACED / "02-concessions" / "exercise.ipynb").read_bytes()
    text = (ROOT / "exercises" / "de" / "02-concessions.md").read_text(encoding="utf-8")
    (tmp_path / "de").mkdir()
    file = tmp_path / "de" / "02-concessions.md"
    file.write_text(text.replace("<!-- cell: log-intro -->", "<!-- cell: lag-intro -->"), encoding="utf-8")
    with pytest.raises(NegotiationError, match=r"02-concessions\.md has no text for the cell log-intro; add it\."):
        translated(english, file)
    file.write_text(f"{text}\n<!-- cell: more -->\nMehr.\n", encoding="utf-8")
    with pytest.raises(NegotiationError, match=r"the exercise has no cell more; leave it out\."):
        translated(english, file)
