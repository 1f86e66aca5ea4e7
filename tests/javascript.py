"""What checks the widgets' JavaScript: npm's typescript and eslint, in the versions that package.json names."""

import json
import subprocess
from pathlib import Path

from .machine import found

ROOT = Path(__file__).parents[1]
MODULES = ROOT / "node_modules"
WANTED: dict[str, str] = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
HELP = (
    "The widgets' JavaScript is checked with npm's typescript and eslint: install Node.js 20.19 or later with npm, "
    "and run `npm install` in the project's folder."
)


def wrong_versions() -> dict[str, str | None]:
    """Return for each package that is missing or of another version than the one wanted what is there."""
    there = {name: _version(MODULES / name / "package.json") for name in WANTED}
    return {name: version for name, version in there.items() if version != WANTED[name]}


def ensure_javascript_tools() -> None:
    """Install what is missing; where that is not possible, the tests that need it say so."""
    if wrong_versions():
        print("Installing typescript and eslint for the tests …", flush=True)
        if not (npm := found("npm", "npm")):
            return
        subprocess.run([npm, "install", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=ROOT, check=False)


def _version(file: Path) -> str | None:
    return json.loads(file.read_text(encoding="utf-8"))["version"] if file.is_file() else None
