"""The course's secret: from it every student's case is drawn, and it is never released."""

import hmac
import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from secrets import token_hex

from ...negotiation import NegotiationError
from ..course_modes import closed_to_group, secret_mode

FILE = "dossier-secret.txt"
SHORTEST = 32
MADE = re.compile(r"\bmade on (\d{4}-\d{2}-\d{2})\b")
DOCUMENT = "keep this file to yourself, and keep a copy: without it nobody's exercise can be marked"


def course_secret(course: Path, *, create: bool = False) -> str:
    """Return the secret of a course folder; with `create` make one where there is none.

    Raises NegotiationError, with one sentence, if it is missing, empty or unreadable.
    """
    file = course / FILE
    if create and not file.exists():
        _write(file, f"{token_hex(32)}\n# made on {datetime.now(UTC).date()}; {DOCUMENT}\n")
    try:
        secret = file.read_text(encoding="utf-8").partition("\n")[0].strip()
    except FileNotFoundError:
        raise NegotiationError(
            f"{FILE} is missing from the course folder, so it is not known which case each student has; "
            "put your copy of it back."
        ) from None
    except PermissionError:
        raise NegotiationError(closed_to_group(file)) from None
    except (OSError, UnicodeDecodeError):
        raise NegotiationError(f"{FILE} in the course folder cannot be read; put your copy of it back.") from None
    if len(secret) < SHORTEST:
        raise NegotiationError(f"{FILE} in the course folder holds no secret (its first line is short); put it back.")
    return secret


def secret_made(course: Path) -> date | None:
    """Return the day on which a course's secret was made, None where the file does not say."""
    try:
        found = MADE.search((course / FILE).read_text(encoding="utf-8"))
        return date.fromisoformat(found[1]) if found else None
    except (OSError, ValueError):
        return None


def derived(secret: str, *purpose: str) -> str:
    """Return a text that only who has the secret can find, another one for each purpose (HMAC-SHA256)."""
    return hmac.new(secret.encode(), "\0".join(purpose).encode(), "sha256").hexdigest()


def _write(file: Path, text: str) -> None:
    """Write a file that nobody but the instructors can read; of two who write at once the first wins."""
    draft = file.with_name(f".{file.name}-{token_hex(8)}")
    number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as out:
        out.write(text)
    draft.chmod(secret_mode(file.parent))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
