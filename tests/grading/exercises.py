"""The exercises as they come with the kit."""

import json
from importlib import resources
from typing import Any


def notebook_of(name: str) -> dict[str, Any]:
    """An exercise's source."""
    place = resources.files("biggerpie.exercises").joinpath(name, "exercise.ipynb")
    return json.loads(place.read_text(encoding="utf-8"))


def source_of(name: str) -> list[str]:
    """The text of each of its cells."""
    return ["".join(cell["source"]) for cell in notebook_of(name)["cells"]]
