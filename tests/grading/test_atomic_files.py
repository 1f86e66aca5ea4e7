"""Files are written whole, and through no link that somebody else may have planted."""

import os
from pathlib import Path

import pytest
from biggerpie.grading import atomic_files
from biggerpie.grading.atomic_files import write_whole
from biggerpie.grading.dossiers.self_paced import case_number, next_case
from biggerpie.lessons.command_line import main
from biggerpie.lessons.shelf import LEDGER, fill_shelf
from biggerpie.negotiation import NegotiationError

WELCOME = "lessons/00-welcome.ipynb"


@pytest.fixture
def precious(tmp_path) -> Path:
    """A folder of the learner's with a file in it."""
    folder = tmp_path / "precious"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    return folder


def untouched(precious: Path) -> bool:
    return [path.name for path in precious.iterdir()] == ["mine.txt"] and (precious / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("within", [True, False])
def test_a_file_is_written_with_its_folders_and_replaced_whole(within, tmp_path):
    for content in (b"one", b"two"):
        write_whole(tmp_path / "a" / "b" / "file", content, within=tmp_path if within else None)
        assert (tmp_path / "a" / "b" / "file").read_bytes() == content
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["file"]


@pytest.mark.parametrize("within", [True, False])
def test_a_write_that_fails_leaves_what_was_there_and_no_draft(within, tmp_path, monkeypatch):
    write_whole(tmp_path / "file", b"before")

    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_files.os, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "file", b"after", within=tmp_path if within else None)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", b"before")]


@pytest.mark.parametrize("planted", [WELCOME, "lessons", LEDGER, "exercises", "exercises/01-both-can-gain"])
def test_starting_in_a_folder_with_a_planted_link_says_so_and_writes_nothing(planted, precious, tmp_path, capsys):
    link = tmp_path / "shared" / planted
    link.parent.mkdir(parents=True)
    link.symlink_to(precious / "mine.txt" if "." in planted else precious)
    before = sorted(tmp_path.rglob("*"))
    assert main(["start", str(tmp_path / "shared"), "--no-browser"]) == 2
    said = capsys.readouterr().err.strip()
    assert said == (
        f"biggerpie: {link} is a link to another place, so nothing was written through it; "
        "delete the link, and try again."
    )
    assert untouched(precious)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_learners_folder_itself_may_be_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert fill_shelf(tmp_path / "link") == []
    assert (tmp_path / "real" / WELCOME).is_file()


def test_a_pipe_in_a_lessons_place_is_named_and_not_waited_for(tmp_path):
    (tmp_path / "lessons").mkdir()
    os.mkfifo(tmp_path / WELCOME)
    with pytest.raises(NegotiationError, match=r"00-welcome\.ipynb is no ordinary file"):
        fill_shelf(tmp_path)


def test_a_link_planted_while_the_file_is_written_is_not_followed(precious, tmp_path, monkeypatch):
    """The check sees no link; then somebody swaps the folder."""
    monkeypatch.setattr(atomic_files, "require_no_link", lambda *_: (tmp_path / "swapped").symlink_to(precious))
    with pytest.raises(NegotiationError, match="swapped is a link to another place"):
        write_whole(tmp_path / "swapped" / "mine.txt", b"theirs", within=tmp_path)
    assert untouched(precious)


def test_another_case_is_not_counted_through_a_link(precious, tmp_path):
    (tmp_path / "case-number.txt").symlink_to(precious / "mine.txt")
    with pytest.raises(NegotiationError, match=r"case-number\.txt is a link"):
        next_case(tmp_path)
    assert untouched(precious)


def test_a_pipe_in_the_place_of_the_counter_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "case-number.txt")
    assert case_number(tmp_path) == 1
