"""The wheels that notebooks in the browser need: those named in notebook_wheels.txt, fetched by pip, and the kit's."""

import hashlib
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from ..negotiation import NegotiationError

ROOMS = ("negotiation", "answers", "widgets", "figures")
"""What the lessons import of the kit."""
NO_NEED = {".png", ".ts", ".typed", ".pyc"}
PINS = "notebook_wheels.txt"
FOR_ANY_PYTHON = ("--no-deps", "--only-binary=:all:", "--implementation=py", "--abi=none", "--platform=any")
PYTHON = "3.14"  # of Pyodide


def fetch_wheels(folder: Path) -> None:
    """Fetch the wheels by pip into a folder; raise NegotiationError where that is not possible."""
    with resources.as_file(resources.files(__package__).joinpath(PINS)) as pins:
        command = [sys.executable, "-m", "pip", "download", "--quiet", *FOR_ANY_PYTHON, f"--python-version={PYTHON}"]
        command += ["--require-hashes", "--dest", str(folder), "--requirement", str(pins)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or "no reason was given").splitlines()[-1]
        raise NegotiationError(f"What notebooks in the browser need could not be fetched; pip said last: {last}")


def write_kits_wheel(folder: Path) -> None:
    """Write the kit, as far as lessons need it, as a wheel without dependencies; the same kit gives the same wheel."""
    version = metadata.version("biggerpie")
    about = f"biggerpie-{version}.dist-info"
    files = {f"{about}/METADATA": f"Metadata-Version: 2.1\nName: biggerpie\nVersion: {version}\n".encode()}
    files[f"{about}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: biggerpie\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    for room in ROOMS:
        source = Path(str(resources.files(f"biggerpie.{room}")))
        for file in (file for file in source.rglob("*") if file.is_file() and file.suffix not in NO_NEED):
            files[f"biggerpie/{room}/{file.relative_to(source).as_posix()}"] = file.read_bytes()
    with zipfile.ZipFile(folder / f"biggerpie-{version}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for name in sorted(files):
            wheel.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)
        wheel.writestr(zipfile.ZipInfo(f"{about}/RECORD"), "".join(f"{name},,\n" for name in sorted(files)))


def locked(wheels: Iterable[Path]) -> dict[str, Any]:
    """Return Pyodide's list of packages for these wheels, by their names; all are loaded, so none names another."""
    return {entry["name"]: entry for entry in map(_entry, sorted(wheels))}


def _entry(wheel: Path) -> dict[str, Any]:
    name, version, *_ = wheel.name.split("-")
    with zipfile.ZipFile(wheel) as files:
        modules = {file.partition("/")[0].removesuffix(".py") for file in files.namelist() if file.endswith(".py")}
    return {
        "name": re.sub(r"[-_.]+", "-", name).lower(),
        "version": version,
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(module for module in modules if module.isidentifier()),
        "depends": [],
        "unvendored_tests": False,
    }


def written_lock(pyodide: Path, version: str, packages: dict[str, Any]) -> bytes:
    """Return the list of packages as a file for this Pyodide."""
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    return json.dumps({"info": info | {"version": version}, "packages": packages}).encode()
