"""Damaging a text or a file: bytes flipped, parts doubled or cut out, long runs, Unicode's extremes, hostile words."""

from collections.abc import Callable
from random import Random

LONGEST_RUN = 3_000
MOST_CHANGES = 4
EXTREMES = (
    "\0", "\x01", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u0130", "\u0131", "\u0301", "\u061c", "\u0660",
    "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u2066", "\u3000", "\ud800", "\udfff", "\ufb03", "\ufdfa",
    "\ufeff", "\ufffe", "\uffff", "\U0001d7d8", "\U0001f468\u200d\U0001f469", "\U000e0041", "\U0010ffff", "²", "ß", "İ",
)  # fmt: skip
WORDS = (
    "\n", "\r", "\r\n", "\t", " ", "", ":", "=", "#", "---", "%%answer ", "%student ", "-", "+", "0", "-1", "1e999",
    "9" * 5000, "NaN", "inf", "0x10", "1_000", "1,000.50", "null", "true", "{", "}", "[", "]", '"', "'", "\\",
    "\\u0000", "```", "````", "~~~", "``` systemd", "$$", "$", "\\(", "|", "|-|-|\n", "> ", "* ", "1. ", "# ",
    "[a]: ", "[a](", "![a](", "![a][b]", "<", ">", "<!--", "-->", "<script>", "<img src=x onerror=1>", "<a href='",
    "<svg/onload=1>", "&", "&lt;", "&#60;", "&#x3c;", "&colon;", "&Tab;", "&#" + "9" * 5000 + ";", "javascript:",
    "java\tscript:", "data:", "//host", "/logout", "../../?path=x", "attachment:", "attachment:%3Cscript%3E", "%3C",
    "%00", "http://a", "https://", "mailto:a@b", "file:///", "{{", "{%", "${", "'''", '"""', "a.a.a.a", "[[x]]",
    "[x]", "x = [", "x = {", "1979-05-27", "step 3", "mine 1 + theirs 1", "package 1:", "nice", "salary",
)  # fmt: skip
Change = Callable[[str, Random], str]


def mutated_text(text: str, draw: Random) -> str:
    """Return the text with up to four changes, each at a place drawn at random."""
    for _ in range(draw.randint(1, MOST_CHANGES)):
        text = draw.choice(CHANGES)(text, draw)
    return text


def mutated_bytes(content: bytes, draw: Random) -> bytes:
    """Return a file's content, changed as text or as bytes, or in another encoding."""
    match draw.randrange(8):
        case 0:
            return content[: draw.randrange(len(content) + 1)]
        case 1:
            return draw.randbytes(draw.randrange(64))
        case 2:
            text = mutated_text(content.decode("utf-8", "replace"), draw)
            return text.encode(draw.choice(("utf-16", "utf-32", "utf-8-sig", "latin-1")), "replace")
        case 3 | 4:
            flipped = bytearray(content)
            for _ in range(draw.randint(1, 8) if flipped else 0):
                flipped[draw.randrange(len(flipped))] = draw.randrange(256)
            return bytes(flipped)
        case _:
            return mutated_text(content.decode("utf-8", "replace"), draw).encode("utf-8", "surrogatepass")


def _put(text: str, what: str, draw: Random) -> str:
    place = draw.randrange(len(text) + 1)
    return text[:place] + what + text[place:]


def _span(text: str, draw: Random) -> tuple[int, int]:
    first = draw.randrange(len(text) + 1)
    return first, min(len(text), first + draw.choice((1, 2, 8, 64, 512)))


def _word(text: str, draw: Random) -> str:
    return _put(text, draw.choice(WORDS), draw)


def _extreme(text: str, draw: Random) -> str:
    return _put(text, draw.choice(EXTREMES), draw)


def _run(text: str, draw: Random) -> str:
    piece = draw.choice((*WORDS, *EXTREMES))
    return _put(text, piece * draw.randint(2, max(2, LONGEST_RUN // max(1, len(piece)))), draw)


def _nest(text: str, draw: Random) -> str:
    first, last = draw.choice(("[]", "()", "{}", "<>", "**", "__", "> ", "``"))
    depth = draw.choice((3, 30, 300, LONGEST_RUN))
    return _put(text, first * depth + draw.choice(WORDS) + last * depth, draw)


def _cut(text: str, draw: Random) -> str:
    first, last = _span(text, draw)
    return text[:first] + text[last:]


def _double(text: str, draw: Random) -> str:
    first, last = _span(text, draw)
    return _put(text, text[first:last] * draw.choice((1, 2, 9)), draw)


def _swap_lines(text: str, draw: Random) -> str:
    lines = text.split("\n")
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


CHANGES: tuple[Change, ...] = (_word, _word, _word, _extreme, _run, _nest, _cut, _cut, _double, _swap_lines)
