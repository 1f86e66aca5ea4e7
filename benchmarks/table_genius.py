"""The GENIUS domains of a folder, as cases; none of their files is part of the kit."""

import json
from pathlib import Path

from biggerpie.course.case_formats.genius import read_genius
from biggerpie.negotiation import Case


def genius_cases(folder: str) -> list[Case]:
    """Return the domains that the folder's `reference.json` lists; without a folder there are none."""
    listed = Path(folder) / "reference.json"
    if not folder or not listed.is_file():
        print("BIGGERPIE_GENIUS names no folder of domains; they are left out")
        return []
    found = []
    for domain in json.loads(listed.read_text(encoding="utf-8")):
        inside = Path(folder) / domain["folder"]
        sides = [inside / name for name in domain["profiles"]]
        others = [file for file in sorted(inside.glob("*.xml")) if file not in sides]
        found.append(read_genius(others[0], sides))
    return found
