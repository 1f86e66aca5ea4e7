"""What the model says when it is given something it cannot use."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from .letters import same_letters
from .sentence import ENGLISH, Sentence, enumerated, in_language

LONGEST_COMPARED = 100
LONGEST_SENTENCE = 1_000  # characters of a message
JOINED = re.compile(r"(?<=\w)[-_](?=\w)|_")


class NegotiationError(ValueError):
    """One sentence for the person who can mend it: what is wrong, where, and what to do."""

    def problems(self, language: str = ENGLISH) -> tuple[str, ...]:
        """Return all that is wrong, each thing in one sentence of the language, where the model has words for it."""
        return tuple(readable(in_language(told, language)) for told in self.told())

    def told(self) -> tuple[str, ...]:
        """Return the sentences whole; what can be said in other languages is a `Sentence`."""
        return self.args[:1]


class MalformedCaseError(NegotiationError):
    """A case file in which things are wrong: as a message it is the first of its `problems`."""

    def __init__(self, problems: Iterable[str]) -> None:
        """Hold the sentences, in the order in which a reader of the file meets them; at least one."""
        self._all = tuple(dict.fromkeys(problems))
        super().__init__(readable(self._all[0]))

    def told(self) -> tuple[str, ...]:
        """Return the sentences whole."""
        return self._all


def require_error_rate(rate: float) -> None:
    """Refuse a chance of error outside 0 to 1."""
    if not 0 <= rate <= 1:
        raise NegotiationError(f"{rate} is not a chance; give an error rate from 0 to 1.")


def plain(text: str) -> str:
    """Return the text as it is compared: lower case, single spaces, no hyphens or underscores between words.

    What cannot be seen is not there, and signs and digits of other scripts are those of this one.
    """
    return " ".join(JOINED.sub(" ", same_letters(text).casefold()).split())


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return how a sentence ends that refuses a word: with the one that is nearly the same, else with all that do."""
    return _meant(plain(word)[:LONGEST_COMPARED], tuple(known))


@lru_cache(maxsize=4096)
def _meant(word: str, known: tuple[str, ...]) -> Sentence:
    """Kept, for the same answer is marked on thousands of cases whose words are the same."""
    by_plain = {plain(name): name for name in known}
    short = {name[:LONGEST_COMPARED]: name for name in by_plain}  # the time to compare grows with the square of a word
    close = [short[name] for name in get_close_matches(word, short, n=1, cutoff=0.6)]
    if close:
        return Sentence("did_you_mean", word=by_plain[close[0]])
    return Sentence("use_one", words=tuple(by_plain.values()))


def listing(words: Iterable[str], last: str = "and") -> str:
    """Return the words as a sentence reads them: 'a', 'b' and 'c'."""
    return enumerated([repr(word) for word in words], last)


def readable(sentence: str) -> str:
    """Return a sentence that quotes endless names with its beginning, where it says the place, and its end."""
    half = LONGEST_SENTENCE // 2
    return sentence if len(sentence) <= LONGEST_SENTENCE else f"{sentence[:half]} … {sentence[-half:]}"
