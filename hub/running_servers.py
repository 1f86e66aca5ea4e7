"""The servers that run now: each as its own student, and with the hub's settings."""

import pwd
from collections.abc import Iterator

import psutil  # type: ignore[import-untyped]  # it carries no types

from .accounts import named
from .the_hub import Hub

PROGRAM = "jupyterhub-singleuser"


def running_servers(hub: Hub) -> Iterator[str]:
    """Name those whose servers run without this hub's settings, or as root."""
    bare, root = [], []
    for process in psutil.process_iter():
        try:
            if not any(word.endswith(PROGRAM) for word in process.cmdline()[:2]):
                continue
            who, environment = _account(process), process.environ()
        except psutil.Error:
            continue
        if str(hub.folder / "everybody") not in environment.get("JUPYTER_CONFIG_PATH", "").split(":"):
            bare.append(who)
        if process.uids().real == 0:
            root.append(environment.get("JUPYTERHUB_USER", who))
    if bare:
        yield f"These servers run without the settings in {hub.folder}: {named(bare)}; stop them, to start them again."
    if root:
        yield f"These servers run as root and can read everything: {named(root)}; stop them, and take another account."


def _account(process: psutil.Process) -> str:
    try:
        return pwd.getpwuid(process.uids().real).pw_name
    except KeyError:
        return str(process.uids().real)
