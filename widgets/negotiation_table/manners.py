"""Manners: how typed words may be heard, by the cues of lesson 3 for blame and a few more. It judges no tone."""

from ...negotiation.table import Manner
from .._words import Words, words
from ..rewriting.blame_words import found

BLAME = ("labels", "absolutes", "faults")
ORDER = (
    Manner.THREATEN,
    Manner.BLAME,
    Manner.APOLOGISE,
    Manner.BREAK,
    Manner.NAME_FEELING,
    Manner.REFRAME,
    Manner.ACKNOWLEDGE,
    Manner.PRESS,
    Manner.THANK,
)
"""What hurts is heard first; of two others the first that is found."""


def manner_of(typed: str, said: Words) -> tuple[str, tuple[str, ...]]:
    """Return the manner that typed words suggest, "" for none, and the words that do."""
    if typed:
        for manner in ORDER:
            if cues := found(typed, cues_of(manner, said)):
                return str(manner), cues
    return "", ()


def cues_of(manner: Manner, said: Words) -> list[str]:
    """Return the cues of a manner; those of blame are the ones that the rewriting looks for."""
    own: list[str] = said["cues"].get(manner, [])
    if manner is not Manner.BLAME:
        return own
    blaming = words("rewriting", said["language"])["cues"]
    return [*own, *(cue for kind in BLAME for cue in blaming[kind])]
