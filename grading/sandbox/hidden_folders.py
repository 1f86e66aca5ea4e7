"""What students' code must not see though it may lie in a folder that the sandbox shows, such as /usr."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """What the instructor shows to students' code beside Python, and what must stay hidden."""

    shown: tuple[str, ...] = ()
    hidden: tuple[Path, ...] = ()


def settings_folders() -> list[Path]:
    """Return where an administrator's settings for Jupyter and nbgrader lie, which can hold a password."""
    prefixes = ("/usr", sys.prefix, sys.base_prefix)
    return [Path("/usr/local/etc"), *(Path(prefix, "etc", "jupyter") for prefix in prefixes)]


def masked(folders: Folders, shown: Iterable[Path]) -> list[Path]:
    """Return the folders that need an empty one over them, because one that is shown holds them.

    Raises ValueError where one is shown itself, or lies in a folder that the instructor shows.
    """
    everything = {path.resolve() for path in shown}
    own = [Path(path).resolve() for path in folders.shown]
    places = {path.resolve() for path in (*folders.hidden, *settings_folders()) if path.is_dir()}
    for place in sorted(places):
        outer = [folder for folder in own if place.is_relative_to(folder)]
        if outer or place in everything:
            msg = f"The sandbox shows {(outer or [place])[0]} to students' code, and {place} must stay hidden: move it."
            raise ValueError(msg)
    return sorted(place for place in places if any(place.is_relative_to(folder) for folder in everything))
