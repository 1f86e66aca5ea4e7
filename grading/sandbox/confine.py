"""Runs inside the sandbox, before the kernel: copies the submission, sets the limits, gives up every right.

A program of its own, started by path with nothing but the standard library: it is the last thing that the
instructor's side does, and it turns into the kernel. `bubblewrap.py` writes its command line.
"""

import ctypes
import json
import os
import shutil
import struct
import sys
from pathlib import Path

SUBMISSION, HOME, WORK = Path("/submission"), Path("/tmp/home"), Path("/tmp/work")  # noqa: S108  # a /tmp of its own
OPEN_FILES = 1024
DENIED, UNKNOWN_CALL = 1, 38  # errno
NEW_USER_NAMESPACE = 0x1000_0000
X32_CALLS = 0x4000_0000
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
CALL_NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
KILL, REFUSE, ALLOW = 0x8000_0000, 0x0005_0000, 0x7FFF_0000
# What makes room that no limit counts (memory files, System V memory, namespaces with mounts of their own) or
# has often been a way out of a sandbox: unshare, setns, memfd_create, shmget, mount, add_key, request_key, keyctl,
# bpf, perf_event_open, userfaultfd, io_uring_setup, open_tree, fsopen, memfd_secret.
CALLS = {
    "x86_64": (0xC000_003E, 56, (272, 308, 319, 29, 165, 248, 249, 250, 321, 298, 323, 425, 428, 430, 447)),
    "aarch64": (0xC000_00B7, 220, (97, 268, 279, 194, 40, 217, 218, 219, 280, 241, 282, 425, 428, 430, 447)),
}
CLONE3 = 435


def main() -> None:
    """Take the settings and the kernel's command from the command line; become the kernel."""
    settings = json.loads(sys.argv[1])
    HOME.mkdir()
    shutil.copytree(SUBMISSION, WORK, symlinks=True)
    if settings["uid"]:
        _become(settings["uid"])
    os.chdir(WORK)
    _limit("NPROC", settings["processes"])
    _limit("DATA", settings["memory"])
    _limit("FSIZE", settings["files"])
    _limit("NOFILE", OPEN_FILES)
    _limit("CORE", 0)
    _refuse_calls(os.uname().machine)
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606  # a program is what it is to become


def _become(uid: int) -> None:
    """Stop being root, from whom the limit on processes would be kept; the copied files go along."""
    for path in [HOME, WORK, *WORK.rglob("*")]:
        os.chown(path, uid, uid, follow_symlinks=False)
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)


def _limit(name: str, value: int) -> None:
    import resource  # not on Windows, where `bubblewrap.py` imports this file, too

    number = getattr(resource, f"RLIMIT_{name}")
    _, hard = resource.getrlimit(number)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(number, (value, value))


def _refuse_calls(machine: str) -> None:
    """Let the kernel refuse the CALLS (seccomp); a C library falls back from clone3, whose flags no filter sees."""
    if machine not in CALLS:
        sys.exit(f"it knows the processors {' and '.join(CALLS)}, not {machine}")
    program = b"".join(struct.pack("=HBBI", *step) for step in _filter(*CALLS[machine]))
    steps = ctypes.create_string_buffer(program)
    described = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(steps))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, described, 0, 0):  # no new privileges; filter calls
        sys.exit(f"it cannot filter system calls: {os.strerror(ctypes.get_errno())}")


def _filter(architecture: int, clone: int, refused: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    """Return the filter as (operation, steps to skip if true, if false, operand)."""
    steps = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, CALL_NUMBER),
        (AT_LEAST, 0, 1, X32_CALLS),
        (RETURN, 0, 0, REFUSE | DENIED),
        (EQUAL, 0, 1, CLONE3),
        (RETURN, 0, 0, REFUSE | UNKNOWN_CALL),
    ]
    for call in refused:
        steps += [(EQUAL, 0, 1, call), (RETURN, 0, 0, REFUSE | DENIED)]
    steps += [(EQUAL, 0, 3, clone), (LOAD, 0, 0, FIRST_ARGUMENT), (ANY_BIT, 0, 1, NEW_USER_NAMESPACE)]
    return [*steps, (RETURN, 0, 0, REFUSE | DENIED), (RETURN, 0, 0, ALLOW)]


if __name__ == "__main__":
    main()
