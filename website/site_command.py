"""`biggerpie site`: the lessons as pages that any static host can serve, and that run in the browser alone."""

import argparse
import tempfile
from pathlib import Path

from ..negotiation import NegotiationError
from .build import build_site
from .jupyterlite import jupyterlite_files, require_jupyterlite
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
    lite = "let each lesson open as a notebook in the browser, too; needs pip install 'biggerpie[site]'"
    command.add_argument("--notebooks", action="store_true", help=lite)
    told = "the folder teaching of the kit's sources: adds the teacher's guide, which isn't meant for students"
    command.add_argument("--teaching", type=Path, metavar="FOLDER", help=told)
    command.add_argument("--serve", action="store_true", help="serve the site on this computer, to look at it")
    command.add_argument("--port", type=int, default=0, help="the port to serve on; default: a free one")
    command.set_defaults(run=_run, passes_on=False)


def _run(options: argparse.Namespace, _: list[str]) -> None:
    guide = read_guide(options.teaching) if options.teaching else {}
    python, notebooks = _in_browser(options)
    build_site(options.folder, python=python, guide=guide, notebooks=notebooks)
    print(f"The site is in {options.folder.resolve()}: put that folder on any static host.")
    if options.serve:
        serve_site(options.folder, options.port)


def _in_browser(options: argparse.Namespace) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files by which Python runs in the browser, and those by which notebooks do."""
    if options.without_python and options.notebooks:
        raise NegotiationError("A notebook needs Python: leave out --without-python or --notebooks.")
    if options.without_python:
        return {}, {}
    if options.notebooks:
        require_jupyterlite()
    with tempfile.TemporaryDirectory() as folder:
        package = options.pyodide or fetch_pyodide(Path(folder))
        return python_files(package), jupyterlite_files(package) if options.notebooks else {}
