"""Choosing an option for every issue: what a widget shows of the issues, and what it accepts as chosen."""

from collections.abc import Sequence
from typing import Any

import traitlets

from ..negotiation import Case


def issues_of(case: Case) -> list[dict[str, Any]]:
    """Return the issues as the browser gets them."""
    return [{"name": i.name, "question": i.question, "options": list(i.options)} for i in case.issues]


def checked_choices(choices: Sequence[int], issues: Sequence[dict[str, Any]]) -> list[int]:
    """Return the options chosen, by position; raise TraitError unless there is one for each issue."""
    counts = [len(issue["options"]) for issue in issues]
    if len(choices) != len(counts) or any(c >= most for c, most in zip(choices, counts, strict=True)):
        raise traitlets.TraitError("choose one of the options for each issue.")
    return list(choices)
