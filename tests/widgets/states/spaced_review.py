"""Spaced review."""

from pathlib import Path

from biggerpie.widgets import SpacedReview
from biggerpie.widgets.record import FILE
from biggerpie.widgets.record.entries import Entries
from biggerpie.widgets.record.record_file import RecordFile

from ..finished import done
from ..folders import new_folder

RELATIONSHIP = "03-the-relationship"


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


def _answered(*choices: int) -> SpacedReview:
    widget = spaced_review()
    for place, choice in enumerate(choices):
        widget.chosen = [place, choice]
    return widget


def _folder(kept: Entries) -> Path:
    """A folder of its own with this record."""
    folder = new_folder()
    RecordFile(folder / FILE).write(kept)
    return folder
