"""Every widget in the states that a learner meets; one harness tests them all."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest
from biggerpie.widgets.simulation import Simulation

STATES = sorted(file.stem for file in (Path(__file__).parent / "states").glob("[a-z]*.py"))


def _states(name: str) -> list[FunctionType]:
    module = import_module(f".states.{name}", __package__)
    made = [value for value in vars(module).values() if isinstance(value, FunctionType)]
    return [function for function in made if function.__module__ == module.__name__ and function.__name__[0] != "_"]


WIDGETS: tuple[Callable[[], Simulation], ...] = tuple(state for name in STATES for state in _states(name))
RICHEST = list({make()._anywidget_id: make for make in WIDGETS}.values())
"""The last state of each widget, in which most is shown."""
RICHEST_FIRST = [pytest.param(make, marks=() if make in RICHEST else pytest.mark.long) for make in WIDGETS]
"""Every state, for what takes long; all but the richest wait for the long run."""
