"""The only addresses that a student's text may point to: absolute ones in the web, behind a link that is clicked."""

import re

LONGEST = 1_000
HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})"
ADDRESS = re.compile(
    rf"(?P<scheme>https?)://(?P<host>{HOST})(?P<port>:[0-9]{{1,5}})?"
    r"(?P<rest>[/?#][A-Za-z0-9\-._~:/?#@!$&()*+,;=%]*)?",
    re.IGNORECASE,
)
OWN_MACHINE = ("localhost", "local", "localdomain", "internal", "home", "lan")
MEANT_BY_MARKDOWN = {"$": "%24", "(": "%28", ")": "%29", "*": "%2A", "~": "%7E", "_": "%5F"}


def web_address(address: str, own_host: str = "") -> str:
    """Return an address as it may stand in a link, or "" where it is none.

    It names a host of the web by name: no user, no number, no name of this machine or its network, and not the host
    that shows the page. What Markdown would read as a mark is percent-encoded, which says the same to the host.
    """
    found = ADDRESS.fullmatch(address)
    if not found or len(address) > LONGEST:
        return ""
    host = found["host"].lower()
    if host.rpartition(".")[2] in OWN_MACHINE or host == own_host.lower():
        return ""
    rest = "".join(MEANT_BY_MARKDOWN.get(letter, letter) for letter in found["rest"] or "")
    return f"{found['scheme'].lower()}://{host}{found['port'] or ''}{rest}"
