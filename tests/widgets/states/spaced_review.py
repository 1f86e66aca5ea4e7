"""Spaced review."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from biggerpie.widgets import SpacedReview
from biggerpie.widgets.course_map.progress import all_lessons
from biggerpie.widgets.record import FILE, Entry
from biggerpie.widgets.record.entries import FORM, Entries
from biggerpie.widgets.record.record_file import RecordFile

RELATIONSHIP = "03-the-relationship"
RAN = {"ran": True}


def nothing_in_spaced_review() -> SpacedReview:
    """No lesson is done."""
    return SpacedReview(_folder({}))


def waiting_spaced_review() -> SpacedReview:
    """A lesson was done two days ago."""
    return SpacedReview(_folder(done(RELATIONSHIP, days_ago=2)))


def spaced_review() -> SpacedReview:
    """Three questions have come back, and none is answered."""
    return SpacedReview(_folder(done(RELATIONSHIP, days_ago=7)))


def answered_spaced_review() -> SpacedReview:
    """Two of three are answered, one of them wrongly."""
    return _answered(1, 2)


def over_spaced_review() -> SpacedReview:
    """All three are answered."""
    return _answered(1, 2, 1)


def done(name: str, days_ago: int) -> Entries:
    """What a record holds of a lesson that was done so many days ago."""
    at = (datetime.now(UTC) - timedelta(days_ago)).strftime(FORM)
    [lesson] = [one for one in all_lessons() if one.name == name]
    cells = [(place, number) for place, there in lesson.steps.items() for number in range(there)]
    return {(name, place, f"question {number}"): Entry(at, RAN) for place, number in cells}


def _answered(*choices: int) -> SpacedReview:
    widget = spaced_review()
    for place, choice in enumerate(choices):
        widget.chosen = [place, choice]
    return widget


def _folder(kept: Entries) -> Path:
    """A folder of its own with this record."""
    folder = Path(tempfile.mkdtemp(prefix="biggerpie-review-"))
    RecordFile(folder / FILE).write(kept)
    return folder
