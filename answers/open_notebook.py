"""The notebook that is open, as Jupyter's server names it to the notebook's Python."""

import json
import os
from pathlib import Path
from typing import Any

from .renamed_notebook import renamed_notebook

NAMED = "JPY_SESSION_NAME"  # set by the Jupyter server for each kernel
LARGEST = 50_000_000  # bytes; a lesson with all its outputs has a million


def open_notebook() -> Path | None:
    """Return the file of the notebook whose Python this is, None where nobody tells, as in VS Code and nbclient.

    The server names it when the Python begins, and not again when the notebook is renamed and its Python restarted.
    """
    named = os.environ.get(NAMED)
    if not named:
        return None
    file = Path(named)
    return file if file.exists() else renamed_notebook() or file


def read_notebook(file: Path) -> dict[str, Any]:
    """Return what was saved of a notebook, {} where that is none, or more than a notebook has."""
    try:
        if file.stat().st_size > LARGEST:
            return {}
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
