"""The simulated students, marked once for all tests of this folder."""

from time import perf_counter

import pytest
from biggerpie.grading.dossiers import pool

from .course import STUDENTS, Marks, graded, ready_course, table

DOSSIERS = 400
"""For each exercise, or twice that often enough for eight a student."""


@pytest.fixture(scope="session")
def marks(tmp_path_factory) -> Marks:
    """What everybody earns in every exercise by the machine's marks."""
    patch = pytest.MonkeyPatch()
    patch.setattr(pool, "SMALLEST", DOSSIERS)
    begun = perf_counter()
    course = ready_course(tmp_path_factory.mktemp("simulated") / "course")
    ready = perf_counter()
    found = graded(course)
    done = perf_counter()
    print(f"\n{len(STUDENTS)} students, {len(found)} exercises: {len(STUDENTS) * len(found)} submissions;")
    print(f"ready after {ready - begun:.0f} s, graded in another {done - ready:.0f} s\n{table(found)}")
    patch.undo()
    return found
