"""What grading says: each sentence in every language it has, with the same figures."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from biggerpie.grading.report.mark import Mark, gained
from biggerpie.grading.report.report import Report
from biggerpie.grading.sentence import Sentence
from biggerpie.widgets import languages
from biggerpie.widgets.course_map.pages import MARK

ROOT = Path(__file__).parents[2]
ROOMS = ("answers", "grading")
WHOM = {"party", "person"}
MAY_BE_LEFT_OUT = {"line", "you", "points", "key", "number", "what", "choose", "them"}
"""Figures that one language needs and another says otherwise."""


def said(room: str, language: str) -> dict[str, str]:
    file = ROOT / room / "words" / f"{language}.toml"
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    told.pop("in_english", None)  # words that are read, not said
    return dict(flat(told, ""))


def flat(table: dict[str, object], before: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{key}.")
        else:
            yield before + key, str(value)


@pytest.mark.parametrize("room", ROOMS)
def test_german_says_all_that_english_says_with_the_same_figures_and_in_words_of_its_own(room):
    english, own = said(room, "en"), said(room, "de")
    assert own.keys() == english.keys()
    for key, sentence in english.items():
        figures, others = (set(re.findall(r"\{(\w+)", text)) for text in (sentence, own[key]))
        assert (figures ^ others) <= WHOM | MAY_BE_LEFT_OUT, key
    worded = {text for text in own.values() if len(re.sub(r"\{[^}]*\}", "", text)) > 9}
    assert not worded & set(english.values())


def test_a_report_is_told_in_german_with_its_tones_and_table_and_stays_english_without():
    report = Report(Sentence("mark.headline", points=3, maximum=24), (gained(Sentence("package.slack", left=4)),))
    told = report.in_language("de")
    assert repr(told) == "Punkte für diesen Teil: 3 von 24\n✓ Beide könnten zugleich noch 4 Punkte mehr bekommen."
    assert "gewonnen:</span>" in told._repr_html_()
    assert "gained:</span>" in report._repr_html_()
    assert repr(report).startswith("Mark for this part: 3 of 24")


@pytest.mark.parametrize("language", languages())
def test_the_course_map_finds_a_mark_in_every_language(language):
    found = MARK.search(repr(Mark(3, 24).report().in_language(language)))
    assert found
    assert found.groups() == ("3", "24")
