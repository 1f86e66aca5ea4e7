"""Every widget in the states that a learner meets; one harness tests them all."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import FunctionType

from biggerpie.widgets.simulation import Simulation

STATES = sorted(file.stem for file in (Path(__file__).parent / "states").glob("[a-z]*.py"))


def _states(name: str) -> list[FunctionType]:
    module = import_module(f".states.{name}", __package__)
    made = [value for value in vars(module).values() if isinstance(value, FunctionType)]
    return [function for function in made if function.__module__ == module.__name__ and function.__name__[0] != "_"]


WIDGETS: tuple[Callable[[], Simulation], ...] = tuple(state for name in STATES for state in _states(name))
