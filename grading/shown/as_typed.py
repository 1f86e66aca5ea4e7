"""A text as it was typed, letter by letter, in a block of code without a language."""

import re

MOST_TICKS = 40
LONG_RUN = re.compile(rf"`{{{MOST_TICKS},}}")
CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], "�") | {
    0x0D: "\n",
    0x2028: "\n",
    0x2029: "\n",
}


def plain_text(text: str) -> str:
    """Return a text without control characters, tabs and other line ends than the usual one."""
    return text.replace("\r\n", "\n").translate(CONTROL).expandtabs(4)


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
