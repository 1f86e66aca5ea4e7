"""A text as it was typed, in a block of code without a language; where blanks stand side by side, 200 at the most."""

import re
from collections.abc import Iterator
from unicodedata import category

MOST_TICKS = 40
MOST_ACCENTS = 4  # on one letter; more would be painted over the lines around it
TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # they turn the direction of what stands beside them
MOST_BLANKS = 200  # side by side; a parser looks at the rest of the run from each of them
BLANKS = re.compile(f" {{{MOST_BLANKS + 1},}}")
LONG_RUN = re.compile(rf"`{{{MOST_TICKS},}}")
CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160), *TURNS], "�") | {
    0x0D: "\n",
    0x2028: "\n",
    0x2029: "\n",
}


def plain_text(text: str) -> str:
    """Return a text without control characters, turns, heaps of accents, tabs, endless blanks and odd line ends."""
    text = BLANKS.sub(" " * MOST_BLANKS, text.replace("\r\n", "\n").translate(CONTROL).expandtabs(4))
    return text if text.isascii() else "".join(_with_few_accents(text))


def _with_few_accents(text: str) -> Iterator[str]:
    accents = 0
    for letter in text:
        accents = accents + 1 if category(letter) in {"Mn", "Me"} else 0
        if accents <= MOST_ACCENTS:
            yield letter


def as_typed(text: str) -> str:
    """Return a block that shows the text; what is such a block already stays."""
    text = plain_text(text)
    return text if is_as_typed(text) else code_block(text)


def code_block(code: str) -> str:
    """Return a block of code that nothing in it can end; a very long run of back ticks is cut."""
    code = LONG_RUN.sub("`" * (MOST_TICKS - 1) + "…", code)
    longest = max(map(len, re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def is_as_typed(text: str) -> bool:
    """Return whether the text is nothing but one block of code without a language."""
    first, _, rest = text.partition("\n")
    body, line, last = rest.rpartition("\n")
    return bool(line) and 3 <= len(first) <= MOST_TICKS and set(first) == {"`"} and first == last and first not in body  # noqa: PLR2004  # a fence has three
