"""The rest of the standard library, fetched when something asks for a module that the lessons do not import."""

import sys
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from typing import Any

FILE = Path("/lib/rest.zip")
NAMES = Path(__file__).with_name("rest.txt")


class RestOfLibrary:
    """The last finder: it fetches the rest when a module of it is wanted, and looks there."""

    def __init__(self, names: str) -> None:
        """Know the modules of the rest by their names, one a line."""
        self._names = frozenset(names.split("\n"))

    def find_spec(self, name: str, _path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Return the spec of a module of the rest, None for any other."""
        if name not in self._names:
            return None
        if not FILE.exists():
            FILE.write_bytes(_fetched())
        package = name.rpartition(".")[0].replace(".", "/")
        return PathFinder.find_spec(name, [str(FILE / package)], target)


def _fetched() -> bytes:
    """Return the file, while Python waits: a worker may."""
    import js
    import site_files

    request = js.XMLHttpRequest.new()
    request.open("GET", site_files.rest, False)  # noqa: FBT003  # that it is not asynchronous
    request.responseType = "arraybuffer"
    request.send()
    return bytes(request.response.to_py())


if NAMES.is_file():
    sys.meta_path.append(RestOfLibrary(NAMES.read_text(encoding="utf-8")))
