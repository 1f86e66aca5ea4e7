"""Notebooks as they are committed; `python -m tools.canonical --write` brings them into this form."""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
PROTECTED = {"deletable": False, "editable": False}
FOLDED = {"jupyter": {"source_hidden": True}}


def notebooks() -> list[Path]:
    """Return every notebook of the kit."""
    return sorted([*ROOT.glob("lessons/**/*.ipynb"), *ROOT.glob("exercises/*/*.ipynb")])


def canonical(notebook: dict[str, Any]) -> str:
    """Return the notebook's text without outputs, counts and metadata that it does not need.

    What stands in its metadata under "biggerpie" stays: a lesson's name, by which the learner's record knows it. A
    lesson is read and played, so none of its cells can be changed or deleted by accident, and its code is folded away.
    """
    own = {name: told for name, told in notebook["metadata"].items() if name == "biggerpie"}
    cells = [_cell(cell, lesson=bool(own)) for cell in notebook["cells"]]
    whole = {"cells": cells, "metadata": {**METADATA, **own}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _cell(cell: dict[str, Any], *, lesson: bool) -> dict[str, Any]:
    kept = {name: cell["metadata"][name] for name in ("nbgrader", "tags") if name in cell["metadata"]}
    kept |= PROTECTED if lesson else {}
    kept |= FOLDED if lesson and cell["cell_type"] == "code" else {}
    source = "".join(cell["source"]).strip("\n").splitlines(keepends=True)
    same = {"cell_type": cell["cell_type"], "id": cell["id"], "metadata": kept, "source": source}
    return {**same, "execution_count": None, "outputs": []} if cell["cell_type"] == "code" else same


def main() -> int:
    """Say which notebooks are not canonical; with --write, mend them."""
    wrong = [p for p in notebooks() if p.read_text("utf-8") != canonical(json.loads(p.read_text("utf-8")))]
    for path in wrong:
        print(f"{'mended' if '--write' in sys.argv else 'not canonical'}: {path.relative_to(ROOT)}")
        if "--write" in sys.argv:
            path.write_text(canonical(json.loads(path.read_text("utf-8"))), "utf-8")
    return 0 if "--write" in sys.argv else len(wrong)


if __name__ == "__main__":
    sys.exit(main())
