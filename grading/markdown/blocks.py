"""A student's Markdown rewritten, block by block, from the tree that a parser made of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from textwrap import indent

from .as_typed import code_block
from .inline import InlineWriter
from .letters import Token, lines_of, written

PLAIN_LANGUAGE = re.compile(r"[A-Za-z0-9+#._-]{0,20}")


def write_blocks(tokens: Iterable[Token], inline: InlineWriter) -> str:
    """Return blocks as Markdown; raise KeyError for one that is of no kind that is shown."""
    return "\n\n".join(_blocks(tokens, inline))


def _blocks(tokens: Iterable[Token], inline: InlineWriter) -> Iterator[str]:
    lists = 0  # two lists that follow each other must have different marks
    for token in tokens:
        if token["type"] == "blank_line":
            continue
        lists = lists + 1 if token["type"] == "list" else 0
        block = _list(token, inline, lists) if lists else WRITERS[token["type"]](token, inline)
        if block:
            yield block


def _paragraph(token: Token, inline: InlineWriter) -> str:
    return lines_of(inline.write(token["children"])).removesuffix("\\")


def _heading(token: Token, inline: InlineWriter) -> str:
    words = _on_one_line(inline.write(token["children"]))
    return f"{'#' * token['attrs']['level']} {words}" if words else ""


def _code(token: Token, _: InlineWriter) -> str:
    language = token.get("attrs", {}).get("info", "").strip()
    named = "" if PLAIN_LANGUAGE.fullmatch(language) else f"{language}\n"
    return code_block(named + token["raw"].removesuffix("\n"))


def _html(token: Token, _: InlineWriter) -> str:
    lines = (written(line) for line in token["raw"].split("\n") if line.strip())
    return lines_of("\\\n".join(lines))


def _quote(token: Token, inline: InlineWriter) -> str:
    return indent(write_blocks(token["children"], inline), "> ", lambda _: True)


def _rule(_: Token, __: InlineWriter) -> str:
    return "***"


def _list(token: Token, inline: InlineWriter, position: int) -> str:
    numbered, start = token["attrs"]["ordered"], token["attrs"].get("start", 1)
    between = "\n" if token["tight"] else "\n\n"
    items = []
    for number, item in enumerate(token["children"], start):
        mark = (f"{number}." if position % 2 else f"{number})") if numbered else "-+"[1 - position % 2]
        body = between.join(_blocks(item["children"], inline))
        items.append(f"{mark} {indent(body, ' ' * (len(mark) + 1)).lstrip(' ')}".rstrip(" "))
    return between.join(items)


def _table(token: Token, inline: InlineWriter) -> str:
    head, body = token["children"]
    rows = [_row(cells["children"], inline) for cells in [head, *body["children"]]]
    line = "| " + " | ".join("---" for _ in head["children"]) + " |"
    return "\n".join([rows[0], line, *rows[1:]])


def _row(cells: Iterable[Token], inline: InlineWriter) -> str:
    return "| " + " | ".join(_on_one_line(inline.write(cell["children"])) for cell in cells) + " |"


def _on_one_line(markdown: str) -> str:
    return " ".join(line.removesuffix("\\").strip() for line in markdown.split("\n")).strip()


WRITERS: dict[str, Callable[[Token, InlineWriter], str]] = {
    "paragraph": _paragraph,
    "block_text": _paragraph,
    "heading": _heading,
    "block_code": _code,
    "block_html": _html,
    "block_quote": _quote,
    "thematic_break": _rule,
    "table": _table,
}
