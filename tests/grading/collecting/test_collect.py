"""Collecting: from a student's name only what the student owns, in order before anybody opens it.

All folders here belong to whoever runs the tests; where another owner is needed, `owner_of` is told so.
"""

import gzip
import io
import os
import shutil
import tarfile
import zipfile
from datetime import datetime
from getpass import getuser
from pathlib import Path
from time import sleep

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.collecting import inbound
from biggerpie.grading.collecting.copy_in import MOST_FILES, CopyIn
from biggerpie.grading.nbgrader_adapter.time_stamps import time_of
from biggerpie.negotiation import NegotiationError
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader

from ...built_once import built_once
from ..hostile.course import run
from ..hostile.files import IMPORTED

EXERCISE = "01-both-can-gain"
ME = getuser()
HONEST = '{"cells": []}'


@pytest.fixture(scope="session")
def empty_course(tmp_path_factory) -> Path:
    """A course with an exchange beside it; copy both before you use them."""

    def make(folder: Path) -> None:
        make_course(folder / "course")
        with (folder / "course" / "nbgrader_config.py").open("a") as config:
            config.write("c.Exchange.root = str(Path(__file__).parents[1] / 'exchange')\n")
        (folder / "exchange" / "course" / "inbound").mkdir(parents=True)
        with Gradebook(f"sqlite:///{folder}/course/gradebook.db") as book:
            book.add_assignment(EXERCISE, duedate=datetime(2030, 1, 20, 12))

    return built_once(tmp_path_factory, "empty-course", make)


@pytest.fixture
def course(empty_course, tmp_path, monkeypatch) -> Path:
    """A course of one's own; a folder's owner is the first word of its file `owner`, or else its claimed student."""
    shutil.copytree(empty_course, tmp_path / "university")

    def told(path: Path) -> str:
        owner = path / "owner.txt"
        return owner.read_text() if owner.is_file() else path.name.partition(f"+{EXERCISE}")[0]

    monkeypatch.setattr(inbound, "owner_of", told)
    monkeypatch.setattr("nbgrader.exchange.default.collect.pwd", None)  # or nbgrader looks at the owner again
    return tmp_path / "university" / "course"


def hand_in(course: Path, student: str, time: str = "2030-01-15 09:00:00.0 UTC", text: str = HONEST, **more) -> Path:
    """A submission in the exchange, as nbgrader's submit makes one, with more files by name.

    `owner` is another owner than the student.
    """
    place = course.parent / "exchange" / "course" / "inbound"
    folder = place / f"{student}+{EXERCISE}+{time}+{os.urandom(4).hex()}"
    folder.mkdir()
    (folder / "timestamp.txt").write_text(time)
    (folder / "submission_secret.txt").write_text(os.urandom(64).hex())
    (folder / "exercise.ipynb").write_text(text)
    for name, content in more.items():
        (folder / f"{name}.txt").write_text(content)
    return folder


def collect(course: Path, *, update: bool = True, **settings) -> str:
    """Collect as formgrader's button does, and return what was said."""
    app = NbGrader()
    app.config_dir = str(course)
    before = Path.cwd()
    os.chdir(course)
    try:
        app.initialize([], root=str(course))
        app.config.ExchangeCollect.update(settings)
        done = NbGraderAPI(coursedir=app.coursedir, parent=app, config=app.config).collect(EXERCISE, update=update)
    finally:
        os.chdir(before)
    assert done["success"], done
    return "\n".join(line for line in done.get("log", "").splitlines() if "INFO" not in line)


def configure(course: Path, line: str) -> None:
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(line)


def collected(course: Path) -> dict[str, str]:
    return {
        folder.parent.name: (folder / "exercise.ipynb").read_text()
        for folder in (course / "submitted").glob(f"*/{EXERCISE}")
    }


def test_each_students_newest_own_submission_is_collected(course):
    for student in ("ada", "bo", "c+d", "e[f]"):
        hand_in(course, student, "2030-01-15 09:00:00.0 UTC", "older")
        hand_in(course, student, "2030-01-16 09:00:00.0 UTC", "newer")
    assert collect(course) == ""
    assert collected(course) == dict.fromkeys(("ada", "bo", "c+d", "e[f]"), "newer")


def test_a_submission_forged_in_anothers_name_is_not_taken_and_both_are_named(course):
    hand_in(course, "ada", "2030-01-15 09:00:00.0 UTC", "ada's")
    hand_in(course, "ada", "2030-01-16 09:00:00.0 UTC", "forged", owner="mallory")
    hand_in(course, "bo", "2030-01-16 09:00:00.0 UTC", "forged", owner="mallory")
    said = collect(course)
    assert collected(course) == {"ada": "ada's"}
    assert (
        "2 submissions in the name of 'ada', 'bo' belong to 'mallory' and were not collected; "
        "of these, 'bo' handed in nothing."
    ) in said


def test_where_nobody_checks_owners_all_is_taken(course):
    hand_in(course, "ada", owner="jovyan")
    assert collect(course, check_owner=False) == ""
    assert collected(course) == {"ada": HONEST}


def test_a_hub_with_one_account_for_all_is_told_what_to_set(course):
    hand_in(course, "ada", owner="jovyan")
    hand_in(course, "bo", owner="jovyan")
    assert "write c.ExchangeCollect.check_owner = False into nbgrader_config.py and collect again" in collect(course)
    assert collected(course) == {}


def test_a_student_who_forges_everybodys_submission_is_no_hubs_account(course):
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.add_student("mallory")
    for number in range(7):
        hand_in(course, f"s{number}", owner="mallory")
    said = collect(course)
    assert "check_owner" not in said
    assert (
        "7 submissions in the name of 's0', 's1', 's2', 's3', 's4' and 2 more belong to 'mallory' and were not "
        "collected; of these, 's0', 's1', 's2', 's3', 's4' and 2 more handed in nothing."
    ) in said


def test_two_forged_submissions_of_one_student_are_no_hubs_account(course):
    hand_in(course, "ada", owner="mallory")
    hand_in(course, "ada", "2030-01-16 09:00:00.0 UTC", owner="mallory")
    said = collect(course)
    assert "check_owner" not in said
    assert "2 submissions in the name of 'ada' belong to 'mallory' and were not collected" in said


def test_a_link_to_anothers_submission_is_none(course):
    victim = hand_in(course, "ada", "2030-01-15 09:00:00.0 UTC", "ada's")
    victim.with_name(f"mallory+{EXERCISE}+2030-01-16 09:00:00.0 UTC+x").symlink_to(victim)
    assert "name tells no student and time" in collect(course)
    assert collected(course) == {"ada": "ada's"}


@pytest.mark.parametrize(
    "name",
    [
        "ada+{}+soon",
        "ada+{}+",
        "+{}+2030-01-01 09:00:00 UTC",
        "..+{}+2030-01-01 09:00:00 UTC",
        "ada +{}+2030-01-01 09:00:00 UTC",
        "a\nda+{}+2030-01-01 09:00:00 UTC",
        "ada+{}+9" + "9" * 99,
        "ada+{}+1h" + "9" * 34,
    ],
)
def test_a_name_that_tells_nothing_stops_nobody(name, course):
    hand_in(course, "bo")
    (course.parent / "exchange" / "course" / "inbound" / name.format(EXERCISE)).mkdir()
    assert "no submission to collect, for its name tells no student and time" in collect(course)
    assert collected(course) == {"bo": HONEST}
    assert not (course / EXERCISE).exists()


def test_what_comes_in_is_in_order_at_once(course):
    folder = hand_in(course, "ada")
    (folder / "nbgrader_config.py").write_text(IMPORTED)
    (folder / "page.html").write_text("<script>")
    (folder / "link.txt").symlink_to(course / "gradebook.db")
    os.mkfifo(folder / "pipe")
    said = collect(course)
    assert "'nbgrader_config.py', 'page.html' were moved to '.biggerpie/set-aside/ada/" in said
    for left_out in ("'link.txt' is a link", "'pipe' is a pipe"):
        assert left_out in said
    assert sorted(path.name for path in (course / "submitted" / "ada" / EXERCISE).iterdir()) == [
        "exercise.ipynb",
        "submission_secret.txt",
        "timestamp.txt",
    ]
    aside = course / ".biggerpie" / "set-aside" / "ada" / EXERCISE
    assert (aside / "nbgrader_config.py.set-aside").read_text() == IMPORTED
    assert list((course / ".biggerpie" / "work").iterdir()) == []
    assert collect(course) == ""
    assert sorted(path.name for path in aside.iterdir()) == ["nbgrader_config.py.set-aside", "page.html.set-aside"]


def test_a_second_name_of_a_file_is_left_out_where_nobody_can_tell_whose_it_is(course):
    folder = hand_in(course, "ada")
    os.link(course / "gradebook.db", folder / "book.txt")
    assert "'book.txt' is a link, so it was not collected" in collect(course, check_owner=False)
    assert collected(course) == {"ada": HONEST}
    assert not (course / "submitted" / "ada" / EXERCISE / "book.txt").exists()


def test_who_gives_a_students_file_a_second_name_keeps_it_from_nobody(course):
    folder = hand_in(course, "ada")
    os.link(folder / "exercise.ipynb", course.parent / "mallorys.ipynb")
    assert collect(course) == ""
    assert collected(course) == {"ada": HONEST}


def test_a_file_that_belongs_to_somebody_else_is_left_out(tmp_path):
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "book.txt").write_text("secret")
    about = (tmp_path / "sent" / "book.txt").stat()
    copied = CopyIn(tmp_path / "copy", about.st_uid, 1000)
    assert copied._left_out(("book.txt",), about) == ""
    copied.owner = about.st_uid + 1
    assert copied._left_out(("book.txt",), about) == "belongs to somebody else"
    with pytest.raises(NegotiationError, match="'sent' was exchanged while it was collected"):
        copied.copy(tmp_path / "sent")


def test_what_is_written_while_it_is_copied_counts_as_changed_then(tmp_path, monkeypatch):
    (tmp_path / "sent").mkdir()
    sent = tmp_path / "sent" / "exercise.ipynb"
    sent.write_text("early")
    before = sent.stat().st_ctime
    count = CopyIn._count_bytes

    def late(copying: CopyIn, number: int, *, ahead: bool = False) -> None:
        count(copying, number, ahead=ahead)
        sleep(0.05)
        sent.write_text("late!")

    monkeypatch.setattr(CopyIn, "_count_bytes", late)
    copied = CopyIn(tmp_path / "copy", None, 1000)
    copied.copy(tmp_path / "sent")
    assert (tmp_path / "copy" / "exercise.ipynb").read_text() == "late!"
    assert copied.changed > before


def test_a_submission_that_is_too_much_stops_nobody_and_keeps_what_was_collected(course):
    hand_in(course, "ada", text="first")
    hand_in(course, "bo", text="first")
    collect(course)
    sparse = hand_in(course, "ada", "2030-01-16 09:00:00.0 UTC")
    with (sparse / "big.txt").open("wb") as file:
        file.truncate(1 << 40)
    many = hand_in(course, "bo", "2030-01-16 09:00:00.0 UTC")
    for number in range(MOST_FILES):
        (many / f"{number}.txt").touch()
    hand_in(course, "chi")
    said = collect(course)
    assert "'ada' could not be collected: the submission holds more than 100 MB" in said
    assert "'bo' could not be collected: the submission holds more than 1000 files" in said
    assert collected(course) == {"ada": "first", "bo": "first", "chi": HONEST}


def test_what_was_changed_after_the_due_date_but_names_a_time_before_it_is_told(course, monkeypatch):
    hand_in(course, "ada")
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.find_assignment(EXERCISE).duedate = datetime(2020, 1, 20, 12)
        book.db.commit()
    hand_in(course, "bo", "2020-01-15 09:00:00.0 UTC")
    said = collect(course)
    assert "'bo': the submission says that it is of 2020-01-15 09:00 UTC, in time, but it was changed" in said
    assert "'ada'" not in said
    assert stamp_of(course, "bo") > datetime(2026, 1, 1)
    assert stamp_of(course, "ada") == datetime(2030, 1, 15, 9)


def test_the_exchanges_time_counts_and_not_the_students_own(course):
    folder = hand_in(course, "ada", "2030-01-21 09:00:00.000000 UTC")
    (folder / "timestamp.txt").write_text("2030-01-15 09:00:00 UTC")
    (hand_in(course, "bo", "2030-01-21 09:00:00.000000 UTC") / "timestamp.txt").unlink()
    said = collect(course)
    assert "'ada': timestamp.txt names another time (2030-01-15 09:00 UTC), so it was moved to" in said
    assert "and 2030-01-21 09:00 UTC counts" in said
    assert stamp_of(course, "ada") == stamp_of(course, "bo") == datetime(2030, 1, 21, 9)


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"short", b"0" * 5000])
def test_a_submission_whose_feedback_cannot_be_released_is_told_when_it_is_collected(course, content):
    secret = hand_in(course, "ada") / "submission_secret.txt"
    secret.unlink() if content is None else secret.write_bytes(content)
    hand_in(course, "bo")
    said = collect(course)
    assert said.count("so its feedback cannot be released; let the student submit again by nbgrader.") == 1
    assert "'ada': submission_secret.txt" in said
    assert collected(course) == {"ada": HONEST, "bo": HONEST}


def test_one_folder_that_cannot_be_read_stops_nobody(course, monkeypatch):
    def fails_for_mallory(path: Path) -> str:
        if path.name.startswith("mallory"):
            raise ArithmeticError
        return "bo"

    monkeypatch.setattr(inbound, "owner_of", fails_for_mallory)
    hand_in(course, "mallory")
    hand_in(course, "bo")
    assert "'mallory+" in collect(course)
    assert collected(course) == {"bo": HONEST}


def stamp_of(course: Path, student: str) -> datetime | None:
    return time_of(course / "submitted" / student / EXERCISE)


def test_only_one_student_can_be_collected(course):
    hand_in(course, "ada")
    hand_in(course, "bo")
    configure(course, "c.CourseDirectory.student_id = 'ada'\n")
    collect(course)
    assert collected(course) == {"ada": HONEST}


def test_nbgraders_command_takes_what_is_ones_own_and_nothing_forged(course):
    """The real command and real owners: all belongs to whoever runs this."""
    folder = hand_in(course, ME)
    (folder / "nbgrader_config.py").write_text(IMPORTED)
    hand_in(course, "ada")
    said = run(course, "nbgrader", "collect", EXERCISE)
    assert collected(course) == {ME: HONEST}
    assert f"A submission in the name of 'ada' belongs to '{ME}' and was not collected" in said
    assert "'nbgrader_config.py' was moved to" in said
    assert [path.name for path in course.rglob("nbgrader_config.py")] == ["nbgrader_config.py"]
    assert not (course / "forged").exists()


REGEXP = r".*_(?P<student_id>\w+)_attempt_(?P<timestamp>[0-9\-]+)_(?P<file_id>\w+)"


def test_what_comes_from_archives_is_in_order_and_its_senders(course):
    archive = course / "downloaded" / EXERCISE / "archive"
    archive.mkdir(parents=True)
    notebook = "hw_{}_attempt_2030-01-1{}-09-00-00_exercise.ipynb"
    with zipfile.ZipFile(archive / "hw_mallory_attempt_2030-01-15-09-00-00_files.zip", "w") as packed:
        packed.writestr(notebook.format("mallory", 5), "mallory's")
        packed.writestr(notebook.format("ada", 6), "forged")
        packed.writestr("nbgrader_config.py", IMPORTED)
        packed.writestr("deep/page.html", "<script>")
    (archive / notebook.format("ada", 5)).write_text("ada's")
    configure(course, f"c.FileNameCollectorPlugin.named_regexp = r'{REGEXP}'\n")
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"mallory": "mallory's", "ada": "ada's"}
    assert "it came in what 'mallory' sent, and its name can be read as one of 'ada' and of 'mallory'" in said
    assert [path.parent for path in course.rglob("nbgrader_config.py")] == [course]
    assert list(course.rglob("*.html")) == []
    assert not (course / "forged").exists()


def downloaded(course: Path, regexp: str = REGEXP) -> Path:
    """The folder for what was downloaded from a learning platform that names files as `regexp` says."""
    archive = course / "downloaded" / EXERCISE / "archive"
    archive.mkdir(parents=True)
    configure(course, f"c.FileNameCollectorPlugin.named_regexp = r'{regexp}'\n")
    return archive


def packed(archive: Path, **members: str) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name, content)
    return archive


def upload(student: str, name: str, day: int = 15) -> str:
    return f"hw_{student}_attempt_2030-01-{day}-09-00-00_{name}"


def test_a_name_that_can_be_read_as_two_students_is_nobodys(course):
    archive = downloaded(course)
    (archive / upload("ada", "exercise.ipynb")).write_text("ada's")
    forged = upload("mallory", "x_ada_attempt_2030-01-16-09-00-00_exercise")
    (archive / f"{forged}.ipynb").write_text("forged")
    packed(archive / f"{forged}.zip", **{upload("ada", "exercise.ipynb", 17): "forged"})
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"ada": "ada's"}
    assert said.count("can be read as one of 'ada' and of 'mallory'") == 2


def test_a_name_with_a_second_time_is_not_taken(course):
    archive = downloaded(course, REGEXP.replace(r"\w+", "[a-z]+", 1))
    (archive / upload("mallory", "x_mallory_attempt_2029-01-01-09-00-00_exercise.ipynb", 21)).write_text("late")
    (archive / upload("ada", "exercise.ipynb")).write_text("ada's")
    assert "its name can be read as of two times" in run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"ada": "ada's"}


def test_the_roster_tells_an_id_that_holds_an_underscore(course):
    archive = downloaded(course)
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.add_student("c_d")
    (archive / upload("c_d", "exercise.ipynb")).write_text("c_d's")
    (archive / upload("e_f", "exercise.ipynb")).write_text("e_f's")
    assert "can be read as one of 'e_f' and of 'f'" in run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"c_d": "c_d's"}


def test_a_pattern_that_ends_with_the_name_still_tells_whose_archive_it_is(course):
    archive = downloaded(course, REGEXP + r"\.ipynb$")
    packed(archive / upload("mallory", "files.zip"), **{upload("ada", "exercise.ipynb", 16): "forged"})
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {}
    assert "it came in what 'mallory' sent" in said


def test_an_archive_without_a_sender_takes_nobodys_place(course):
    archive = downloaded(course)
    (archive / upload("ada", "exercise.ipynb")).write_text("ada's")
    for number in range(2):
        members = {upload("ada", "exercise.ipynb", 16): "forged", upload("bo", "exercise.ipynb", 16): "forged"}
        packed(archive / f"files{number}.zip", **members)
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"ada": "ada's"}
    for number in range(2):
        assert f"'files{number}.zip' was not extracted: its name tells no student" in said


def test_files_of_which_none_is_the_newest_stop_nobody(course):
    archive = downloaded(course, r".*/hw_(?P<student_id>[a-z]+)_(?P<file_id>[a-z]+)[^/]*$")
    (archive / "hw_ada_exercise.ipynb").write_text("ada's")
    for number in range(2):
        (archive / f"hw_mallory_exercise-{number}.ipynb").write_text("x")
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"ada": "ada's"}
    assert "all would be one file of 'mallory', and" in said


def test_no_upload_stops_the_others(course):
    archive = downloaded(course)
    bad = [archive / upload(f"s{number}", "files.zip") for number in range(6)]
    bad[0].write_text("no archive")
    packed(bad[1], a="x", **{"a/b": "x", "n" * 300: "x", "../../up.ipynb": "x", "/tmp/up.ipynb": "x"})
    packed(bad[2], **{"x.gz": "no archive", "exercise.ipynb": "s2's"})
    with zipfile.ZipFile(bad[3], "w", zipfile.ZIP_LZMA) as zipped:
        zipped.writestr("exercise.ipynb", "x")
    packed(bad[4], **{f"{number}.txt": "" for number in range(201)})
    bad[5].write_bytes(packed_again(100))
    packed(archive / upload("s6", "(1).zip"), zeros="\0" * 300_000_000)
    (archive / upload("s7", "exercise.ipynb.gz")).write_bytes(gzip.compress(b"x"))
    for number, time in enumerate(("99999", "9" * 23)):
        (archive / f"hw_t{number}_attempt_{time}_exercise.ipynb").write_text("timeless")
    with tarfile.open(archive / upload("s8", "files.tar.gz"), "w:gz") as tar:
        for kind, name in ((tarfile.SYMTYPE, "link"), (tarfile.CHRTYPE, "device"), (tarfile.LNKTYPE, "twin")):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/hostname"
            tar.addfile(member)
        member = tarfile.TarInfo("exercise.ipynb")
        member.size = 4
        tar.addfile(member, io.BytesIO(b"s8's"))
    (archive / upload("zoe", "exercise.ipynb")).write_text("zoe's")
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    names = {folder.parent.name for folder in (course / "submitted").glob(f"*/{EXERCISE}")}
    assert names == {"s2", "s8", "t0", "t1", "zoe"}
    for sentence in (
        "files.zip' was not extracted: it is no zip or tar archive that can be read",
        "files.zip' was not extracted: it holds more than 200 files",
        "(1).zip' was not extracted: it holds more than 200 MB",
        "exercise.ipynb.gz' was not extracted: it is no zip or tar archive that can be read",
        "'a/b', 'nnn",
        "files.zip': 'exercise.ipynb' could not be unpacked",
        "files.zip': an archive in an archive is not unpacked: 'x.gz'",
        "files.zip': an archive in an archive is not unpacked: 'inner.zip'",
        "files.tar.gz': 'link', 'device', 'twin' could not be unpacked",
    ):
        assert sentence in said, sentence
    assert list((course / ".biggerpie" / "work").iterdir()) == []
    assert not list(course.parent.rglob("up.ipynb"))


def packed_again(times: int) -> bytes:
    content = b""
    for _ in range(times):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as zipped:
            zipped.writestr("inner.zip", content)
        content = file.getvalue()
    return content
