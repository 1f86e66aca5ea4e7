"""The names that cells of version 0.1 call: courses that released exercises with it go on to the end of their term."""

from collections.abc import Callable
from functools import partial
from typing import Any

from .rubrics import RUBRICS


def names_of_0_1(check_by: Callable[..., Any], grade_by: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    """Return `check_NAME` and `grade_NAME` for each rubric, which they use whatever the answer is called."""
    checks = {f"check_{name}": partial(check_by, rubric) for name, rubric in RUBRICS.items()}
    return checks | {f"grade_{name}": partial(grade_by, rubric) for name, rubric in RUBRICS.items()}
