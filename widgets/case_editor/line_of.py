"""The line in which a problem stands, found by the place that its sentence names."""

import re
from collections.abc import Iterator, Sequence

SYNTAX = re.compile(r"this is not TOML: .*\(at line (\d+)")
TABLE = re.compile(r"your case, (issues|parties)\[(\d+)\]")
HEADS = ("[[issues]]", "[[parties]]")


def line_of(problem: str, text: str) -> int | None:
    """Return the line (from 1) of the text that a problem's sentence is about, None where it is about all of it."""
    if syntax := SYNTAX.search(problem):
        return int(syntax[1])
    lines = [line.strip() for line in text.splitlines()]
    table = TABLE.match(problem)
    if table is None:
        return _named(problem, lines, range(len(lines)))
    heads = [at for at, line in enumerate(lines) if line == f"[[{table[1]}]]"]
    if len(heads) < int(table[2]):
        return None
    head = heads[int(table[2]) - 1]
    ends = (at for at in range(head + 1, len(lines)) if lines[at] in HEADS)
    return _named(problem, lines, range(head + 1, next(ends, len(lines)))) or head + 1


def _named(problem: str, lines: Sequence[str], places: range) -> int | None:
    """Return the line (from 1), in one of these places, whose field the sentence names."""
    return next((at + 1 for at in places if any(said in problem for said in _as_said(lines[at]))), None)


def _as_said(line: str) -> Iterator[str]:
    """Yield how a sentence names the field that stands in a line."""
    field, equals, _ = line.partition("=")
    name = field.strip().strip("\"'")
    if equals and name:
        yield from (f", {name}:", f", {name}[", f"{name!r} is not a field")
