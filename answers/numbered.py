"""Reading an answer whose lines each say one thing about something numbered: a step, a pair, a place."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic

from ..negotiation import NegotiationError, did_you_mean, plain
from .answer import LONGEST_QUOTE, Answer
from .by_issue import at_most, read_lines
from .in_english import in_english
from .line_reader import Key, LineReader, Value
from .matching import LONGEST_WORD, quoted
from .sentence import Sentence
from .wording import ORDINALS

NUMBER = re.compile(r"(?:(?P<what>[a-z]+)[\s.]{0,3})?(?P<number>\d{1,3})(?:st|nd|rd|th)?[.)]?")
SHORTEST_RANGE = 4


@dataclass(frozen=True, slots=True)
class Said(Generic[Key, Value]):
    """What was understood, by what it is about, in the answer's order, and a sentence for each problem."""

    values: Mapping[Key, Value]
    problems: tuple[str, ...] = ()


def read_keyed(answer: Answer, reader: LineReader[Key, Value]) -> Said[Key, Value]:
    """Return what each line says; a line that cannot be understood costs that line only, and so do two on one thing."""
    try:
        read = read_lines(answer, reader, lambda _, words: quoted(words))
    except NegotiationError as problem:
        return Said({}, problem.told())
    return Said(MappingProxyType(read.values), tuple(at_most(list(read.problems))))


def read_number(words: str, what: str, allowed: Collection[int]) -> int:
    """Return the number in '3', 'step 3' or 'third', where `what` is the word that may stand before it ('step')."""
    said = in_english(plain(words[:LONGEST_WORD]))
    if said in ORDINALS:
        said = str(ORDINALS.index(said) + 1)
    found = NUMBER.fullmatch(said)
    if found and found["what"] in (None, what) and (number := int(found["number"])) in allowed:
        return number
    raise NegotiationError(Sentence(f"number.{what}", words=quoted(words), numbers=numbers(allowed, "or")))


def read_word(words: str, known: Iterable[str], what: str) -> str:
    """Return the known word that is meant; `what` says what it is ('kind of step')."""
    said, some = plain(words[:LONGEST_WORD]), [str(word) for word in known]
    for one in (said, in_english(said)):
        if one in some:
            return one
    near = did_you_mean(said[:LONGEST_QUOTE], some)
    raise NegotiationError(Sentence(f"word.{what.replace(' ', '_')}", words=quoted(words), near=near))


def numbers(some: Collection[int], last: str = "and") -> str:
    """Return numbers as a sentence reads them: '3, 5 and 8', or '1 to 8' where none is left out."""
    ordered = sorted(some)
    if len(ordered) >= SHORTEST_RANGE and ordered[-1] - ordered[0] == len(ordered) - 1:
        return Sentence("numbers.to", first=ordered[0], last=ordered[-1])
    if not ordered[1:]:
        return "".join(map(str, ordered))
    return Sentence(f"numbers.{last}", before=", ".join(map(str, ordered[:-1])), last=ordered[-1])
