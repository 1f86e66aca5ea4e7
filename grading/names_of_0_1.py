"""The names that cells of version 0.1 call: courses that released exercises with it go on to the end of their term."""

from collections.abc import Callable
from typing import Any

from .rubrics import RUBRICS


def names_of_0_1(check: Callable[..., Any], grade: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    """Return `check_NAME` and `grade_NAME` for each kind of answer; they are the same two functions."""
    return {f"check_{name}": check for name in RUBRICS} | {f"grade_{name}": grade for name in RUBRICS}
