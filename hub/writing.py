"""A hub's folder, written whole: the kit's recipe, with what this hub is made of."""

import shutil
import stat
from importlib import resources
from pathlib import Path
from string import Template

from ..lessons.start import CALM
from ..negotiation import NegotiationError
from .the_hub import FILE, Hub, hub_toml

README, SCRIPT, CONFIG = "README.md", "lessons-then-server", "jupyterhub_config.py"
CALM_SETTINGS = ("jupyter_server_config.json", "labconfig/default_setting_overrides.json")
"""What of a learner's settings everybody on the hub has, too."""
OPEN, CLOSED = 0o755, 0o700


def write_hub(hub: Hub) -> None:
    """Write the folder of a hub; raise NegotiationError, and write nothing, where it holds something already."""
    if hub.folder.exists() and (not hub.folder.is_dir() or any(hub.folder.iterdir())):
        raise NegotiationError(f"{hub.folder} is not empty, so nothing was written; name a new folder.")
    with resources.as_file(resources.files(__package__) / "recipe") as recipe:
        shutil.copytree(
            recipe,
            hub.folder,
            dirs_exist_ok=True,
            copy_function=shutil.copyfile,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    for name in CALM_SETTINGS:
        shutil.copyfile(CALM / name, hub.folder / "everybody" / name)
    (hub.folder / FILE).write_text(hub_toml(hub), encoding="utf-8")
    _fill_in(hub.folder / README, hub)
    hub.private.mkdir()
    _set_modes(hub)


def _fill_in(file: Path, hub: Hub) -> None:
    text = Template(file.read_text(encoding="utf-8")).substitute(
        folder=hub.folder,
        course=hub.course,
        exchange=hub.exchange,
        owner=hub.instructors[0],
        programs=hub.programs,
        environment=hub.programs.parent,
    )
    file.write_text(text, encoding="utf-8")


def _set_modes(hub: Hub) -> None:
    """Let students' servers read what they need, whatever the umask is, and nobody what only the hub needs."""
    for path in (hub.folder, *hub.folder.rglob("*")):
        path.chmod(
            OPEN if path.is_dir() or path.name == SCRIPT else OPEN & ~(stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        )
    hub.private.chmod(CLOSED)
    (hub.folder / CONFIG).chmod(stat.S_IRUSR | stat.S_IWUSR)
