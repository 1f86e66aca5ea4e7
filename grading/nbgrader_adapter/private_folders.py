"""The folders of a course that no student's code may see: its own, the gradebook's, and the exchange."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import Exchange

SQLITE = "sqlite:///"


def private_folders(config: Any, coursedir: Any) -> Iterator[Path]:
    """Yield them for a course, wherever its settings put them."""
    sections = [section for name, section in config.items() if name.startswith("Exchange")]
    for root in (Exchange.root.default_value, *(section["root"] for section in sections if "root" in section)):
        yield Path(str(root)).expanduser()
    if coursedir is None:
        return
    yield Path(coursedir.root)
    if coursedir.db_url.startswith(SQLITE):
        yield Path(coursedir.db_url.removeprefix(SQLITE).partition("?")[0]).parent
