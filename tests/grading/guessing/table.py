"""Each part that asks about the other side, and what the best guess earns of it."""

from collections.abc import Callable
from functools import cache, partial
from statistics import fmean
from types import MappingProxyType

from . import of_packages, of_words
from .view import Answers, unasked

Guess = Callable[..., Answers]
PARTS = MappingProxyType[tuple[str, str], Guess](
    {
        ("01-both-can-gain", "labels"): of_words.labels,
        ("01-both-can-gain", "package"): of_packages.package,
        ("01-both-can-gain", "trade"): of_packages.trade,
        ("02-concessions", "offer"): of_packages.offer,
        ("04-interests", "links"): of_words.links,
        ("05-listening", "questions"): of_words.questions,
        ("05-listening", "priorities"): of_words.priorities,
        ("06-options", "packages"): of_packages.packages,
        ("07-another-table", "questions"): of_words.questions,
        ("07-another-table", "package"): of_packages.package,
        ("07-another-table", "trade"): of_packages.trade,
        ("08-the-close", "improved"): of_packages.improved,
        ("08-the-close", "trade"): partial(of_packages.trade, within="improved"),
    }
)
"""By exercise and answer, how the best guess is found."""


@cache
def guessed(part: tuple[str, str], variants: int, *, thorough: bool) -> float:
    """What the best guess earns, as a share of the part's points, on average over variants."""
    exercise, sort = part
    views = (unasked(exercise, f"guessing {number}", thorough=thorough) for number in range(variants))
    return fmean(view.share(sort, PARTS[part](view, thorough=thorough)) for view in views)
