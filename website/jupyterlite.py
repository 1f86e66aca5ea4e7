"""JupyterLite beside the pages: each lesson as a notebook in the browser, on the Pyodide that the pages have."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_path

from ..lessons.pages import languages, pages
from ..negotiation import NegotiationError
from .pyodide import VERSION
from .wheels import fetch_wheels, locked, write_kits_wheel, written_lock

FOLDER = "jupyterlite"
"""Where it stands in the site."""
PACKAGES = ("jupyterlite_core", "jupyterlite_pyodide_kernel")
KERNEL = "@jupyterlite/pyodide-kernel-extension"
EXTENSIONS = ("anywidget", "@jupyter-widgets/jupyterlab-manager", KERNEL)
NOT_OURS = ("widgetsnbextension-3",)  # which the kernel brings for an older ipywidgets
WHEELS, LOCK, LIBRARY = "static/wheels", "pyodide-lock.json", "python_stdlib.zip"
SETTINGS = "jupyter-lite.json"


def require_jupyterlite() -> None:
    """Raise NegotiationError where JupyterLite is not installed."""
    if not all(map(find_spec, PACKAGES)):
        raise NegotiationError(
            "Notebooks in the browser need JupyterLite, which isn't installed: run pip install 'biggerpie[site]', or "
            "build the site without --notebooks."
        )


def jupyterlite_files(pyodide: Path) -> dict[str, bytes]:
    """Return JupyterLite's files by their paths in the site; `pyodide` is the folder of the npm package.

    In its settings `{files}` stands for the site's folder of shared files. Raises NegotiationError where a step fails.
    """
    with tempfile.TemporaryDirectory() as place:
        lite, out, wheels = (Path(place, name) for name in ("lite", "out", "wheels"))
        for folder in (lite, wheels):
            folder.mkdir()
        _gather_wheels(wheels)
        packages = locked(wheels.glob("*.whl"))
        (wheels / LOCK).write_bytes(written_lock(pyodide, VERSION, packages))
        shutil.copyfile(pyodide / LIBRARY, wheels / LIBRARY)
        _write_lessons(lite / "shelf")
        _build(lite, out, _settings(sorted(packages)))
        shutil.copytree(wheels, out / WHEELS)
        found = (file for file in sorted(out.rglob("*")) if file.is_file())
        return {f"{FOLDER}/{file.relative_to(out).as_posix()}": file.read_bytes() for file in found}


def notebook_link(path: str) -> str:
    """Return where a lesson of this path in a learner's folder opens as a notebook, below the site."""
    return f"{FOLDER}/notebooks/index.html?path={path}"


def _gather_wheels(folder: Path) -> None:
    """Put together what Python in the notebook has: the kit, its libraries, and what the kernel brings."""
    fetch_wheels(folder)
    write_kits_wheel(folder)
    for wheel in (_extension(KERNEL) / "static" / "pypi").glob("*.whl"):
        if not wheel.name.startswith(NOT_OURS):
            shutil.copy(wheel, folder)


def _write_lessons(shelf: Path) -> None:
    """Write the lessons of all languages as a learner's folder has them."""
    for path, content in (page for language in languages() for page in pages(language)):
        if path.startswith("lessons/"):
            file = shelf / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _extension(name: str) -> Path:
    """Return the folder of one of Jupyter's extensions."""
    found = next(filter(Path.is_dir, (Path(place, name) for place in jupyter_path("labextensions"))), None)
    if found is None:
        raise NegotiationError(f"Jupyter's extension {name} isn't installed here: run pip install 'biggerpie[site]'.")
    return found


def _settings(packages: list[str]) -> dict[str, Any]:
    """Return the kernel's settings: it asks no other host, and has these packages from the start."""
    options = {"lockFileURL": f"./{WHEELS}/{LOCK}", "stdLibURL": f"./{WHEELS}/{LIBRARY}", "packages": packages}
    pyodide = "./../{files}/python/pyodide.mjs"
    kernel = {"disablePyPIFallback": True, "pyodideUrl": pyodide, "loadPyodideOptions": options}
    return {"appName": "Bigger Pie", "litePluginSettings": {f"{KERNEL}:kernel": kernel}}


def _build(lite: Path, out: Path, settings: Mapping[str, Any]) -> None:
    """Let JupyterLite build its notebook application with these extensions alone."""
    build = {
        "apps": ["notebooks"],
        "no_sourcemaps": True,
        "ignore_sys_prefix": ["federated_extensions"],
        "federated_extensions": [str(_extension(name)) for name in EXTENSIONS],
        "contents": ["shelf"],
        "output_dir": str(out),
    }
    (lite / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": build}), encoding="utf-8")
    told = {"jupyter-lite-schema-version": 0, "jupyter-config-data": settings}
    (lite / SETTINGS).write_text(json.dumps(told), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    done = subprocess.run(command, cwd=lite, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()[-1]
        raise NegotiationError(f"JupyterLite could not be built; it said last: {last}")
