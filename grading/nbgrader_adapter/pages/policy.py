"""What a browser may load and run on the pages that show a submission (their Content-Security-Policy)."""

import secrets

from .formgrader_template import HANDLER_HASHES

FEEDBACK = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
FILES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


def new_nonce() -> str:
    """Return the word that nbgrader's own scripts and styles carry on one page, and no student can know."""
    return secrets.token_urlsafe(16)


def page_policy(nonce: str, pictures: str = "") -> str:
    """Return formgrader's policy: its own scripts and styles, its own interface, pictures that are part of the page.

    `pictures` is an address, ending in "/", from which pictures may come too.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'nonce-{nonce}' 'unsafe-hashes' {' '.join(HANDLER_HASHES)}",
            "style-src 'unsafe-inline'",
            f"style-src-elem 'nonce-{nonce}'",
            f"img-src data: {pictures}".strip(),
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
