"""A sheet sealed by a code: PBKDF2 makes the key of it, and AES-GCM opens only under the right one.

A code holds 49 bits, drawn at random, and each try costs 10,000 rounds; five hundred sheets are sealed in seconds.
"""

import os
import secrets
from base64 import b64encode
from hashlib import pbkdf2_hmac, sha256
from importlib import resources

from ...grading.templates import page_css, render
from ...negotiation import Case
from .sheets import Sheet

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Nothing that is easily taken for another."""
HALF, ROUNDS = 5, 10_000
KEY_BYTES, SALT_BYTES, NONCE_BYTES = 32, 16, 12
SCRIPT = "sealed.js"


def new_code() -> str:
    """Return a code, such as 'k7m2q-x9fhw'."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(HALF)) for _ in range(2))


def sealed_page(sheet: Sheet, code: str, case: Case) -> str:
    """Return a page, whole in itself, that shows the sheet once the code is typed in."""
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    script = resources.files(__package__).joinpath(SCRIPT).read_text(encoding="utf-8")
    sealed = {"salt": salt, "nonce": nonce, "text": _encrypted(sheet.content, code, salt, nonce)}
    values = {
        "sealed": {name: b64encode(data).decode() for name, data in sealed.items()},
        "rounds": ROUNDS,
        "script": script,
        "policy": _policy(script),
        "css": page_css(__package__),
    }
    about = {"title": case.title, "table": sheet.table, "student": sheet.student, "language": case.language}
    return str(render(__package__, "sealed.html", **values, **about))


def letters_of(code: str) -> str:
    """Return a code as it counts, however its letters were typed and divided."""
    return "".join(letter for letter in code.lower() if letter in LETTERS)


def is_whole(code: str) -> bool:
    """Return whether a code has as many letters as those that are drawn, so that nobody guesses it."""
    return len(letters_of(code)) >= 2 * HALF


def _encrypted(content: str, code: str, salt: bytes, nonce: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # not every command needs it

    key = pbkdf2_hmac("sha256", letters_of(code).encode(), salt, ROUNDS, KEY_BYTES)
    return AESGCM(key).encrypt(nonce, content.encode(), None)


def _policy(script: str) -> str:
    """Return what the page may do: run this one script, and fetch nothing."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; base-uri 'none'; "
        "form-action 'none'"
    )
