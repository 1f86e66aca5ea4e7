"""The second wall: Markdown rendered as nbconvert will, and held against a sanitizer that is kept for this."""

from html.parser import HTMLParser

import nh3

from ..nbgrader_adapter.rendered import rendered
from .pictures import SIGNATURES, Attachments

TAGS = {"p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "img", "span"}
TAGS |= {"h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"img": {"src", "alt"}, "ol": {"start"}}
STAND_IN = "AAAA"  # in place of a picture's content, which needs no reading here
Event = tuple[object, ...]


def is_harmless(markdown: str, attachments: Attachments) -> bool:
    """Return whether the rendered page holds nothing that a sanitizer would take out, and no address at all."""
    stand_ins = {name: dict.fromkeys(data, STAND_IN) for name, data in attachments.items()}
    page = rendered(markdown, stand_ins)
    clean = nh3.clean(
        page, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=_kept, url_schemes={"data"}, link_rel=None,
    )  # fmt: skip
    return page == clean or _events(page) == _events(clean)


def _kept(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if value in {f"data:{kind};base64,{STAND_IN}" for kind in SIGNATURES} else None
    return value if (tag, attribute) != ("ol", "start") or value.isdigit() else None


def _events(page: str) -> list[Event]:
    """Return what a page consists of, however it is spelt."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *sorted(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("/", tag))

    def handle_data(self, data: str) -> None:
        self.found.append(("", data))

    def handle_comment(self, data: str) -> None:
        self.found.append(("!", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("!", decl))

    def handle_pi(self, data: str) -> None:
        self.found.append(("!", data))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("!", data))
