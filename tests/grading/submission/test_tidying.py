"""Files beside a submitted notebook: what could act or lead elsewhere is set aside, and nothing is lost."""

import json
import os
from pathlib import Path

import pytest
from biggerpie.grading.nbgrader_adapter.before_marking import before_marking
from biggerpie.grading.nbgrader_adapter.settings import configure
from biggerpie.grading.nbgrader_adapter.time_stamps import read_strictly
from biggerpie.grading.submission import tidying
from biggerpie.grading.submission.allowed_files import Rules, rules_for
from biggerpie.grading.submission.tidying import tidied
from biggerpie.negotiation import NegotiationError
from nbgrader.converters import base
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from ..hostile.opened import PAGES, SETTINGS

EXERCISE = "01-both-can-gain"
KIT, ORDINARY = Rules(), Rules(kit=False)


@pytest.fixture
def course(tmp_path) -> Path:
    """A course folder with something to be kept secret."""
    (tmp_path / "gradebook.db").write_text("secret")
    return tmp_path


@pytest.fixture
def folder(course) -> Path:
    """A submission with a notebook in it."""
    place = course / "submitted" / "ada" / EXERCISE
    place.mkdir(parents=True)
    (place / "exercise.ipynb").write_text("{}")
    return place


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"what stands in {name}")


def left(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir())


def aside(course: Path) -> dict[str, str]:
    place = course / ".biggerpie" / "set-aside" / "ada" / EXERCISE
    return {p.name: p.read_text() for p in place.iterdir()} if place.is_dir() else {}


def test_links_and_pipes_are_taken_out_and_files_stay(course, folder):
    put(folder, "pictures/a.png")
    (folder / "pictures" / "b.png").symlink_to(course / "gradebook.db")
    (folder / "c").symlink_to(course / "nowhere")
    os.mkfifo(folder / "d")
    before_marking(course, notebooks=[str(folder / "exercise.ipynb")])
    assert left(folder) == ["exercise.ipynb", "pictures/a.png"]
    assert (course / "gradebook.db").read_text() == "secret"


def test_a_second_name_of_a_file_elsewhere_is_set_aside(course, folder):
    os.link(course / "gradebook.db", folder / "notes.txt")
    assert tidied(folder, course, KIT) == [
        "'notes.txt' is a link (a second name of a file elsewhere), "
        f"so it was moved to '.biggerpie/set-aside/ada/{EXERCISE}'."
    ]
    assert left(folder) == ["exercise.ipynb"]
    assert (course / "gradebook.db").read_text() == "secret"


@pytest.mark.parametrize("stamp", ["2030-01-15 09:00:00 UTC", "2030-01-15 09:00:00.123456 UTC"])
def test_a_good_time_stamp_stays(stamp, course, folder):
    (folder / "timestamp.txt").write_text(stamp)
    assert tidied(folder, course, KIT) == []
    assert (folder / "timestamp.txt").read_text() == stamp


@pytest.mark.parametrize("stamp", ["2030-01-15T09:00:00+01:00", "2030-01-15 08:00:00", "2030-01-15 03:00:00-0500"])
def test_a_time_in_another_form_is_written_as_nbgrader_writes_it(stamp, course, folder):
    (folder / "timestamp.txt").write_text(stamp)
    assert tidied(folder, course, KIT) == []
    assert (folder / "timestamp.txt").read_text() == "2030-01-15 08:00:00.000000 UTC"


UNREADABLE = [
    b"tomorrow",
    b"\xff\xfe",
    b"9" * 400,
    b"1h" + b"9" * 34,
    b"2030-02-30 09:00:00 UTC",
    b"9999-01-01 00:00:00 Z",
]


@pytest.mark.parametrize("stamp", UNREADABLE)
def test_an_unreadable_time_stamp_is_set_aside_and_kept(stamp, course, folder):
    (folder / "timestamp.txt").write_bytes(stamp)
    tidied(folder, course, KIT)
    place = course / ".biggerpie" / "set-aside" / "ada" / EXERCISE
    assert (place / "timestamp.txt.set-aside").read_bytes() == stamp
    assert left(folder) == ["exercise.ipynb"]


ACTIVE = [*SETTINGS.values(), *(f"a.{ending}" for ending in PAGES)]


@pytest.mark.parametrize("rules", [KIT, ORDINARY], ids=["the kit's", "ordinary"])
@pytest.mark.parametrize("name", ACTIVE)
def test_what_would_act_when_the_folder_is_opened_is_set_aside_in_every_assignment(name, rules, course, folder):
    put(folder, name)
    (said,) = tidied(folder, course, rules)
    assert said.startswith(f"'{name}' was moved to '.biggerpie/set-aside/ada/{EXERCISE}'")
    assert left(folder) == ["exercise.ipynb"]
    assert aside(course) == {f"{name.replace('/', '--')}.set-aside": f"what stands in {name}"}


def test_nothing_that_is_set_aside_has_a_name_that_would_act(course, folder):
    put(folder, *ACTIVE, "/".join(["d" * 200] * 6 + ["nbgrader_config.py"]))
    tidied(folder, course, KIT)
    hidden = course / ".biggerpie" / "set-aside"
    names = [path.name for path in hidden.rglob("*") if path.is_file()]
    assert len(names) == len(ACTIVE) + 1
    assert {Path(name).suffix for name in names} == {".set-aside"}
    assert [path for path in hidden.rglob("*") if path.is_dir()] == [hidden / "ada", hidden / "ada" / EXERCISE]


STAYS = ("notes.txt", "notes.md", "table.csv", "a.png", "B.JPG", "dossiers.json.gz", "sub/c.gif", "other.ipynb")


@pytest.mark.parametrize("name", STAYS)
def test_texts_tables_pictures_and_notebooks_stay(name, course, folder):
    put(folder, name)
    assert tidied(folder, course, KIT) == []
    assert left(folder) == sorted(["exercise.ipynb", name])


@pytest.mark.parametrize("name", ["helper.py", "report.pdf", "a.docx", "data.json", "README", "a.html.gz", "a.pkl"])
def test_other_kinds_stay_only_where_students_code_is_run_anyway(name, course, folder):
    put(folder, name)
    assert tidied(folder, course, ORDINARY) == []
    assert "only notebooks, texts, tables and PNG" in tidied(folder, course, KIT)[0]


def test_what_was_handed_out_stays_as_long_as_it_is_the_same(course, folder):
    put(course / "release" / EXERCISE, "helper.py", "story.html")
    put(folder, "helper.py", "story.html")
    rules = rules_for(course / "source" / EXERCISE, course / "release" / EXERCISE)
    assert tidied(folder, course, rules) == []
    (folder / "story.html").write_text("what stands in story_html")  # as long as before
    assert tidied(folder, course, rules)[0].startswith("'story.html' was moved")
    assert left(folder) == ["exercise.ipynb", "helper.py"]


def test_what_was_handed_out_is_found_where_the_configuration_puts_it_later(course, folder):
    config = Config()
    configure(config, course)
    config.CourseDirectory.release_directory = "handed-out"
    put(course / "handed-out" / EXERCISE, "story.html")
    put(folder, "story.html", "own.html")
    config.Autograde.pre_convert_hook(notebooks=[str(folder / "exercise.ipynb")], assignment=EXERCISE)
    assert left(folder) == ["exercise.ipynb", "story.html"]


def test_a_page_named_like_the_feedback_stays_only_where_nbgrader_writes_it(course, folder):
    put(folder, "exercise.html")
    assert tidied(folder, course, Rules(written=["exercise.html"])) == []
    assert tidied(folder, course, Rules())[0].startswith("'exercise.html' was moved")


def test_what_programs_leave_behind_is_set_aside_without_a_word(course, folder):
    put(folder, ".DS_Store", "__MACOSX/._exercise.ipynb", "Thumbs.db", ".ipynb_checkpoints/exercise-checkpoint.ipynb")
    assert tidied(folder, course, KIT) == []
    assert left(folder) == [".ipynb_checkpoints/exercise-checkpoint.ipynb", "exercise.ipynb"]
    assert len(aside(course)) == 3


def test_of_two_names_that_one_computer_takes_for_one_the_one_asked_for_stays(course, folder):
    put(folder, "EXERCISE.ipynb", "caf\u00e9.txt", "CAFE\u0301.txt")
    put(course / "release" / EXERCISE, "exercise.ipynb")
    said = tidied(folder, course, rules_for(course / "source" / EXERCISE, course / "release" / EXERCISE))
    assert [sentence.partition(" was moved")[0] for sentence in said] == ["'EXERCISE.ipynb'", "'caf\u00e9.txt'"]
    assert left(folder) == ["CAFE\u0301.txt", "exercise.ipynb"]


def test_many_files_give_one_sentence_and_all_are_kept(course, folder):
    put(folder, *(f"{number}/a.html" for number in range(200)), *(f"{number}.html" for number in range(200)))
    (said,) = tidied(folder, course, KIT)
    assert "and 395 more were moved" in said
    assert len(aside(course)) == 400


def test_files_of_one_name_set_aside_again_and_again_are_all_kept(course, folder):
    for number in range(3):
        (folder / "a.html").write_text(str(number))
        tidied(folder, course, KIT)
    assert sorted(aside(course).values()) == ["0", "1", "2"]


def test_what_an_older_version_set_aside_beside_the_submission_is_moved(course, folder):
    put(folder.parent, f"{EXERCISE} (set aside)/deep/nbgrader_config.py")
    assert "where an older version of the kit set files aside" in tidied(folder, course, KIT)[0]
    assert list(aside(course)) == ["nbgrader_config.py.set-aside"]
    assert [path.name for path in folder.parent.iterdir()] == [EXERCISE]


def test_what_nobody_may_read_is_made_readable(course, folder):
    put(folder, "closed/notes.txt")
    (folder / "closed").chmod(0)
    (folder / "exercise.ipynb").chmod(0)
    folder.chmod(0)
    tidied(folder, course, KIT)
    assert folder.stat().st_mode & 0o700 == 0o700
    assert (folder / "closed").stat().st_mode & 0o700 == 0o700
    assert (folder / "exercise.ipynb").stat().st_mode & 0o400


def test_a_folder_that_cannot_be_put_in_order_is_not_given_to_nbgrader(course, folder, monkeypatch):
    put(folder, "a.html")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("biggerpie.grading.submission.set_aside._move_file", refuse)
    notebooks = [str(folder / "exercise.ipynb")]
    before_marking(course, notebooks=notebooks)
    assert notebooks == []


def test_whose_assignment_it_is_stands_in_the_instructors_source(course):
    for name, line in (("kit", "%load_ext biggerpie.grading\n"), ("ordinary", "import biggerpie.grading\n")):
        put(course / "source" / name, "exercise.ipynb")
        cells = [{"cell_type": "code", "source": [line]}]
        (course / "source" / name / "exercise.ipynb").write_text(json.dumps({"cells": cells}))
    assert rules_for(course / "source" / "kit", course).kit
    assert not rules_for(course / "source" / "ordinary", course).kit


def test_no_file_that_a_stamp_names_as_its_time_zone_is_opened(course, folder, monkeypatch):
    def opened(*_):
        raise AssertionError("dateutil met a student's text")

    monkeypatch.setattr("dateutil.tz.gettz", opened)
    monkeypatch.setattr("dateutil.parser.parse", opened)
    (folder / "timestamp.txt").write_text(f"2026-11-15 08:00:00 {course / 'zone'}")
    read_strictly()
    assert CourseDirectory().get_existing_timestamp(str(folder)) is None
    assert "timestamp.txt holds no time that can be read" in tidied(folder, course, KIT)[0]
    assert left(folder) == ["exercise.ipynb"]


def test_a_step_that_fails_keeps_no_other_from_its_work(course, folder, monkeypatch, caplog):
    def fails(*_):
        raise ArithmeticError

    put(folder, "overrides.json", "page.html", "Notes.txt", "notes.txt")
    for step in ("_without_older_place", "settled_stamp"):
        monkeypatch.setattr(tidying, step, lambda *_: map(fails, [1]))
    notebooks = [str(folder / "exercise.ipynb")]
    before_marking(course, notebooks=notebooks)
    assert notebooks == []
    assert left(folder) == ["Notes.txt", "exercise.ipynb"]
    assert "could not be put in order (ArithmeticError), so it is not marked" in caplog.text
    with pytest.raises(NegotiationError, match="could not be put in order"):
        base.find_all_files(str(folder))


def test_what_cannot_be_looked_through_is_not_marked_and_still_put_in_order(course, folder, monkeypatch):
    def fails(*_):
        raise RecursionError

    put(folder, "page.html")
    monkeypatch.setattr("biggerpie.grading.nbgrader_adapter.before_marking.refuse_over_budget", fails)
    notebooks = [str(folder / "exercise.ipynb")]
    before_marking(course, notebooks=notebooks)
    assert notebooks == []
    with pytest.raises(NegotiationError, match="could not be looked through"):
        base.find_all_files(str(folder))
