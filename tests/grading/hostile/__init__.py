"""Hostile and broken submissions to exercise 01, grouped by idea."""

from dataclasses import replace

from . import (
    addresses,
    broken,
    elements,
    encodings,
    files,
    forging,
    formulas,
    heavy,
    identities,
    letters,
    markup,
    names,
    opened,
    outputs,
    patching,
    peeking,
    reading,
    reported,
    settings,
    siblings,
    stopping,
    tangles,
)
from .model import Aim, Hostile
from .sources import source_of

CODE = (forging, patching, peeking, reported, reading, stopping)
TEXTS = (markup, addresses, encodings, elements, formulas, letters, outputs, tangles)
FILES = (broken, heavy, files, names, settings, siblings, identities, opened)
GROUPS = (*CODE, *TEXTS, *FILES)
CORPUS: tuple[Hostile, ...] = tuple(
    replace(hostile, source=hostile.source or source_of(hostile.name))
    for group in GROUPS
    for hostile in group.SUBMISSIONS
)
EVERYDAY = frozenset(hostile.name for group in GROUPS for hostile in group.SUBMISSIONS[::2])
"""Every second one of each group: what the tests that are not long hand in."""
LOOKED_AT = (*TEXTS, settings, siblings, opened)  # groups whose pages differ from an honest student's
SAMPLE = tuple(hostile.name for group in LOOKED_AT for hostile in group.SUBMISSIONS[::28])

__all__ = ["CORPUS", "EVERYDAY", "SAMPLE", "Aim", "Hostile"]
