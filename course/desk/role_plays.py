"""The course's role plays, and the pages of each that are there."""

from dataclasses import dataclass
from pathlib import Path

from ..role_play.outcome_files import PAGE
from ..role_play.round_files import NAME, seated_rounds
from .to_do import command

DEBRIEF = "debrief.html"
SHOWN = (DEBRIEF, PAGE)


@dataclass(frozen=True, slots=True)
class RolePlay:
    """A round's name, the names of its pages, and the command that writes them."""

    name: str
    pages: tuple[str, ...]
    command: str


def role_plays(course: Path) -> list[RolePlay]:
    """Return the rounds that were seated."""
    return [
        RolePlay(
            folder.name,
            tuple(name for name in SHOWN if (folder / name).is_file() and not (folder / name).is_symlink()),
            command("biggerpie", "debrief", folder.name),
        )
        for folder in seated_rounds(course)
        if NAME.fullmatch(folder.name)
    ]
