"""What a hub is made of, as its hub.toml says."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..negotiation import NegotiationError

FILE = "hub.toml"
ABOUT = "# What this hub is made of. Its settings and 'biggerpie hub FOLDER --check' read it.\n"


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub's folder, its instructors (the first owns the course), course, exchange and the kit's programs."""

    folder: Path
    instructors: tuple[str, ...]
    course: Path
    exchange: Path
    programs: Path

    @property
    def private(self) -> Path:
        """What nobody but the hub may read."""
        return self.folder / "private"

    def settings(self, *, instructor: bool) -> str:
        """Return where Jupyter looks for settings in the server of an instructor, or of a student."""
        everybody = str(self.folder / "everybody")
        return f"{self.folder / 'instructors'}:{everybody}" if instructor else everybody


def hub_toml(hub: Hub) -> str:
    """Return the text of hub.toml."""
    values = {
        "instructors": list(hub.instructors),
        "course": str(hub.course),
        "exchange": str(hub.exchange),
        "programs": str(hub.programs),
    }
    return ABOUT + "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())


def read_hub(folder: Path) -> Hub:
    """Return the hub in a folder; raise NegotiationError, with one sentence, where there is none."""
    file = folder / FILE
    if not file.is_file():
        raise NegotiationError(f"{folder} holds no {FILE}; write one by 'biggerpie hub FOLDER --instructors NAME …'.")
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        names = tuple(map(str, told["instructors"]))
        course, exchange, programs = (Path(str(told[key])) for key in ("course", "exchange", "programs"))
    except (ValueError, KeyError, TypeError) as error:
        raise NegotiationError(
            f"{file} cannot be read ({error}); it names instructors, course, exchange, programs."
        ) from None
    if not names:
        raise NegotiationError(f"{file} names no instructor; the first one owns the course.")
    return Hub(folder, names, course, exchange, programs)
