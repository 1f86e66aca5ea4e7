"""One thing written as another: percent signs, entities, control characters, widths and byte codes."""

from urllib.parse import unquote

from ..class_of_thirty import FAIR, as_file, package
from .model import Hostile, file, honest, notebook, write_in
from .written import all_written, pasted, with_files, written

PICTURE = {
    "image/png": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
}
DECODED = "attack on the kit, 2026: an attachment's name is decoded after it was made harmless"
UNSHOWN = "attack on the kit, 2026: submissions that cannot be shown"
OWASP = "OWASP XSS filter evasion cheat sheet: encodings"
BLEACH = "CVE-2018-7753 (bleach: entities in an address)"
MISTUNE = "CVE-2017-16876 (mistune: addresses that are not escaped)"
BROWSERS = "WHATWG URL standard: control characters, tabs and line ends are dropped"
NAMES = {  # of pictures that are not there; a name ends at a round bracket, so these are written as entities
    "percent": "%3Cimg%20src=x%20onerror=hurt%26lpar;%26rpar;%3E",
    "percent, a script beside it": "%3Cscript%20src=x.js%3E%3C/script%3E",
    "percent, a handler": "%22%20onerror=hurt%26lpar;%26rpar;%20%22",
    "percent twice": "%253Cimg%2520src=x%2520onerror=hurt%2526lpar;%2526rpar;%253E",
    "entities": "&lt;img src=x onerror=hurt&lpar;&rpar;&gt;",
    "percent, then entities": "%26lt;img%20src=x%20onerror=hurt%26lpar;%26rpar;%26gt;",
    "number of a letter": "&#60;img src=x onerror=hurt&#38;lpar;&#38;rpar;&#62;",
}
LINKS = {
    "colon as a name": "[a](javascript&colon;hurt()) [b](JAVASCRIPT&COLON;hurt())",
    "colon as a long number": "[a](javascript&#0000058hurt()) [b](javascript&#x3A;hurt())",
    "line end within": "[a](java&NewLine;script:hurt()) [b](java&#10;script:hurt())",
    "letter by letter": "[a](" + "".join(f"&#{ord(c)};" for c in "javascript:hurt()") + ")",
}
DROPPED = {
    "control characters before": "[a](<\x01javascript:hurt()>) [b](<\x1f\x0cjavascript:hurt()>)",
    "tab within": "[a](<java\tscript:hurt()>) [b](<java%09script:hurt()>)",
    "soft hyphen and joiners": "[a](java\u00adscript:hurt()) [b](java\u200dscript:hurt())",
    "wide letters": "[a](ｊａｖａｓｃｒｉｐｔ：hurt()) [b](javascript：hurt())",
}
TEXTS = {
    "wide brackets": "＜script＞hurt()＜/script＞ ‹script›hurt()‹/script›",
    "seven bits": "+ADw-script+AD4-hurt()+ADw-/script+AD4-",
    "Japanese escape": "\x1b(J<img src=x alt='\x1b(B' onerror=hurt()>",
    "NUL within a tag": "<scr\0ipt>hurt()</scr\0ipt> <\0img src=x onerror=hurt()>",
    "backslash before a tag": "\\<img src=x onerror=hurt()> \\\\<svg onload=hurt()>",
    "odd letter after the bracket": "<\ufeffscript>hurt()</script> <\u2028img src=x onerror=hurt()>",
}


def bytes_in_place(name: str, place: bytes, bad: bytes, source: str) -> Hostile:
    """An honest notebook in whose bytes something stands that is not UTF-8."""
    return file(name, "read", lambda r: as_file(honest(r)).replace(place, bad), source=source)


SUBMISSIONS: tuple[Hostile, ...] = (
    *(
        with_files(
            pasted(f"picture's name: {name}", f"![a](attachment:{coded})", {"a": PICTURE}, DECODED, "forge"),
            {"x.js": "hurt()"},
        )
        for name, coded in NAMES.items()
    ),
    pasted(
        "picture's name: a picture's that is there",
        f"![a](attachment:{NAMES['percent']})",
        {unquote(NAMES["percent"]): PICTURE, NAMES["percent"]: PICTURE},
        DECODED,
        "forge",
    ),
    pasted("attachment spelt with an entity", "![a](attachment&colon;a.png)", {"a.png": PICTURE}, UNSHOWN, "break"),
    pasted("attachment in capitals", "![a](ATTACHMENT:a.png) ![b](Attachment:b)", {"a.png": PICTURE}, UNSHOWN, "break"),
    pasted("attachment by reference", "![a][r]\n\n[r]: attachment:none.png", {"a.png": PICTURE}, UNSHOWN, "break"),
    pasted("attachment with a path", "![a](attachment:../../logout)", {"../../logout": PICTURE}, UNSHOWN),
    pasted("attachments that are a list", "![a](attachment:a.png)", ["a.png", 1, None], UNSHOWN, "break"),
    written("fence whose language is an entity", "```&#0;&copy;\nx\n```\n\n~~~ &#x110000;\ny\n~~~", UNSHOWN, "break"),
    written("fence whose language breaks out", '```a"onclick="hurt()\nx\n```\n\n``` <script>hurt()\nx\n```', OWASP),
    written("entities beyond all letters", "&#xD800; &#x110000; &#0; &#128; &#xFFFFFFFFF; &notanentity; &", UNSHOWN),
    *all_written("link spelt with entities", BLEACH, LINKS),
    *all_written("link spelt otherwise", BROWSERS, DROPPED),
    *all_written("script spelt otherwise", OWASP, TEXTS),
    written(
        "address with quotes", "[a](https://example.org/'\"><b>) [b](https://example.org/%22onclick=hurt())", MISTUNE
    ),
    bytes_in_place(
        "brackets in too many bytes",
        b"We care",
        b"We \xc0\xbcscript\xc0\xbehurt() care",
        "CVE-2000-0884 (overlong UTF-8)",
    ),
    notebook(
        "wide brackets in an answer",
        "read",
        lambda n: write_in(n, "package", package(FAIR).replace("56,000", "＜img src=x onerror=hurt()＞")),
        "is not an option of 'salary'",
        package=None,
        source="Unicode technical report 36, security",
    ),
    notebook(
        "entities in an answer",
        "read",
        lambda n: write_in(n, "package", package(FAIR).replace("56,000", "&lt;img src=x onerror=hurt()&gt;")),
        "is not an option of 'salary'",
        package=None,
        source=OWASP,
    ),
)
