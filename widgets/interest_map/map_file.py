"""The file beside the notebook in which a map is kept: written whole or not at all, and never lost."""

import json
import os
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

LARGEST = 200_000  # bytes; a map of twelve interests has three thousand


class MapFile:
    """A file that holds the map of one party's view of one case."""

    def __init__(self, path: Path, case: str, party: str) -> None:
        """Keep the map of that party in the case of that title at `path`; nothing is read or written yet."""
        self.path = path.absolute()
        self._about = {"case": case, "party": party}

    def read(self) -> Any:
        """Return what was kept, None where there is no file.

        Raises ValueError if it is damaged or belongs to another case or party, OSError if it cannot be read.
        """
        self._refuse_link()
        if not self.path.exists():
            return None
        if not self.path.is_file():
            raise OSError(f"{self.path.name} is not a file.")
        if self.path.stat().st_size > LARGEST:
            raise ValueError("the file is too large for a map.")
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except RecursionError:
            raise ValueError("the file is nested too deeply for a map.") from None
        if not isinstance(kept, dict) or {**self._about, "map": kept.get("map")} != kept:
            raise ValueError("the file holds something else than the map of this case and party.")
        return kept["map"]

    def write(self, record: dict[str, Any]) -> None:
        """Put the map in the place of what was kept, at once; raise OSError and change nothing where that fails."""
        self._refuse_link()
        text = json.dumps({**self._about, "map": record}, indent=1, ensure_ascii=False)
        number, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.stem}-")
        draft = Path(name)
        try:
            with os.fdopen(number, "w", encoding="utf-8") as file:
                file.write(text + "\n")
            draft.chmod(0o644)
            draft.replace(self.path)
        except OSError:
            draft.unlink(missing_ok=True)
            raise

    def _refuse_link(self) -> None:
        """Keep nothing where a link leads: in a shared folder it may lead to a file that is not the map's."""
        if self.path.is_symlink():
            raise OSError(f"{self.path.name} is a link to another place.")

    def put_aside(self) -> str:
        """Give the file a name of its own beside this one, and return it; nothing is overwritten."""
        for number in count(1):
            aside = self.path.with_name(f"{self.path.stem}-put-aside-{number}{self.path.suffix}")
            if not aside.exists():
                self.path.rename(aside)
                return aside.name
        raise AssertionError
