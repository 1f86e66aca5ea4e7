"""`biggerpie site`: the lessons as pages that any static host can serve, and that run in the browser alone."""

import argparse
import tempfile
from pathlib import Path

from .build import build_site
from .pyodide import VERSION, fetch_pyodide
from .python_files import python_files
from .reading_pages import read_guide
from .serve import serve_site


def add_site_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `site` to the command line."""
    command = commands.add_parser("site", help="build the lessons as web pages that need no installation")
    command.add_argument("folder", type=Path, help="where the site is written")
    fetched = f"the unpacked npm package pyodide {VERSION}; without it npm fetches it"
    command.add_argument("--pyodide", type=Path, metavar="PACKAGE", help=fetched)
    command.add_argument("--without-python", action="store_true", help="only what moves from recordings; needs no npm")
    told = "the folder teaching of the kit's sources: adds the teacher's guide, which isn't meant for students"
    command.add_argument("--teaching", type=Path, metavar="FOLDER", help=told)
    command.add_argument("--serve", action="store_true", help="serve the site on this computer, to look at it")
    command.add_argument("--port", type=int, default=0, help="the port to serve on; default: a free one")
    command.set_defaults(run=_run, passes_on=False)


def _run(options: argparse.Namespace, _: list[str]) -> None:
    guide = read_guide(options.teaching) if options.teaching else {}
    python = {} if options.without_python else _python(options.pyodide)
    build_site(options.folder, python=python, guide=guide)
    print(f"The site is in {options.folder.resolve()}: put that folder on any static host.")
    if options.serve:
        serve_site(options.folder, options.port)


def _python(package: Path | None) -> dict[str, bytes]:
    if package is not None:
        return python_files(package)
    with tempfile.TemporaryDirectory() as folder:
        return python_files(fetch_pyodide(Path(folder)))
