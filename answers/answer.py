"""Answers: plain `key: value` lines under `%%answer NAME`, read as text and never executed.

There is nothing in this format but lines: no tags, references, nesting or types. So nothing that a student
writes can mean more than it says, and a line that cannot be read costs that line only.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ..negotiation import NegotiationError
from ..negotiation.letters import same_letters, visible, whole_letters
from .sentence import Sentence

LONGEST_ANSWER = 10_000
LONGEST_QUOTE = 40
MOST_NOT_UNDERSTOOD = 100
STOPPED = Sentence("answer.stopped", most=MOST_NOT_UNDERSTOOD)
QUOTES = "\"'`“”‘’"
EMPHASIS = "*_"
PARTED = re.compile(r"(?<!\s)\s*(?:->|=>|→|\t|\s[-–—]\s|\|)\s*")
FENCE = re.compile(r"[`~]{3,}\w*|[|:\s-]+")  # a line of Markdown that says nothing
MAGIC = "%%answer"
ABOVE = re.compile(r"(?:\s*#[^\n]*\n){0,50}\s*")  # remarks that stand above the magic
DAMAGED = re.compile(r"\s*%*[ \t]*answer\b(?P<name>[^:=\n]*)(?:\n|$)", re.IGNORECASE)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lines:
    """The keys and values that an answer's lines hold, in order, and a sentence for each line that holds none.

    `places` says which line of the answer's text each pair is, from 0.
    """

    pairs: tuple[Pair, ...]
    problems: tuple[str, ...] = ()
    places: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a student wrote under one name; `text` is None where there is no such answer."""

    name: str
    text: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Put question marks for halves of letters, which no page and no file can hold."""
        if self.text is not None:
            object.__setattr__(self, "text", whole_letters(self.text))

    def lines(self) -> Lines:
        """Return the answer line by line; raise NegotiationError with one sentence if it is none at all."""
        if self.text is None:
            raise NegotiationError(Sentence("answer.none", name=self.name))
        if len(self.text) > LONGEST_ANSWER:
            length = len(self.text)
            raise NegotiationError(Sentence("answer.too_long", name=self.name, length=length, longest=LONGEST_ANSWER))
        read = _lines(self.text)
        if isinstance(read, str):
            raise NegotiationError(read)
        return read


def find_answer(source: str) -> Answer | None:
    """Return the answer that a cell's source holds, or None if its first line but remarks is not `%%answer NAME`."""
    remarks = ABOVE.match(source, _seen_from(source, 0))
    first, _, text = source[_seen_from(source, remarks.end() if remarks else 0) :].partition("\n")
    first = visible(first)
    name = first.removeprefix(MAGIC)
    return Answer(name.strip(), text) if name != first and name[:1].isspace() and name.strip() else None


def answer_below_text(source: str, name: str) -> tuple[str, Answer] | None:
    """Return what stands above the one line `%%answer NAME` in a source, and the answer below it.

    None where that line does not stand there, or another `%%answer` too.
    """
    lines = source.split("\n")
    begins = [place for place, line in enumerate(lines) if visible(line).startswith(MAGIC)]
    if len(begins) != 1 or not (found := find_answer("\n".join(lines[begins[0] :]))) or found.name != name:
        return None
    return "\n".join(lines[: begins[0]]), found


def _seen_from(source: str, begin: int) -> int:
    """Return where the first letter stands, from a place on, that can be seen."""
    return next((place for place in range(begin, len(source)) if visible(source[place]).strip()), len(source))


def read_as_form(source: str, form: Answer) -> Answer | None:
    """Return the answer that a source holds without the line `%%answer NAME`, None where there is any doubt.

    Each of its lines must fill in one of the form's, and at least one of them must hold a value.
    """
    damaged = DAMAGED.match(source)
    if damaged and damaged["name"].strip() in {"", form.name}:
        source = source[damaged.end() :]
    try:
        read = Answer(form.name, source).lines()
    except NegotiationError:
        return None
    answer = Answer(form.name, source)
    known = {key.casefold() for key, _ in read.pairs} <= set(asked_for(form))
    return answer if filled_in(answer) and known and not read.problems else None


def filled_in(answer: Answer) -> Counter[str]:
    """Return the keys that have a value in an answer, in small letters, and how often; none where it is refused."""
    return _pairs(answer.text or "")


def is_blank(answer: Answer) -> bool:
    """Return whether an answer says nothing: it may hold keys and remarks, but no value and no other text."""
    if answer.text is None:
        return True
    if len(answer.text) > LONGEST_ANSWER:
        return False
    read = _lines(answer.text)
    return not isinstance(read, str) and not read.problems and not any(value for _, value in read.pairs)


def asked_for(form: Answer) -> Counter[str]:
    """Return the keys of a blank form, in small letters, and how often each is asked for."""
    return _pairs(form.text or "", values=False)


def _pairs(text: str, *, values: bool = True) -> Counter[str]:
    if len(text) > LONGEST_ANSWER:
        return Counter()
    read = _lines(text)
    pairs = () if isinstance(read, str) else read.pairs
    return Counter(key.casefold() for key, value in pairs if value or not values)


def gather_answers(own: Mapping[str, str], elsewhere: Iterable[str]) -> dict[str, Answer]:
    """Return the answers of a notebook by name: `own` is what the answer cells hold, by the name they are for.

    What stands in an answer's own cell counts. One found elsewhere counts only where its own cell holds
    none; a second one is noted, not marked.
    """
    answers = {name: found for name, source in own.items() if (found := find_answer(source)) and found.name == name}
    for source in (*own.values(), *elsewhere):
        if found := find_answer(source):
            kept = answers.setdefault(found.name, found)
            if kept.text != found.text:
                note = f"'{found.name}' is answered in more than one cell; only one of them was marked."
                answers[found.name] = Answer(kept.name, kept.text, note)
    return answers


def shortened(text: str) -> str:
    """Return the text as a message repeats it."""
    text = text.strip()
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def without_remark(line: str) -> str:
    """Return a line without what stands behind a number sign, which is a remark."""
    return re.sub(r"(^|\s)#.*", "", line).strip()


def content_of(line: str) -> str:
    """Return what a line says, in the letters in which it is compared: without a remark and what begins a list."""
    content = without_remark(same_letters(line)).lstrip("-*• ").strip()
    return "" if FENCE.fullmatch(content) else content.strip("|").strip()


@lru_cache(maxsize=256)
def _lines(text: str) -> Lines | str:
    """Return what the lines of a text hold, or the sentence that refuses all of them.

    Kept, for `biggerpie copying` marks an answer on thousands of cases.
    """
    pairs: list[Pair] = []
    places: list[int] = []
    problems: list[str] = []
    for place, line in enumerate(text.splitlines()):
        content, number = content_of(line), place + 2  # in the notebook, line 1 is the one with %%answer
        if content.startswith("%%"):
            return Sentence("answer.second", number=number)
        key, separator, value = _parted(content)
        if separator:
            pairs.append((_bare(key), _bare(value.strip().rstrip(".,;!")) or value.strip()))
            places.append(place)
        elif content:
            problems.append(Sentence("answer.no_colon", number=number, line=shortened(content)))
            if len(problems) == MOST_NOT_UNDERSTOOD:
                problems.insert(0, STOPPED)
                break
    return Lines(tuple(pairs), tuple(problems), tuple(places))


def _parted(content: str) -> tuple[str, str, str]:
    """Part a line at its first colon, where there is none at an arrow, dash, tab or bar, or at an equals sign."""
    if ":" in content:
        return content.partition(":")
    if found := PARTED.search(content):
        return content[: found.start()], found[0], content[found.end() :]
    return content.partition("=")


def _bare(words: str) -> str:
    """Return words without quotes and the stars of Markdown around them."""
    return words.strip(QUOTES + EMPHASIS + " \t")
