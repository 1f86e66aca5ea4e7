"""Pyodide, which runs Python in the browser: the npm package of that name, in one version."""

import hashlib
import io
import shutil
import subprocess
import tarfile
from pathlib import Path

from ..negotiation import NegotiationError

VERSION = "314.0.6"
SHA256 = "d78ac549b28a2a58600cd06f44e017024151775f8c6b2d73fab1475400d38ea2"
"""Of the package as npm serves it."""


def fetch_pyodide(folder: Path) -> Path:
    """Fetch the package by npm into a folder, and return the folder that it is unpacked in.

    Raises NegotiationError where there is no npm, where it cannot fetch the package, and where that is another one.
    """
    npm = shutil.which("npm")
    if not npm:
        raise NegotiationError(
            "Python for the browser is fetched by npm, which was not found: install Node.js with npm, give the "
            "unpacked npm package with --pyodide FOLDER, or build the site with --without-python."
        )
    command = [npm, "pack", f"pyodide@{VERSION}", "--silent", "--pack-destination", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    packed = next(folder.glob("*.tgz"), None)
    if done.returncode or packed is None:
        raise NegotiationError(
            f"npm could not fetch pyodide {VERSION}: check the connection and try again, or give the unpacked npm "
            "package with --pyodide FOLDER."
        )
    content = packed.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise NegotiationError(f"npm fetched another pyodide {VERSION} than this kit knows, so nothing was built.")
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"
