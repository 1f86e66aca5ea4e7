"""The reader of links: which two interests a line joins, and how."""

import re
from collections.abc import Collection

from ..negotiation import LinkKind, NegotiationError, plain
from .in_english import in_english
from .line_reader import LineReader
from .matching import LONGEST_WORD, quoted
from .numbered import read_word
from .sentence import Sentence

Pair = tuple[int, int]
"""An interest of one's own and one of the other side, both from 0."""
SIDE = r"(?P<{0}>mine|my|m|own|theirs|their|t|other)\s*(?:interest\s*)?(?:no\.?\s*)?(?P<{0}_number>\d{{1,3}})"
PAIR = re.compile(SIDE.format("first") + r"\s*(?:[-–+&,/]|and|with|to)?\s*" + SIDE.format("second"))  # noqa: RUF001
OWN = {"mine", "my", "m", "own"}
NO_LINK = {"none", "no link", "no", "not linked", "nothing"}


def link_lines(known: Collection[Pair]) -> LineReader[Pair, LinkKind | None]:
    """Read the kind of link between two interests, None for no link."""
    return LineReader(lambda words: _pair(known, words), lambda _, words: _kind(words))


def _pair(known: Collection[Pair], words: str) -> Pair:
    found = PAIR.fullmatch(in_english(plain(words[:LONGEST_WORD])))
    if not found or (found["first"] in OWN) == (found["second"] in OWN):
        raise NegotiationError(Sentence("link.none", words=quoted(words)))
    numbers = [int(found["first_number"]) - 1, int(found["second_number"]) - 1]
    pair = (numbers[0], numbers[1]) if found["first"] in OWN else (numbers[1], numbers[0])
    if pair not in known:
        raise NegotiationError(Sentence("link.number", words=quoted(words)))
    return pair


def _kind(words: str) -> LinkKind | None:
    if in_english(plain(words[:LONGEST_WORD])) in NO_LINK:
        return None
    return LinkKind(read_word(words, LinkKind, "kind of link"))
