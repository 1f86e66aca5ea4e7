"""On a JupyterHub the server runs already: where in it a page of the lessons is."""

import os
from pathlib import Path
from urllib.parse import quote

from ..course.on_hub import server_on_hub

ROOT = "JUPYTER_SERVER_ROOT"


def where_on_hub(folder: Path, page: str) -> str:
    """Return the sentence that says where on the hub a page in a folder is opened."""
    root = Path(os.environ.get(ROOT) or Path.home()).resolve()
    if not folder.is_relative_to(root):
        return f"Your server on this hub shows {root} only; name a folder in it, and open the lessons there."
    inside = folder.relative_to(root)
    return (
        f"You're on a JupyterHub, where JupyterLab runs already: open {inside / page} in its file browser, or go to "
        f"{server_on_hub()}lab/tree/{quote((inside / page).as_posix())}"
    )
