"""The GENIUS domains of a folder, as cases; none of their files is part of the kit."""

import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from biggerpie.negotiation import Case

READER = "biggerpie.course.case_formats"


def genius_cases(folder: str) -> list[Case]:
    """Return the domains that the folder's `reference.json` lists; without a folder there are none."""
    listed = Path(folder) / "reference.json"
    if not folder or not listed.is_file() or find_spec(READER) is None:
        print("BIGGERPIE_GENIUS names no folder with domains that can be read; they are left out")
        return []
    read = import_module(f"{READER}.genius").read_genius
    found = []
    for domain in json.loads(listed.read_text(encoding="utf-8")):
        inside = Path(folder) / domain["folder"]
        sides = [inside / name for name in domain["profiles"]]
        others = [file for file in sorted(inside.glob("*.xml")) if file not in sides]
        found.append(read(others[0], sides))
    return found
