"""Answers: plain `key: value` lines under `%%answer NAME`, read as text and never executed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from ..negotiation import NegotiationError

LONGEST_ANSWER = 10_000
LONGEST_QUOTE = 40
FIRST_LINE = re.compile(r"\s*%%answer[ \t]+(?P<name>[^\n]*?)[ \t]*(?:\n|$)")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a student wrote under one name; `text` is None where there is no such answer."""

    name: str
    text: str | None = None
    note: str = ""

    def pairs(self) -> list[Pair]:
        """Return the answer's keys and values in order; raise NegotiationError with one sentence if unreadable."""
        if self.text is None:
            raise NegotiationError(
                f"there is no answer {self.name!r} yet; write it in its cell, under '%%answer {self.name}', "
                "and run the cell."
            )
        if not self.text.strip():
            raise NegotiationError(f"the answer {self.name!r} is empty; write one line 'issue: choice' for each issue.")
        try:
            return _pairs(self.text)
        except NegotiationError as problem:
            raise NegotiationError(f"the answer {self.name!r} cannot be read: {problem}") from None


def find_answer(source: str) -> Answer | None:
    """Return the answer that a cell's source holds, or None if its first line is not `%%answer NAME`."""
    if first := FIRST_LINE.match(source):
        return Answer(first["name"], source[first.end() :])
    return None


def gather_answers(own_cells: Iterable[str], other_cells: Iterable[str]) -> dict[str, Answer]:
    """Return the answers of a notebook by name.

    What stands in the answer cells counts. An answer elsewhere counts only where its own cell holds
    none; a second one with the same name is noted, not marked.
    """
    answers: dict[str, Answer] = {}
    for source in (*own_cells, *other_cells):
        found = find_answer(source)
        if found is None or not (found.text or "").strip():
            continue
        kept = answers.setdefault(found.name, found)
        if kept.text != found.text:
            note = f"'{found.name}' is answered in more than one cell; what stands in its own cell was marked."
            answers[found.name] = Answer(kept.name, kept.text, note)
    return answers


def _pairs(text: str) -> list[Pair]:
    if len(text) > LONGEST_ANSWER:
        raise NegotiationError(f"it is {len(text):,} characters long; keep it below {LONGEST_ANSWER:,}.")
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("%%"):
            raise NegotiationError(f"line {number} begins a second answer; keep one answer in each cell.")
    try:
        return _scalar_pairs(text)
    except yaml.MarkedYAMLError as error:
        reported = error.problem_mark.line if error.problem_mark else 0
    except yaml.reader.ReaderError:
        raise NegotiationError("it contains a character that is not text; type it again.") from None
    raise NegotiationError(_bad_line(text, reported))


def _scalar_pairs(text: str) -> list[Pair]:
    """Walk the parser's events, which build nothing: a flat mapping of plain texts passes, all else is refused."""
    scalars: list[str] = []
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise NegotiationError(f"line {line} uses '&', '*' or '!', which have no meaning here; write plain words.")
        if isinstance(event, yaml.MappingStartEvent):
            depth += 1
        if isinstance(event, yaml.SequenceStartEvent) or depth > 1:
            raise NegotiationError(f"line {line} holds a list or a block; write plain lines 'issue: choice'.")
        if isinstance(event, yaml.ScalarEvent):
            scalars.append(event.value)
    if not depth:
        raise NegotiationError(_bad_line(text, 0))
    return list(zip(scalars[::2], scalars[1::2], strict=True))


def _bad_line(text: str, reported: int) -> str:
    """Say which line is wrong: the first that has no 'key: value' form, else the one that the parser reported."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#") and not re.search(r":(\s|$)", line):
            hint = "put a space after the colon" if ":" in line else "write 'issue: choice'"
            return f"line {number}, {shortened(line)!r}: {hint}."
    number = min(reported, len(lines) - 1)
    return f"line {number + 1}, {shortened(lines[number])!r}: write 'issue: choice', without quotes or brackets."


def shortened(text: str) -> str:
    """Return the text as a message repeats it."""
    text = text.strip()
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
