"""Looking for a few words in a rewritten sentence: blame, a concern, a need, a request. It judges no tone."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

GAP = "…"
WIDEST_GAP = 2  # words
WORD = re.compile(r"\w+(?:['-]\w+)*|[.,;:!?]")
SENTENCE = re.compile(r".+?(?:[.!?]+(?=\s|$)|$)", re.DOTALL)
ALIKE = str.maketrans("\u2018\u2019\u2010\u2011", "''--")
"""People write several apostrophes and hyphens; cues are written with these."""
ROOM = 600
"""Characters that a text may come to when it is spelt out: an ellipsis is three, and one Arabic sign eighteen."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in a text, each as the text has it and in its order; empty where no cue was there.

    `labels` name the person, `absolutes` say always or never, `faults` say who is guilty, `judging` may begin a
    judgment; `concern` and `need` say what it is about and what is needed; `request` asks for something, and
    `question` are whole questions without such a cue.
    """

    labels: tuple[str, ...]
    absolutes: tuple[str, ...]
    faults: tuple[str, ...]
    judging: tuple[str, ...]
    concern: tuple[str, ...]
    need: tuple[str, ...]
    request: tuple[str, ...]
    question: tuple[str, ...]


def look(text: str, cues: Mapping[str, Sequence[str]]) -> Look:
    """Look for the cues, which are named as the fields of `Look`; `defence` begins questions that do not count.

    A question that begins like "why" asks for a defence.
    """
    plain = {name: found(text, cues[name]) for name in Look.__slots__ if name != "question"}
    sentences = [sentence.strip() for sentence in SENTENCE.findall(_normal(text))]
    return Look(**plain, question=_once([sentence for sentence in sentences if _asks(sentence, cues)]))


def found(text: str, cues: Sequence[str]) -> tuple[str, ...]:
    """Return what in the text fits one of the cues, without repetition.

    A cue is one word or several. `*` in a word stands for any letters ("answer*"), and the word `…` for at most
    two words between ("you … never"). Case does not count, and a cue inside a longer word is not found.
    """
    normal = _normal(text)
    words = list(WORD.finditer(normal))
    plain = [word[0].casefold() for word in words]
    patterns = [cue.casefold().split() for cue in cues]
    spans, start = [], 0
    while start < len(words):
        rest = plain[start:]
        longest = max((_length(pattern, rest) or 0 for pattern in patterns), default=0)
        if longest:
            spans.append(normal[words[start].start() : words[start + longest - 1].end()])
        start += max(1, longest)
    return _once(spans)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)[: max(ROOM, len(text))].translate(ALIKE)


def _asks(sentence: str, cues: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a sentence is a question that neither asks for a defence nor holds a cue of a request."""
    words = [word.casefold() for word in WORD.findall(sentence)]
    defence = any(_length(cue.casefold().split(), words[start:]) for cue in cues["defence"] for start in (0, 1))
    return "?" in sentence and any(map(_is_word, words)) and not defence and not found(sentence, cues["request"])


def _length(cue: Sequence[str], words: Sequence[str]) -> int | None:
    """Return how many words at the beginning fit the cue, None where it does not fit."""
    if not cue:
        return 0
    if cue[0] == GAP:
        skips = range(min(WIDEST_GAP, len(words)) + 1)
        rests = ((skip, _length(cue[1:], words[skip:])) for skip in skips if all(map(_is_word, words[:skip])))
        return next((skip + rest for skip, rest in rests if rest is not None), None)
    if not words or not fnmatchcase(words[0], cue[0]):
        return None
    rest = _length(cue[1:], words[1:])
    return None if rest is None else 1 + rest


def _is_word(word: str) -> bool:
    return word not in ".,;:!?"


def _once(spans: Sequence[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for span in spans:
        first.setdefault(span.casefold(), span)
    return tuple(first.values())
