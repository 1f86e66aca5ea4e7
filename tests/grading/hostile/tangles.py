"""Markdown that costs a parser more and more the longer it is."""

from .model import Hostile
from .written import Named, all_written, written

ROOM = 11_000  # characters; a longer cell is cut
MISTUNE = "CVE-2022-34749 (mistune: emphasis)"
CMARK = "cmark's tests of pathological input"
LEXER = "attack on the kit, 2026: a lexer that is cubic"
PYGMENTS = "CVE-2021-27291 (Pygments: lexers that are cubic and exponential)"
QUADRATIC = {
    "CVE-2023-22486 (cmark-gfm: pictures not closed)": "![[]()",
    "CVE-2023-24824 (cmark-gfm: quotes and lines)": ">",
    "CVE-2023-26485 (cmark-gfm: underlines)": "_a_",
    "CVE-2022-39209 (cmark-gfm: autolinks)": "www.a:",
    "CVE-2022-21670 (markdown-it: line ends)": f"x{' ' * 5000}x  \n",
    "CVE-2022-21681 (marked: references)": "[x](a ",
    "CVE-2022-21680 (marked: definitions)": f"[x]:{' ' * 5000}x{' ' * 5000} x\n",
}
NESTED = {
    "emphasis in emphasis": "**a *a " * 1500,
    "closers without openers": "a** " * 2700,
    "openers and closers": "*a **a " * 800 + "b" + "** a* " * 800,
    "brackets": "[" * 5000 + "a" + "]" * 5000,
    "pictures in links": "[![" * 1800 + "a" + "](b)](c)" * 500,
    "ticks of all lengths": "".join("`" * n + " " for n in range(1, 145)),
    "comments without end": "<!--" * 2700,
    "tags without end": "<a b='" * 1800,
    "instructions without end": "<?" * 5500,
    "quotes in quotes": ">" * 5500 + "a",
    "lists in lists": "".join(" " * (2 * n) + "- a\n" for n in range(90)),
    "numbered lists": "".join(f"{'1. ' * n}a\n" for n in range(60)),
    "headings": "# a\n" * 2700,
    "lines under lines": "a\n=\n" * 2700,
    "rows of a table": "|a|\n|-|\n" + "|a" * 1800 + "|\n" * 1800,
    "columns of a table": "|" + "a|" * 1800 + "\n|" + "-|" * 1800 + "\n|" + "b|" * 1800,
    "escapes": "\\" * ROOM,
    "entities": "&" * 5000 + "&amp" * 1400,
    "definitions that are used": "".join(f"[{n}]: https://example.org/{n}\n" for n in range(150))
    + "\n"
    + "[1][2]" * 900,
    "tasks": "- [ ] " * 1800,
    "formulas without end": "$" * ROOM,
    "environments without end": "\\begin{a}" * 1200,
    "brackets of formulas": "\\\\[" * 3500,
    "definition lists": "a\n: b\n" * 1700,
    "striked": "~~a" * 3500,
}
FENCES = {
    "systemd": "```systemd\n" + " " * 10_500 + "x\n```",
    "ML": "```sml\nexception\n```\n\n```ocaml\n" + "(*" * 4000 + "\n```",
    "templates": "```html+php\n" + "<?" * 4000 + "\n```\n\n```mako\n" + "<%" * 1000 + "\n```",
    "texts": "```restructuredtext\n" + "`" * 4000 + "\n```\n\n```perl\n" + "=" * 4000 + "\n```",
    "consoles": "```pycon\n" + ">>> " * 2500 + "\n```",
}


def repeated(texts: Named) -> tuple[Hostile, ...]:
    """Each short text as often as a cell holds it."""
    return tuple(
        written(f"tangle: {source}", text * (ROOM // len(text)), source, "stop", may_wait=True, shown=())
        for source, text in texts.items()
    )


SUBMISSIONS: tuple[Hostile, ...] = (
    *repeated(QUADRATIC),
    *all_written("tangle", MISTUNE, dict(list(NESTED.items())[:3]), aim="stop", may_wait=True, shown=()),
    *all_written("tangle", CMARK, dict(list(NESTED.items())[3:]), aim="stop", may_wait=True, shown=()),
    written("fence: systemd", FENCES["systemd"], LEXER, "stop", may_wait=True, shown=()),
    *all_written("fence", PYGMENTS, dict(list(FENCES.items())[1:]), aim="stop", may_wait=True, shown=()),
)
