"""`biggerpie show --all` goes on whatever one submission is, and says of everybody who is not shown why."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from biggerpie.grading.submission.budget import Budget
from biggerpie.grading.submission_page import show
from biggerpie.lessons.command_line import main

from ..similarity.small_class import EXERCISE
from .conftest import ODD
from .test_show import words_of


@pytest.fixture
def own(course, tmp_path) -> Path:
    """A course of one's own, without the submission that holds a pipe."""
    return shutil.copytree(course, tmp_path / "own", symlinks=True, ignore=shutil.ignore_patterns(ODD, "shown"))


@pytest.fixture
def everybody(own, tmp_path, capsys) -> Callable[[], tuple[str, str]]:
    """What the command says beside its last line, and what stands on the list of pages."""

    def shown() -> tuple[str, str]:
        assert main(["show", "--all", "--course", str(own), "--into", str(tmp_path / "out"), "--no-browser"]) == 0
        return capsys.readouterr().err, words_of((tmp_path / "out" / "submissions.html").read_text(encoding="utf-8"))

    return shown


def page_of(tmp_path: Path, student: str) -> str:
    return words_of((tmp_path / "out" / f"{student}--{EXERCISE}.html").read_text(encoding="utf-8"))


def folder_of(own: Path, student: str) -> Path:
    return own / "submitted" / student / EXERCISE


def test_what_is_too_large_is_not_read_but_listed(own, everybody, tmp_path):
    with (folder_of(own, "ada") / "more.ipynb").open("wb") as file:
        file.truncate(3_000_000_000_000)
    for number in range(5):
        os.link(folder_of(own, "ada") / "more.ipynb", folder_of(own, "ada") / f"{number}.ipynb")
    said, listed = everybody()
    assert f"ada, {EXERCISE}: It is not read, for it holds a file of 3,000 GB" in said
    assert "It is not read, for it holds a file of 3,000 GB" in listed
    assert "more.ipynb" in page_of(tmp_path, "ada")
    assert "Answer: package" in page_of(tmp_path, "lu")


def test_what_takes_too_long_is_ended_and_named(everybody, tmp_path, monkeypatch):
    true = show.submission_view
    monkeypatch.setattr(show, "submission_view", lambda place, known: _sleep_for_ada(place) or true(place, known))
    monkeypatch.setattr(show, "READ_AS_DATA", Budget(cpu_seconds=60, seconds=10, memory=10**9, starts_processes=False))
    said, listed = everybody()
    assert "Reading it took more than 10 s by the clock, so it is not shown." in said
    assert "Reading it took more than 10 s by the clock, so it is not shown." in listed
    assert "Reading it took more than 10 s" in page_of(tmp_path, "ada")
    assert "Answer: package" in page_of(tmp_path, "lu")


def _sleep_for_ada(place: show.Place) -> None:
    if place.student == "ada":
        time.sleep(60)


def test_what_cannot_be_opened_is_named_and_the_others_are_shown(everybody, tmp_path, monkeypatch):
    true = show.submission_view
    monkeypatch.setattr(show, "submission_view", lambda place, known: _refuse_ada(place) or true(place, known))
    said, _ = everybody()
    assert f"ada, {EXERCISE}: It cannot be shown: " in said
    assert "could not be used (Permission denied)" in page_of(tmp_path, "ada")
    assert "Answer: package" in page_of(tmp_path, "lu")


def _refuse_ada(place: show.Place) -> None:
    if place.student == "ada":
        raise PermissionError(13, "Permission denied", str(place.folder))


def test_nobody_is_left_out_without_a_word(own, everybody, monkeypatch, capsys):
    for student in ("broken", "nofolder"):
        (own / "submitted" / student).mkdir()
    folder_of(own, "broken").symlink_to("nowhere")
    folder_of(own, "nofolder").write_text("PK")
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, *mode, **more: str(path)[-4:] != "/ada" and may(path, *mode, **more))
    said, listed = everybody()
    for words in (
        "submitted/ada cannot be looked into (permission denied)",
        "submitted/linked is a link to another place",
        "This submission is no folder.",
        "This submission is a link to another place",
    ):
        assert words in said
        assert words in listed
    assert main(["show", "ada", "--course", str(own), "--no-browser"]) == 2
    assert "'ada' cannot be looked into (permission denied)" in capsys.readouterr().err
