"""Every cell of every lesson may be the first one that a learner runs."""

import shutil

import pytest
from biggerpie.widgets import languages

from ..lone_cells import lone_cells, run_alone


@pytest.mark.parametrize(("lesson", "source"), lone_cells("lessons", "**/*.ipynb"))
def test_a_lessons_cell_that_is_run_first_shows_what_it_is_for(lesson, source, monkeypatch, tmp_path):
    notebook = shutil.copy(lesson, tmp_path / lesson.name)
    shown = run_alone(source, monkeypatch, notebook)
    assert shown.error == ""
    assert shown.widget or shown.words.strip()
    if shown.widget:
        assert f'lang="{lesson.parent.name if lesson.parent.name in languages() else "en"}"' in shown.html
