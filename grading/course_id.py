"""What a course is called, in the exchange and in every notebook."""

import re
from pathlib import Path
from unicodedata import normalize


def course_id_of(folder: Path) -> str:
    """Return the name of a course: that of its folder, with hyphens for what an exchange's folder or shell mistakes."""
    return re.sub(r"[^\w.-]+", "-", normalize("NFC", folder.name)).strip("-.") or "course"
