"""Collecting downloads from a learning platform: from each sender's name and archive only what is the sender's."""

import gzip
import io
import tarfile
import zipfile

import pytest
from nbgrader.api import Gradebook

from ..hostile.course import run
from ..hostile.files import IMPORTED
from .downloads import REGEXP, downloaded, packed, upload
from .exchange import EXERCISE, collected, configure


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


@pytest.mark.long
def test_a_name_that_can_be_read_as_two_students_is_nobodys(course):
    archive = downloaded(course)
    (archive / upload("ada", "exercise.ipynb")).write_text("ada's")
    forged = upload("mallory", "x_ada_attempt_2030-01-16-09-00-00_exercise")
    (archive / f"{forged}.ipynb").write_text("forged")
    packed(archive / f"{forged}.zip", **{upload("ada", "exercise.ipynb", 17): "forged"})
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"ada": "ada's"}
    assert said.count("can be read as one of 'ada' and of 'mallory'") == 2


@pytest.mark.long
def test_a_name_with_a_second_time_is_not_taken(course):
    archive = downloaded(course, REGEXP.replace(r"\w+", "[a-z]+", 1))
    (archive / upload("mallory", "x_mallory_attempt_2029-01-01-09-00-00_exercise.ipynb", 21)).write_text("late")
    (archive / upload("ada", "exercise.ipynb")).write_text("ada's")
    assert "its name can be read as of two times" in run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"ada": "ada's"}


@pytest.mark.long
def test_the_roster_tells_an_id_that_holds_an_underscore(course):
    archive = downloaded(course)
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.add_student("c_d")
    (archive / upload("c_d", "exercise.ipynb")).write_text("c_d's")
    (archive / upload("e_f", "exercise.ipynb")).write_text("e_f's")
    assert "can be read as one of 'e_f' and of 'f'" in run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"c_d": "c_d's"}


@pytest.mark.long
def test_a_pattern_that_ends_with_the_name_still_tells_whose_archive_it_is(course):
    archive = downloaded(course, REGEXP + r"\.ipynb$")
    packed(archive / upload("mallory", "files.zip"), **{upload("ada", "exercise.ipynb", 16): "forged"})
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {}
    assert "it came in what 'mallory' sent" in said


@pytest.mark.long
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


@pytest.mark.long
def test_files_of_which_none_is_the_newest_stop_nobody(course):
    archive = downloaded(course, r".*/hw_(?P<student_id>[a-z]+)_(?P<file_id>[a-z]+)[^/]*$")
    (archive / "hw_ada_exercise.ipynb").write_text("ada's")
    for number in range(2):
        (archive / f"hw_mallory_exercise-{number}.ipynb").write_text("x")
    said = run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"ada": "ada's"}
    assert "all would be one file of 'mallory', and" in said


@pytest.mark.long
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
