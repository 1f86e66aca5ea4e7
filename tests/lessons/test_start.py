"""What `biggerpie start` fills a folder with in each language, which page it opens, and which options it takes."""

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from biggerpie.course.new_course import exercise_names
from biggerpie.lessons.command_line import main
from biggerpie.lessons.pages import languages
from biggerpie.lessons.shelf import fill_shelf
from biggerpie.lessons.start import start
from biggerpie.lessons.where_stopped import page_to_open
from biggerpie.widgets.course_map.pages import exercises_for, pages_in
from biggerpie.widgets.record import Record
from biggerpie.widgets.record.here import lesson_of

EXERCISE = "01-both-can-gain"


def test_a_german_shelf_holds_every_page_under_a_german_name(tmp_path):
    assert fill_shelf(tmp_path, "de") == []
    lessons = {page.name for page in (tmp_path / "lessons" / "de").glob("*.ipynb")}
    exercises = sorted((tmp_path / "exercises" / "de").glob("*/exercise.ipynb"))
    assert len(lessons) == 13
    assert {"00-willkommen.ipynb", "09-am-tisch.ipynb"} <= lessons
    assert len(exercises) == len(exercise_names())
    assert {str(page.relative_to(tmp_path).parts[1]) for page in tmp_path.rglob("*.ipynb")} == {"de"}


@pytest.mark.parametrize("language", languages())
def test_every_link_of_a_shelf_leads_to_a_page_of_it_and_one_of_each_page_to_the_map(language, tmp_path):
    fill_shelf(tmp_path, language)
    for page in tmp_path.rglob("*.ipynb"):
        links = re.findall(r"\]\(([^):]+\.ipynb)\)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).is_file()] == [], page
        assert page.name.startswith("00-") or any(Path(link).name.startswith("00-") for link in links), page


def test_lessons_and_exercises_have_one_name_in_the_record_in_every_language(tmp_path):
    fill_shelf(tmp_path)
    fill_shelf(tmp_path, "de")
    english, german = tmp_path / "lessons", tmp_path / "lessons" / "de"
    assert pages_in(english).keys() == pages_in(german).keys()
    assert exercises_for(english).keys() == exercises_for(german).keys() == set(exercise_names())
    assert "auf-englisch" in exercises_for(german)[EXERCISE].file.parent.name
    assert lesson_of(exercises_for(german)[EXERCISE].file) == EXERCISE


def test_the_lesson_where_one_stopped_is_opened_in_its_language_though_it_was_renamed(tmp_path):
    fill_shelf(tmp_path, "de")
    lessons = tmp_path / "lessons" / "de"
    assert page_to_open(tmp_path, "de") == "lessons/de/00-willkommen.ipynb"
    record = Record(lessons / "my-record.json")
    for lesson in ("02-concessions-and-reciprocity", "01-both-sides-can-gain"):
        record.put((lesson, "hook", "question"), {"ran": True}, None)
    record.close()
    assert page_to_open(tmp_path, "de") == "lessons/de/01-beide-koennen-gewinnen.ipynb"
    record.put(("own-negotiation", "sheet", "issues"), {"issues": "rent"}, None)  # a row of no lesson
    record.close()
    assert page_to_open(tmp_path, "de") == "lessons/de/01-beide-koennen-gewinnen.ipynb"
    after = {days: page_to_open(tmp_path, "de", datetime.now(UTC) + timedelta(days)) for days in (6, 8)}
    assert after == {6: "lessons/de/01-beide-koennen-gewinnen.ipynb", 8: "lessons/de/00-willkommen.ipynb"}
    (lessons / "01-beide-koennen-gewinnen.ipynb").rename(lessons / "gewinnen.ipynb")
    assert page_to_open(tmp_path, "de") == "lessons/de/gewinnen.ipynb"
    (lessons / "my-record.json").write_text('{"lessons": 3}')
    assert page_to_open(tmp_path, "de") == "lessons/de/00-willkommen.ipynb"
    assert page_to_open(tmp_path / "none", "en") == "lessons/00-welcome.ipynb"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("start --langauge=de", "--langauge is no option of this command nor of JupyterLab"),
        ("start --ip 0.0.0.0", "--ip takes a value; write it with an equals sign: --ip=…."),
        ("start one two", "'two' is too much here"),
        ("start --ServerApp.ip", "--ServerApp.ip is no option"),
        ("formgrader --no-browsers", "--no-browsers is no option"),
        ("formgrader one", "'one' is too much here"),
    ],
)
def test_an_option_that_nobody_knows_is_refused_and_nothing_is_written(words, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(words.split()) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_what_jupyterlab_knows_and_what_stands_after_two_dashes_is_passed_on(tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr("biggerpie.lessons.start.start", lambda *told, **_: given.append(told[:2]))
    known = ["--ip=0.0.0.0", "--allow-root", "--ServerApp.token=x", "-y"]
    assert main(["start", str(tmp_path), "--port=9", *known, "--", "--whatever", "more"]) == 0
    assert given == [(tmp_path, ["--port=9", *known, "--whatever", "more"])]


@pytest.mark.skipif(sys.platform == "win32", reason="there JupyterLab is a process of its own")
def test_a_page_of_any_name_is_opened_by_an_address(tmp_path, monkeypatch):
    given = []
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("biggerpie.lessons.start.page_to_open", lambda *_: "lessons/Why? 100 % & more.ipynb")
    monkeypatch.setattr("os.execv", lambda _, command: given.extend(command))
    start(tmp_path / "mine", [], browser=False)
    assert "--LabApp.default_url=/lab/tree/lessons/Why%3F%20100%20%25%20%26%20more.ipynb" in given
    assert "--no-browser" in given
