"""The copy that the kit makes of a notebook with another name, told from what was handed in."""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from ..atomic_files import write_whole
from ..class_run.stamps import digest_of_file, kept_file


@dataclass(frozen=True, slots=True)
class KitsCopy:
    """The name of a copy in a submission's folder, and a digest of what was copied."""

    name: str
    digest: str

    def is_there(self, folder: Path) -> bool:
        """Return whether the copy still stands there as the kit made it; what differs was handed in."""
        path = folder / self.name
        return path.is_file() and not path.is_symlink() and digest_of_file(path) == self.digest


def kits_copy(course: Path, folder: Path) -> KitsCopy | None:
    """Return what is noted of the copy in a submission's folder, None where the kit made none."""
    try:
        noted = KitsCopy(**json.loads(_note(course, folder).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return noted if isinstance(noted.name, str) and Path(noted.name).name == noted.name else None


def copy_under(course: Path, folder: Path, notebook: Path, name: str) -> None:
    """Copy a notebook to another name in its submission's folder, and note before that the copy is the kit's."""
    content = notebook.read_bytes()
    copy = KitsCopy(name, sha256(content).hexdigest())
    write_whole(_note(course, folder), json.dumps(asdict(copy)).encode())
    write_whole(folder / name, content)


def _note(course: Path, folder: Path) -> Path:
    return kept_file(course, "copies", folder)
