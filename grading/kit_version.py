"""The kit's own version, as it is written into what is handed out and beside what was marked."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version

EARLIER = "earlier"
"""Stands for the version that marked or handed out what says no version."""


def kit_named(kit: str) -> str:
    """Return a version in words."""
    return "an earlier version" if kit == EARLIER else f"version {kit}"


@cache
def kit_version() -> str:
    """Return the version, such as "0.1.0"; "unknown" where the kit was not installed."""
    try:
        return version("biggerpie")
    except PackageNotFoundError:
        return "unknown"
