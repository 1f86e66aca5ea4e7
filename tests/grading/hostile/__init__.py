"""Hostile and broken submissions to exercise 01, grouped by idea."""

from . import broken, files, forging, markup, opened, patching, peeking, reading, stopping
from .model import Aim, Hostile

CORPUS: tuple[Hostile, ...] = tuple(
    hostile
    for group in (forging, patching, peeking, reading, stopping, broken, markup, files, opened)
    for hostile in group.SUBMISSIONS
)

__all__ = ["CORPUS", "Aim", "Hostile"]
