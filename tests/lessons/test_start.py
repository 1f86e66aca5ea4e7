"""What `biggerpie start` fills a folder with in each language, which page it opens, and which options it takes."""

import json
import re
import sys
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from biggerpie.course.new_course import exercise_names
from biggerpie.lessons.command_line import main
from biggerpie.lessons.pages import languages, pages
from biggerpie.lessons.shelf import fill_shelf
from biggerpie.lessons.start import start
from biggerpie.lessons.where_stopped import page_to_open
from biggerpie.widgets.course_map.pages import exercises_for, pages_in
from biggerpie.widgets.record import Record
from biggerpie.widgets.record.here import lesson_of

from tools.canonical import ROOT

EXERCISE = "01-both-can-gain"
TRANSLATED = pytest.mark.parametrize("language", [language for language in languages() if language != "en"])


def names_in(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((ROOT / "lessons" / language / "names.toml").read_text(encoding="utf-8"))


def first_line(notebook: str) -> str:
    return json.loads(notebook)["cells"][0]["source"][0]


@TRANSLATED
def test_a_translated_shelf_holds_every_page_under_a_name_of_its_own(language, tmp_path):
    assert fill_shelf(tmp_path, language) == []
    names, english = names_in(language), dict(pages("en"))
    lessons = {page.stem for page in (tmp_path / "lessons" / language).glob("*.ipynb")}
    exercises = {page.parent.name for page in (tmp_path / "exercises" / language).glob("*/exercise.ipynb")}
    assert lessons == set(names["lessons"].values())
    assert exercises == set(names["exercises"].values())
    assert len(lessons) + len(exercises) == len(english)
    assert not lessons & {Path(path).stem for path in english}
    assert {str(page.relative_to(tmp_path).parts[1]) for page in tmp_path.rglob("*.ipynb")} == {language}


@TRANSLATED
def test_a_lesson_that_is_not_translated_comes_in_english_with_links_to_the_languages_own_pages(language, tmp_path):
    fill_shelf(tmp_path, language)
    own, names = ROOT / "lessons" / language, names_in(language)["lessons"]
    for name, called in names.items():
        page = (tmp_path / "lessons" / language / f"{called}.ipynb").read_text(encoding="utf-8")
        translated = own / f"{called}.ipynb"
        source = translated if translated.is_file() else ROOT / "lessons" / f"{name}.ipynb"
        assert first_line(page) == first_line(source.read_text(encoding="utf-8"))
        assert name.startswith("00-") or f"]({names['00-welcome']}.ipynb)" in page


@pytest.mark.parametrize("language", languages())
def test_every_link_of_a_shelf_leads_to_a_page_of_it_and_one_of_each_page_to_the_map(language, tmp_path):
    fill_shelf(tmp_path, language)
    for page in tmp_path.rglob("*.ipynb"):
        links = re.findall(r"\]\(([^):]+\.ipynb)\)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).is_file()] == [], page
        assert page.name.startswith("00-") or any(Path(link).name.startswith("00-") for link in links), page


@TRANSLATED
def test_lessons_and_exercises_have_one_name_in_the_record_in_every_language(language, tmp_path):
    fill_shelf(tmp_path)
    fill_shelf(tmp_path, language)
    english, own = tmp_path / "lessons", tmp_path / "lessons" / language
    assert pages_in(english).keys() == pages_in(own).keys()
    assert exercises_for(english).keys() == exercises_for(own).keys() == set(exercise_names())
    assert exercises_for(own)[EXERCISE].file.parent.name == names_in(language)["exercises"][EXERCISE]
    assert lesson_of(exercises_for(own)[EXERCISE].file) == EXERCISE


@TRANSLATED
def test_the_lesson_where_one_stopped_is_opened_in_its_language_though_it_was_renamed(language, tmp_path):
    fill_shelf(tmp_path, language)
    shelf, names = f"lessons/{language}", names_in(language)["lessons"]
    lessons, welcome = tmp_path / shelf, f"{shelf}/{names['00-welcome']}.ipynb"
    assert page_to_open(tmp_path, language) == welcome
    record = Record(lessons / "my-record.json")
    for lesson in ("02-concessions-and-reciprocity", "01-both-sides-can-gain"):
        record.put((lesson, "hook", "question"), {"ran": True}, None)
    record.close()
    stopped = f"{names['01-both-sides-can-gain']}.ipynb"
    assert page_to_open(tmp_path, language) == f"{shelf}/{stopped}"
    record.put(("own-negotiation", "sheet", "issues"), {"issues": "rent"}, None)  # a row of no lesson
    record.close()
    after = {days: page_to_open(tmp_path, language, datetime.now(UTC) + timedelta(days)) for days in (0, 6, 8)}
    assert after == {0: f"{shelf}/{stopped}", 6: f"{shelf}/{stopped}", 8: welcome}
    copy = lessons / stopped.replace(".ipynb", "-Copy1.ipynb")
    copy.write_bytes((lessons / stopped).read_bytes())
    assert page_to_open(tmp_path, language) == f"{shelf}/{stopped}"
    copy.unlink()
    (lessons / stopped).rename(lessons / "mine.ipynb")
    assert page_to_open(tmp_path, language) == f"{shelf}/mine.ipynb"
    (lessons / "my-record.json").write_text('{"lessons": 3}')
    assert page_to_open(tmp_path, language) == welcome
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
