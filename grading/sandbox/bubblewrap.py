"""The command line that starts a program inside bubblewrap, and the question whether that works here."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from . import confine
from .confine import HOME, SUBMISSION
from .hidden_folders import Folders, masked

SYSTEM = ("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/usr")
SETTINGS = ("/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime")
LARGEST_MESSAGE = 1 << 25
KEPT = ("LANG", "NBGRADER_EXECUTION", "TZ")
# A user of its own for each grading process, so that root's kernels too have a number of processes to count.
# These numbers are systemd's for passing users: they belong to no person.
FIRST_UID, UIDS = 61184, 4000
SECONDS_TO_TRY = 30
SWITCH_OFF = "or run students' code unprotected with c.MarkAnswers.sandbox = False in nbgrader_config.py."


@dataclass(frozen=True)
class Limits:
    """What one notebook may use: seconds, bytes, and processes."""

    seconds: int
    memory: int
    processes: int
    files: int
    output: int

    @property
    def message(self) -> int:
        """Bytes of the greatest message that is read; the kernel's line is cut at a greater one, unread."""
        return max(LARGEST_MESSAGE, self.output)


def uid_inside() -> int | None:
    """Return the user that the kernel shall be, or None where this process is not root and stays who it is."""
    return None if os.geteuid() else FIRST_UID + os.getpid() % UIDS


def bubblewrap_command(
    command: list[str], submission: Path, shared: Path, limits: Limits, folders: Folders
) -> list[str]:
    """Return the command line that runs `command` on a copy of the submission, with `shared` as its way out."""
    seen = _seen(folders.shown)
    if hiding := next((folder for folder in seen if submission.resolve().is_relative_to(folder)), None):
        msg = f"The sandbox shows {hiding} to students' code, and the course lies in it: move one of the two."
        raise ValueError(msg)
    masks = masked(folders, [*map(Path, SYSTEM), *seen])
    settings = {**asdict(limits), "uid": uid_inside()}
    start = [sys.executable, "-I", "-S", confine.__file__, json.dumps(settings)]
    room = ["--perms", "1777", "--size", str(limits.files), "--tmpfs"]
    return [
        *(shutil.which("bwrap") or "bwrap", "--die-with-parent", "--new-session", *_apart()),
        *("--proc", "/proc", "--dev", "/dev", *room, "/dev/shm", "--remount-ro", "/dev", *room, "/tmp"),  # noqa: S108
        *(word for path in SYSTEM for word in _system(Path(path))),
        *(word for path in SETTINGS for word in ("--ro-bind-try", path, path)),
        *(word for path in sorted({*seen, *masks}) for word in (_empty(path) if path in masks else _read_only(path))),
        *("--bind", str(shared), str(shared), *_without_notebooks(submission.resolve())),
        *(word for mask in masks for word in ("--remount-ro", str(mask))),
        *("--remount-ro", "/", "--", *start, *command),
    ]


def environment() -> dict[str, str]:
    """Return the kernel's environment variables; none is a secret."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.defpath])
    return {"LANG": "C.UTF-8", "HOME": str(HOME), "USER": "student", "PATH": path, **kept}


@cache
def why_not() -> str | None:
    """Try the sandbox once; return None if it works, else one sentence that says what is wrong and what to do."""
    if not shutil.which("bwrap"):
        return f"The sandbox needs the program bwrap, which is missing: install the package bubblewrap, {SWITCH_OFF}"
    limits = Limits(seconds=SECONDS_TO_TRY, memory=1 << 30, processes=256, files=1 << 20, output=0)
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as shared:
        line = bubblewrap_command([shutil.which("true") or "true"], Path(empty), Path(shared), limits, Folders())
        try:
            done = subprocess.run(  # noqa: S603  # the line is our own
                line, env=environment(), cwd="/", capture_output=True, text=True, timeout=SECONDS_TO_TRY, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            return _refused(str(problem))
    return _refused(done.stderr) if done.returncode else None


def _refused(words: str) -> str:
    said = (words.strip().splitlines() or ["it says nothing"])[-1].rstrip(". ")
    return f"The sandbox does not start here ({said}): bubblewrap 0.6 or newer must be allowed to run, {SWITCH_OFF}"


def _apart() -> list[str]:
    """Return what the kernel does not share: no network, no process, no user name with rights."""
    apart = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    if uid_inside() is None:
        return [*apart, "--unshare-user"]
    return [*apart, *(word for right in ("SETUID", "SETGID", "CHOWN") for word in ("--cap-add", f"CAP_{right}"))]


def _seen(folders: tuple[str, ...]) -> list[Path]:
    """Return the folders that Python and the kit are in, and the instructor's own, outer ones first."""
    kit = Path(__file__).resolve().parents[1]
    python = {Path(place) for place in (sys.prefix, sys.base_prefix)}
    resolved = {path.resolve() for path in (*python, *map(Path, folders))}
    return sorted({*python, *resolved, kit, kit.parent / "negotiation"})


def _system(path: Path) -> list[str]:
    if path.is_symlink():
        return ["--symlink", str(path.readlink()), str(path)]
    return ["--ro-bind", str(path), str(path)] if path.exists() else []


def _read_only(folder: Path) -> list[str]:
    """Return a read-only view of the folder, whose parents can be passed through and hold nothing else."""
    parents = [word for parent in reversed(folder.parents[:-1]) for word in ("--perms", "0755", "--dir", str(parent))]
    return [*parents, "--ro-bind", str(folder), str(folder)]


def _empty(folder: Path) -> list[str]:
    return ["--perms", "0755", "--tmpfs", str(folder)]


def _without_notebooks(submission: Path) -> list[str]:
    """Return a view of a submission's other files: the notebook that is executed holds the hidden tests."""
    files = [path for path in sorted(submission.iterdir()) if path.suffix != ".ipynb" and not path.is_symlink()]
    shown = [word for path in files for word in ("--ro-bind", str(path), str(SUBMISSION / path.name))]
    return ["--perms", "0755", "--dir", str(SUBMISSION), *shown]
