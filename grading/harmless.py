"""Students' Markdown as it may be shown to an instructor: words and pictures, nothing that runs in the browser.

nbgrader's pages show Markdown with its HTML, so a script in an answer would act with the instructor's rights.
"""

import re
from html import unescape
from urllib.parse import unquote

TAG = re.compile(r"<(?=[A-Za-z/!?])")
ACTIVE_LINK = re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE)
ZEROS, NO_LETTER = re.compile(r"&#0{2,}"), re.compile(r"&#[1-9][0-9]{7,}")  # html.unescape fails at very long numbers
PICTURES = ("image/png", "image/jpeg", "image/gif")
REFERENCE = re.compile(r"attachment:(?P<name>[^)\n]{1,200})\)")
LONGEST_PICTURE = 5_000_000
Attachments = dict[str, dict[str, str]]


def harmless_markdown(text: str) -> str:
    """Return the text with its HTML shown instead of meant; a text with active links is shown as it was typed."""
    letters = re.sub(r"[\s\\\x00-\x20]", "", _unescaped(_unescaped(text)))
    if ACTIVE_LINK.search(letters):
        return as_typed(text)
    return TAG.sub("&lt;", text)


def _unescaped(text: str) -> str:
    return unescape(NO_LETTER.sub("", ZEROS.sub("&#0", text)))


def as_typed(text: str) -> str:
    """Return a block that shows the text letter by letter; a text that is such a block already stays."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    first, _, rest = text.partition("\n")
    body, _, last = rest.rpartition("\n")
    if len(first) > 2 and set(first) == {"`"} and first == last and first not in body:  # noqa: PLR2004  # a fence
        return text
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def kept_pictures(text: str, attachments: object) -> tuple[str, Attachments]:
    """Return the text and its pasted pictures under plain names; a reference to any other attachment is taken out."""
    given = attachments if isinstance(attachments, dict) else {}
    plain: dict[str, str] = {}
    kept: Attachments = {}

    def renamed(reference: re.Match[str]) -> str:
        name = reference["name"] if reference["name"] in given else unquote(reference["name"])
        if name not in plain:
            picture = _picture(given.get(name))
            plain[name] = f"picture-{len(kept) + 1}" if picture else ""
            kept.update({plain[name]: picture} if picture else {})
        return f"attachment:{plain[name]})" if plain[name] else f"attachment-left-out:{name.replace(':', ' ')})"

    # One pass over the text as it was typed: what a reference becomes is never looked up again.
    text = REFERENCE.sub(renamed, text)
    return re.sub(r"attachment:(?!picture-\d+\))", "attachment-left-out:", text), kept


def _picture(data: object) -> dict[str, str] | None:
    if not isinstance(data, dict):
        return None
    for kind in PICTURES:
        content = data.get(kind)
        content = (
            "".join(content) if isinstance(content, list) and all(isinstance(c, str) for c in content) else content
        )
        if isinstance(content, str) and len(content) <= LONGEST_PICTURE and re.fullmatch(r"[A-Za-z0-9+/=\s]*", content):
            return {kind: content}
    return None
