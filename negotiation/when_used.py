"""Names of a package whose modules are imported when one of them is first used (PEP 562)."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def when_used(package: str, homes: Mapping[str, Sequence[str]]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` for a package, from the names that each of its modules holds.

    A module may not have the name of what it holds: once it is imported, it stands in the package under its own.
    """
    home_of = {name: module for module, names in homes.items() for name in names}
    there = vars(sys.modules[package])

    def get(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        there[name] = getattr(import_module(f".{home_of[name]}", package), name)
        return there[name]

    return get, lambda: sorted({*there, *home_of})
