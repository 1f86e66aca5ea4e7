"""The name under which something is saved as a file."""

import re

NO_LETTERS = re.compile(r"[\W_]+")
LONGEST = 60
NAMELESS = "untitled"


def saved_as(title: str) -> str:
    """Return the name of a file, without its ending: the title's letters and digits, joined by hyphens."""
    return NO_LETTERS.sub("-", title.casefold())[:LONGEST].strip("-") or NAMELESS
