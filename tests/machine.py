"""Programs that tests need and a machine may lack: they are installed from the system's packages."""

import os
import shutil
import subprocess
from glob import glob


def ensure(program: str, package: str, elsewhere: str = "") -> str:
    """Return the path of the program, after installing its package if need be; fail with one sentence.

    `elsewhere` is a pattern of folders, beside those of PATH, in which the package puts its programs.
    """
    if not _found(program, elsewhere):
        install_package(package)
    path = _found(program, elsewhere)
    assert path, f"The tests need {program}, which could not be installed: install the package {package}."
    return path


def _found(program: str, elsewhere: str) -> str | None:
    folders = [os.environ.get("PATH", os.defpath), *glob(elsewhere)]  # noqa: PTH207  # the pattern is absolute
    return shutil.which(program, path=os.pathsep.join(folders))


def install_package(package: str) -> None:
    """Install a system package where apt-get may; whether it worked is seen by using it."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (root and not shutil.which("sudo")):
        return
    print(f"Installing the package {package} for the tests …", flush=True)
    for step in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", package]):
        subprocess.run([*root, "apt-get", *step], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
