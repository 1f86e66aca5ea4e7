"""What a course's folder holds so that a student's case can be drawn without nbgrader."""

from pathlib import Path

from biggerpie.grading.dossiers.places import Places
from biggerpie.grading.dossiers.pool import SMALLEST, seal
from biggerpie.grading.dossiers.released import Released, write_released
from biggerpie.grading.dossiers.secret import FILE

EXERCISE = "01-both-can-gain"
SECRET = "0123456789abcdef" * 4


def put_secret(course: Path, *exercises: str) -> None:
    """Write a secret, and the note of each exercise that it was generated with it."""
    (course / FILE).write_text(f"{SECRET}\n")
    for exercise in exercises:
        write_released(course, exercise, Released(Places(seal(SECRET, exercise), SMALLEST, (0, 1))))
