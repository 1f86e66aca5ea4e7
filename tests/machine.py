"""Programs that tests need and a machine may lack: root installs them, for anybody else their tests are skipped."""

import os
import shutil
import subprocess
from glob import glob

import pytest


def ensure(program: str, package: str, elsewhere: str = "") -> str:
    """Return the path of the program, after installing its package if need be; skip the test where it is not there.

    `elsewhere` is a pattern of folders, beside those of PATH, in which the package puts its programs.
    """
    path = found(program, package, elsewhere)
    return path or pytest.skip(f"needs {program}, which could not be installed: install the package {package}")


def found(program: str, package: str, elsewhere: str = "") -> str | None:
    """Return the path of the program, after installing its package if need be, None where it cannot be installed."""
    if not _found(program, elsewhere):
        install_package(package)
    return _found(program, elsewhere)


def _found(program: str, elsewhere: str) -> str | None:
    folders = [os.environ.get("PATH", os.defpath), *glob(elsewhere)]  # noqa: PTH207  # the pattern is absolute
    return shutil.which(program, path=os.pathsep.join(folders))


def install_package(package: str) -> None:
    """Install a system package where there is apt-get and root runs the tests; that it worked is seen by using it."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print(f"Installing the package {package} for the tests …", flush=True)
    for step in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", package]):
        subprocess.run(["apt-get", *step], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
