"""A course comes back from its backup with every file, mark and secret, and goes on as before."""

import os
import re
import shutil
import sqlite3
import tarfile
from contextlib import closing
from random import Random

import pytest
from biggerpie.course.backup import back_up
from biggerpie.course.restore import put_back
from biggerpie.course.status import status_text
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.nbgrader_adapter.shown_feedback import older_feedback
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError
from nbgrader.api import Gradebook

from .gradebooks import EXERCISE, dump, gradebook_url

OTHERS = 0o055  # what the group and all others may read


def contents(folder):
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in {"gradebook.db", "lock"})
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mode & OTHERS) for path in files}


def test_a_restored_course_holds_everything_marks_nobody_again_and_calls_no_page_older(course, tmp_path):
    grade_class(course, EXERCISE, students=["demo-01"], workers=1)
    (course / "reports" / "outside").symlink_to("/etc")
    file = tmp_path / "week-1.tar.gz"
    packed = back_up(course, file)
    assert packed.files > 30
    assert packed.missing == ("Not in it is 1 link: 'reports/outside'.",)
    assert file.stat().st_mode & 0o077 == 0
    put_back(file, tmp_path / "again" / "course")
    again = tmp_path / "again" / "course"
    assert contents(again) == contents(course)
    assert "dossier-secret.txt" in contents(again)
    assert not os.path.lexists(again / "reports" / "outside")
    assert dump(gradebook_url(again)) == dump(gradebook_url(course))
    assert status_text(again) == status_text(course)
    assert older_feedback(again, EXERCISE) == []
    outcome = grade_class(again, EXERCISE, students=["demo-01"], workers=1).outcomes["demo-01"]
    assert (outcome.marked, outcome.feedback) == (False, False)


def test_nothing_is_written_over_and_what_is_no_backup_leaves_nothing(course, tmp_path):
    (tmp_path / "x").write_text("not a backup")
    for refused in (lambda: back_up(course, tmp_path / "x"), lambda: put_back(tmp_path / "x", course)):
        with pytest.raises(NegotiationError, match="is there already"):
            refused()
    with pytest.raises(NegotiationError, match="cannot be read as a backup"):
        put_back(tmp_path / "x", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def restored(content, folder):
    """Return a course's files from a backup of this content, None where it is refused and nothing is left behind."""
    (folder / "damaged.tar.gz").write_bytes(content)
    try:
        put_back(folder / "damaged.tar.gz", folder / "again")
    except NegotiationError as problem:
        assert re.search(r"damaged\.tar\.gz cannot be read as a backup \(.+\), so nothing was restored", str(problem))
        assert not (folder / "again").exists()
        return None
    files = {path.name: path.read_bytes() for path in (folder / "again").iterdir()}
    shutil.rmtree(folder / "again")
    return files


def test_a_damaged_backup_is_never_put_back_with_wrong_contents(tmp_path):
    """A bit that fell over still gives letters; only gzip's checksum behind them knows that they are others."""
    draw = Random(2)
    files = {"nbgrader_config.py": b"", "marks.txt": "\n".join(str(draw.random()) for _ in range(500)).encode()}
    with tarfile.open(tmp_path / "whole.tar.gz", "w:gz") as packed:
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
            packed.add(tmp_path / name, name)
    whole = (tmp_path / "whole.tar.gz").read_bytes()
    assert restored(whole, tmp_path) == files
    for less in (1, 8, 9, 300):
        assert restored(whole[:-less], tmp_path) is None
    places = range(200, len(whole), 37)
    flipped = (whole[:at] + bytes([whole[at] ^ 1 << draw.randrange(8)]) + whole[at + 1 :] for at in places)
    found = [restored(content, tmp_path) for content in flipped]
    assert all(one in (None, files) for one in found)  # a few bits mean nothing
    assert found.count(None) > 0.9 * len(found) > 50


def test_a_students_file_that_is_called_as_a_database_is_kept_as_it_is(course, tmp_path):
    inner = f"submitted/demo-05/{EXERCISE}"
    for name in ("gradebook.db", "tables.db", "gradebook.db-journal"):
        (course / inner / name).write_bytes(b"no database")
    back_up(course, tmp_path / "week-1.tar.gz")
    put_back(tmp_path / "week-1.tar.gz", tmp_path / "again")
    for name in ("gradebook.db", "tables.db", "gradebook.db-journal"):
        assert (tmp_path / "again" / inner / name).read_bytes() == b"no database"


def test_what_would_undo_changes_in_a_restored_gradebook_is_left_out(course, tmp_path):
    """Where formgrader writes during a backup, its journal is of another state than the copy of the gradebook."""
    with closing(sqlite3.connect(course / "gradebook.db", isolation_level=None)) as book:
        book.execute("BEGIN")
        book.execute("UPDATE student SET first_name = 'half'")
        assert (course / "gradebook.db-journal").stat().st_size
        back_up(course, tmp_path / "week-1.tar.gz")
    put_back(tmp_path / "week-1.tar.gz", tmp_path / "again")
    assert [path.name for path in (tmp_path / "again").glob("gradebook.db*")] == ["gradebook.db"]
    with Gradebook(gradebook_url(tmp_path / "again")) as book:
        assert "half" not in {student.first_name for student in book.students}


def test_a_gradebook_that_is_none_is_one_sentence_and_leaves_nothing(course, tmp_path, capsys):
    (course / "gradebook.db").write_bytes(b"no database" * 100)
    assert main(["backup", str(tmp_path / "week-1.tar.gz"), "--course", str(course)]) == 2
    assert "gradebook.db cannot be read (file is not a database), so nothing was written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["course"]


def test_a_gradebook_behind_a_link_is_in_the_backup_and_is_a_file_of_the_course_afterwards(course, tmp_path):
    outside = (course / "gradebook.db").rename(tmp_path / "marks.db")
    (course / "gradebook.db").symlink_to(outside)
    assert back_up(course, tmp_path / "week-1.tar.gz").missing == ()
    put_back(tmp_path / "week-1.tar.gz", tmp_path / "again")
    assert not (tmp_path / "again" / "gradebook.db").is_symlink()
    assert dump(gradebook_url(tmp_path / "again")) == dump(gradebook_url(course))


def test_a_gradebook_that_is_not_there_is_told(course, tmp_path):
    (course / "gradebook.db").unlink()
    (course / "gradebook.db").symlink_to(tmp_path / "gone.db")
    (said,) = back_up(course, tmp_path / "week-1.tar.gz").missing
    assert said == f"Not in it is the gradebook, since {course / 'gradebook.db'} leads nowhere."


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "sqlite:////somewhere/else/marks.db",
            "Not in it is the gradebook, /somewhere/else/marks.db: make a copy of it, too.",
        ),
        ("not an address", "It is not known whether the gradebook lies elsewhere: c.CourseDirectory.db_url"),
    ],
)
def test_a_gradebook_that_is_not_in_the_backup_is_told(course, tmp_path, capsys, url, told):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"c.CourseDirectory.db_url = {url!r}\n")
    assert main(["backup", str(tmp_path / "week-1.tar.gz"), "--course", str(course)]) == 0
    assert told in capsys.readouterr().out
