"""What Jupyter's server calls a notebook now, whose Python was begun under an older name."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONNECTION = re.compile(r"(?P<folder>.*)kernel-(?P<kernel>[\w-]+)\.json")
PATIENCE = 2  # seconds; the server is on the same machine, or there is none
UNFIT = (OSError, ValueError, LookupError, TypeError, AttributeError)


def renamed_notebook() -> Path | None:
    """Return the notebook's file as the server has it for this kernel, None where no server tells.

    A kernel knows itself by the file through which it is spoken to. Beside that file each server on the machine has
    written its address, the secret with which it answers, and the folder that its paths begin at.
    """
    found = next(filter(None, map(CONNECTION.fullmatch, sys.argv)), None)
    if found is None:
        return None
    for file in Path(found["folder"]).glob("jpserver-*.json"):
        try:
            server = json.loads(file.read_text(encoding="utf-8"))
            path = next(path for kernel, path in _open_at(server) if kernel == found["kernel"])
            return Path(server["root_dir"], path)
        except (*UNFIT, StopIteration):
            continue
    return None


def _open_at(server: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the kernels of a server, each with the path of its notebook."""
    from urllib.request import Request, urlopen  # takes longer to import than a simulation, and is hardly ever needed

    if not server["url"].startswith(("http://", "https://")):
        raise ValueError("no address")
    asked = Request(f"{server['url']}api/sessions", headers={"Authorization": f"token {server['token']}"})  # noqa: S310  # see above
    with urlopen(asked, timeout=PATIENCE) as told:  # noqa: S310  # the same
        for session in json.load(told):
            yield session["kernel"]["id"], session["path"]
