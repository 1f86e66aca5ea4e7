"""What was recorded is what Python answers, move by move, from the beginning on."""

import json

import pytest
from biggerpie.lessons.pages import pages
from biggerpie.website.cells import answer, shown_by, state_of, widgets_among
from biggerpie.website.lesson import read_lesson
from biggerpie.website.recording import recording
from biggerpie.widgets import speak

CELLS = [
    pytest.param(cell.source, id=f"{lesson.record[:2]} {cell.id}")
    for lesson in (read_lesson(*page) for page in pages("en") if page[0].startswith("lessons/"))
    for cell in lesson.cells
    if cell.is_code and "biggerpie.figures" not in cell.source
]
QUICK = ("00 one-price", "01 equal", "02 dance-speed", "04 orange", "08 hook")


def _widgets(source: str):
    return widgets_among(shown_by(source))


@pytest.fixture(autouse=True)
def _in_english():
    speak("en")


def _hold(source: str) -> int:
    """Compare each recorded move with a widget that makes it, and return how many there are."""
    count = 0
    for place in range(len(_widgets(source))):
        made = recording(lambda at=place: _widgets(source)[at])
        assert state_of(_widgets(source)[place]) == made["start"]
        for choice, bet in enumerate(made["bets"]):
            widget = _widgets(source)[place]
            assert answer(widget, {"prediction": choice}) == bet["stored"]
            assert answer(widget, {"ran": True}) == bet["ran"]
            assert state_of(widget) == made["start"] | bet["stored"] | bet["ran"]
            count += 2
        for name, positions in made["knobs"].items():
            for value, changed in positions.items():
                widget = _widgets(source)[place]
                base = _after_the_bet(widget, made)
                answer(widget, {name: json.loads(value)})
                assert state_of(widget) == base | changed, (name, value)
                count += 1
    return count


def _after_the_bet(widget, made):
    for sent in ({"prediction": 0}, {"ran": True}) if made["bets"] else ():
        answer(widget, sent)
    return state_of(widget)


@pytest.mark.parametrize("source", [cell for cell in CELLS if cell.id in QUICK])
def test_what_was_recorded_is_computed(source):
    assert _hold(source) > 3


@pytest.mark.long
@pytest.mark.parametrize("source", [cell for cell in CELLS if cell.id not in QUICK])
def test_what_was_recorded_in_any_lesson_is_computed(source):
    _hold(source)


def test_the_lessons_have_moves_to_be_recorded():
    assert len(CELLS) > 80
    assert len([cell for cell in CELLS if cell.id in QUICK]) == len(QUICK)
