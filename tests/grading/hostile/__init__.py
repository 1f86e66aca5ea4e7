"""Hostile and broken submissions to exercise 01, grouped by idea."""

from dataclasses import replace

from . import broken, files, forging, markup, patching, reading, stopping
from .model import Aim, Hostile
from .sources import source_of

GROUPS = (forging, patching, reading, stopping, broken, markup, files)
CORPUS: tuple[Hostile, ...] = tuple(
    replace(hostile, source=hostile.source or source_of(hostile.name))
    for group in GROUPS
    for hostile in group.SUBMISSIONS
)

__all__ = ["CORPUS", "Aim", "Hostile"]
