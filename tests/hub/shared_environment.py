"""A Python environment that every user of the machine may run: the tests' own libraries, in an open folder."""

import os
import subprocess
import sys
import sysconfig
from importlib.metadata import entry_points
from pathlib import Path

import pytest

PROGRAMS = ("biggerpie", "nbgrader", "jupyter", "jupyterhub", "jupyterhub-singleuser", "alembic")
SCRIPT = "#!{python}\nimport sys\nfrom {module} import {name}\nsys.exit({name}())\n"


def shared_environment(place: Path, account: str) -> Path:
    """Make one and return its folder of programs; skip the test where an account could not use it."""
    base = next(filter(os.path.exists, _pythons()), "")
    libraries = sysconfig.get_path("purelib")
    subprocess.run([base, "-m", "venv", "--without-pip", place], check=True)
    site = next(place.glob("lib/python*/site-packages"))
    (site / "tests_libraries.pth").write_text(f"import site; site.addsitedir({libraries!r})\n")
    for name in ("share", "etc"):
        (place / name).symlink_to(Path(sys.prefix, name))
    for one in entry_points(group="console_scripts"):
        if one.name in PROGRAMS:
            script = place / "bin" / one.name
            name = one.attr.partition(".")[0]
            text = SCRIPT.format(python=place / "bin" / "python", module=one.module, name=name)
            script.write_text(text.replace(f"sys.exit({name}())", f"sys.exit({one.attr}())"))
            script.chmod(0o755)
    tried = [place / "bin" / "biggerpie", "--version"]
    done = subprocess.run(
        tried, user=account, group=account, extra_groups=[], cwd="/", capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("needs Python and this clone where all users of the machine can read them, such as /opt")
    return place / "bin"


def _pythons() -> list[str]:
    """Return Pythons of this version, those first that others surely may run."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return [f"/usr/bin/{version}", f"/usr/local/bin/{version}", str(Path(sys.base_prefix, "bin", version))]
