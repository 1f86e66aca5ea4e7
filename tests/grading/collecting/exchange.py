"""What students hand in through the exchange, and what a course then holds of it."""

import os
from datetime import datetime
from pathlib import Path

from biggerpie.grading.nbgrader_adapter.time_stamps import time_of

from ..nbgrader_api import nbgrader_api

EXERCISE = "01-both-can-gain"
HONEST = '{"cells": []}'


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
    with nbgrader_api(course, ExchangeCollect=settings) as api:
        done = api.collect(EXERCISE, update=update)
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


def stamp_of(course: Path, student: str) -> datetime | None:
    return time_of(course / "submitted" / student / EXERCISE)
