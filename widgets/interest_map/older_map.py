"""The file beside the notebook in which earlier versions of the kit kept a map."""

from pathlib import Path
from typing import Any

from ..record.record_file import read_json

LARGEST = 200_000  # bytes; a map of twelve interests has three thousand


def read_older_map(path: Path, case: str, party: str) -> Any:
    """Return the map of that party in the case of that title, None where there is no file.

    Raises ValueError where it is damaged or belongs to another case or party, OSError where it cannot be read.
    """
    kept = read_json(path, LARGEST)
    if kept is None:
        return None
    if not isinstance(kept, dict) or {"case": case, "party": party, "map": kept.get("map")} != kept:
        raise ValueError("the file holds something else than the map of this case and party.")
    return kept["map"]
