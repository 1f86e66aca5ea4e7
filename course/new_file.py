"""Files that a command writes and that must not be there before."""

from pathlib import Path

from ..negotiation import NegotiationError

PICTURES = (".html", ".svg")


def require_new(file: Path) -> None:
    """Refuse to write over what is there."""
    if file.exists():
        raise NegotiationError(f"{file} is there already, so nothing was written; name another file.")


def require_new_picture(file: Path) -> None:
    """Refuse to draw over what is there, and what is neither a page nor an SVG file."""
    require_new(file)
    if file.suffix.lower() not in PICTURES:
        raise NegotiationError(f"{file.name}: a picture's file ends in .html or .svg.")
