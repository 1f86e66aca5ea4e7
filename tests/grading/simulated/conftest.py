"""The simulated students, marked once for all tests of this folder."""

from time import perf_counter

import pytest
from biggerpie.grading.dossiers import pool, write

from .course import STUDENTS, Marks, graded, ready_course, table

DOSSIERS = 400
"""For each exercise; the kit writes 2,048, which takes a minute longer."""


@pytest.fixture(scope="session")
def marks(tmp_path_factory) -> Marks:
    """What everybody earns in every exercise by the machine's marks."""
    patch = pytest.MonkeyPatch()
    for module in (pool, write):
        patch.setattr(module, "SIZE", DOSSIERS)
    begun = perf_counter()
    course = ready_course(tmp_path_factory.mktemp("simulated") / "course")
    ready = perf_counter()
    found = graded(course)
    done = perf_counter()
    print(f"\n{len(STUDENTS)} students, {len(found)} exercises: {len(STUDENTS) * len(found)} submissions;")
    print(f"ready after {ready - begun:.0f} s, graded in another {done - ready:.0f} s\n{table(found)}")
    patch.undo()
    return found
