"""A model answer earns the same whether its lines are English or in the language of the exercise."""

import pytest
from biggerpie.grading.dossiers.named import LINE, named_case
from biggerpie.grading.dossiers.self_paced import self_paced_case
from biggerpie.grading.report.exhibits import Table
from biggerpie.grading.report.report import Report
from biggerpie.website.exercise import read_exercise
from biggerpie.website.open_exercise import OpenExercise
from biggerpie.widgets import _words

from .grading.simulated.lines import numbered
from .grading.simulated.perfect import perfect
from .test_translated_exercises import IN_CODE, SELF_PACED, SIGNS_OF_ENGLISH

GERMAN = {
    "first": "erste",
    "second": "zweite",
    "third": "dritte",
    "fourth": "vierte",
    "fifth": "fünfte",
    "once more": "noch einmal",
    "distributive": "distributiv",
    "integrative": "integrativ",
    "compatible": "kompatibel",
    "I give way on": "Ich gebe nach bei",
    "you give way on": "Du gibst nach bei",
    "true": "wahr",
    "false": "falsch",
    "not shown": "nicht gezeigt",
    "without a deal": "ohne Einigung",
    "beaten": "geschlagen",
    "sign": "unterschreiben",
    "none": "keins",
}
ALL_MARKS = {
    "01-both-can-gain": {"asked": 10, "labels": 20, "package": 40, "trade": 10},
    "10-without-being-naive": {"claims": 24, "transcript": 28, "decision": 28},
}


def in_german(text: str) -> str:
    """An answer with both halves of each line in German, as far as they have German words."""
    halves = (line.partition(": ") for line in text.splitlines())
    return "\n".join("".join(GERMAN.get(half, half) for half in line) for line in halves)


def model_answer(opened, sort: str) -> str:
    """The best answer; what is claimed is true or not by how it was drawn."""
    if sort == "claims":
        return "".join(f"{key}: {kind}\n" for key, kind in numbered(opened.material["claims_made"].truth.values()))
    return perfect(opened, sort, "model").partition("\n")[2]


@pytest.fixture(params=ALL_MARKS)
def name(request) -> str:
    """The English name of an exercise that is told in German."""
    return request.param


@pytest.fixture
def answered(name, tmp_path, monkeypatch):
    """Runs the exercise with answers that a function of case and sort gives; returns its marks and all it reports."""
    monkeypatch.setattr(_words, "_spoken", ["de"])
    file = SELF_PACED / "de" / name / "exercise.ipynb"
    exercise, run = read_exercise("exercises/x/exercise.ipynb", file.read_bytes()), OpenExercise(tmp_path)
    named = next(found["words"] for cell in exercise.cells if (found := LINE.search(cell.source)))
    opened = self_paced_case(named_case(named), tmp_path)

    def answered_by(answer):
        shown = []
        for cell in exercise.cells:
            if cell.kind == "answer":
                run.answer(cell.answer, answer(opened, cell.answer))
            elif cell.kind not in {"text", "written"}:
                shown += run.run(cell.source)
        return run._names["marks"].parts, [each for each in shown if isinstance(each, Report)]

    return answered_by


def all_said(report: Report) -> list[str]:
    """Headline, findings and every cell of the tables."""
    tables = [exhibit for exhibit in report.exhibits if isinstance(exhibit, Table)]
    cells = [cell for table in tables for row in (table.header, *table.rows) for cell in row]
    return [report.headline, *(found.text for found in report.findings), *(it.caption for it in tables), *cells]


@pytest.mark.parametrize("told", [str, in_german], ids=["English", "German"])
def test_a_model_answer_gets_full_marks_in_both_languages(name, told, answered):
    def model(opened, sort):
        return model_answer(opened, sort) if sort == "transcript" else told(model_answer(opened, sort))

    marks, _ = answered(model)
    assert marks == {part: (points, points) for part, points in ALL_MARKS[name].items()}


WRONG = {
    "asked": [
        "first: Honorar",
        "erste: Abgabe\nzweite: Honorar\ndritte: Rechte\nvierte: Lesereise\nfünfte: Bilderzahl",
        "first: Honorar\nsecond: Honorar\nthird: Tee\nonce more: Rechte\nsechste: Rechte",
    ],
    "decision": ["ohne Einigung: 1\ngeschlagen: 9\nunterschreiben: 1", "sign: none", "beaten: 2", "Kuchen: ja"],
    "claims": ["1: wahr\n2: wahr\n3: vielleicht\n12: falsch"],
}


@pytest.mark.parametrize("place", range(4))
def test_what_is_said_of_a_good_answer_and_of_a_wrong_one_is_german(place, answered):
    def wrong(opened, sort):
        tried = [*WRONG.get(sort, ()), model_answer(opened, sort)]
        return tried[min(place, len(tried) - 1)]

    _, reports = answered(wrong)
    said = [sentence for report in reports for sentence in all_said(report)]
    assert [sentence for sentence in said if SIGNS_OF_ENGLISH.search(IN_CODE.sub("", sentence))] == []
