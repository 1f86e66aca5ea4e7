"""`python -m tools.hot_reload`: while it runs, a changed script is shown in every open widget that uses it.

Install watchfiles, and start JupyterLab from an editable install with `ANYWIDGET_HMR=1`. Stop it with Ctrl+C.
"""

import os
import time

from biggerpie.widgets._bundle import HERE, WATCHED, forget, module

BETWEEN_LOOKS = 0.3  # seconds


def bundles() -> list[str]:
    """Return the scripts that widgets have loaded, named from the folder of the widgets."""
    folder = HERE.parent / WATCHED
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.js"))


def state() -> dict[str, int]:
    """Return when each script was last changed."""
    return {str(file): file.stat().st_mtime_ns for file in HERE.rglob("*.js")}


def main() -> None:
    """Write all loaded scripts again whenever one of their parts has changed."""
    os.environ["ANYWIDGET_HMR"] = "1"
    before: dict[str, int] = {}
    while True:
        now = state()
        if now != before:
            forget()
            _write()
        before = now
        time.sleep(BETWEEN_LOOKS)


def _write() -> None:
    for name in bundles():
        try:
            module(name)
        except ValueError as error:  # while somebody writes, a script is often not whole
            print(error, flush=True)


if __name__ == "__main__":
    main()
