"""What is wrong with a page that was opened, compared with the pages of honest students."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .visit import Visit

TEXT = ("a", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6")
MORE = ("hr", "i", "img", "li", "ol", "p", "pre", "s", "span", "strong", "sub", "sup", "ul")
TABLE = ("table", "tbody", "td", "tfoot", "th", "thead", "tr")
PLAIN = frozenset((*TEXT, *MORE, *TABLE))  # what a written text is made of; none of it acts
HARMLESS = frozenset(("align", "alt", "class", "href", "id", "rel", "src", "start", "target", "tabindex", "title"))
TICK = re.compile(r"input (checked )?class disabled type$")  # a list of tasks; nobody can tick it
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*$")
LOCAL = frozenset(("", "localhost", "127.0.0.1", "::1", "0.0.0.0"))  # compared with, not listened on


@dataclass
class Faults:
    """Sentences about a page by what went wrong; all are empty for a good page."""

    ran: list[str] = field(default_factory=list)
    forged: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Faults") -> "Faults":
        """Add the faults of another page."""
        for name, found in vars(other).items():
            getattr(self, name).extend(found)
        return self


def faults_of(page: Visit, honest: list[Visit], shown: tuple[str, ...]) -> Faults:
    """What is wrong with a page that must show some words, where honest pages of the same sort are known."""
    if page.status not in (0, 200):
        return Faults(ran=page.ran, unseen=_unseen(page, shown))
    known = {kind: {value for one in honest for value in one.elements.get(kind, ())} for kind in page.elements}
    new = {kind: [value for value in values if value not in known[kind]] for kind, values in page.elements.items()}
    asked = {_without_id(request) for one in honest for request in one.requests}
    return Faults(
        ran=[*page.ran, *(f"title is {title!r}" for title in new.get("title", ())), *_running(new)],
        forged=[*_acting(new), *(f"{name!r} is there twice" for name in new.get("twice", ()))],
        requested=[*(r for r in page.requests if _without_id(r) not in asked), *_leading(new.get("links", []))],
        unseen=_unseen(page, shown),
    )


def _unseen(page: Visit, shown: tuple[str, ...]) -> list[str]:
    if page.status not in (0, 200) or not page.text:
        return [f"status {page.status}, {len(page.text)} characters to read"]
    return [f"does not show {words!r}" for words in shown if " ".join(words.split()) not in page.text]


def _running(new: dict[str, list[str]]) -> list[str]:
    """Elements and addresses that run when touched, even if nothing touched them."""
    handlers = [kind for kind in new.get("kinds", ()) if re.search(r"^script\b| on[a-z]+", kind)]
    return handlers + [link for link in new.get("links", ()) if _scheme(link) in ("javascript", "vbscript")]


def _acting(new: dict[str, list[str]]) -> list[str]:
    """Elements that could be taken for the page's own, or change how it looks."""
    found = []
    for kind in new.get("kinds", ()):
        tag, *names = kind.split()
        if TICK.match(kind):
            continue
        if tag not in PLAIN or not HARMLESS.issuperset(name for name in names if not name.startswith("on")):
            found.append(f"holds <{kind}>")
    return found


def _leading(links: list[str]) -> list[str]:
    """Addresses in a text that are no pasted picture and no plain link to somewhere else."""
    return [f"leads to {link}" for link in links if not _is_plain(link)]


def _is_plain(link: str) -> bool:
    tag, name, address = [*link.split(" ", 2), ""][:3]
    if tag == "img":
        return name == "src" and PICTURE.match(address) is not None
    try:
        parts = urlsplit(address)
        return tag == "a" and (address.startswith("#") or _is_elsewhere(parts.scheme, parts.hostname or ""))
    except ValueError:
        return False


def _is_elsewhere(scheme: str, host: str) -> bool:
    return scheme in ("http", "https") and host not in LOCAL


def _scheme(link: str) -> str:
    address = re.sub(r"[\x00-\x20]", "", [*link.split(" ", 2), ""][2])
    return address.partition(":")[0].casefold()


def _without_id(request: str) -> str:
    """A request without what names the submission or the moment."""
    return re.sub(r"[0-9a-f]{32}|127\.0\.0\.1:\d+|localhost:\d+|_=\d+|[^/]*-(?:hostile|honest)[^/]*", "*", request)
