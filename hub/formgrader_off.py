"""Formgrader is for instructors alone: what Jupyter itself reads from the settings of both."""

import json
import os
import subprocess
from collections.abc import Iterator

from .the_hub import Hub

FORMGRADER, ASSIGNMENTS = (f"nbgrader.server_extensions.{name}" for name in ("formgrader", "assignment_list"))
ASK = """
import json
from jupyter_core.paths import jupyter_config_path
from jupyter_server.extension.config import ExtensionConfigManager
print(json.dumps(ExtensionConfigManager(read_config_path=jupyter_config_path()).get_jpserver_extensions()))
"""


def formgrader(hub: Hub) -> Iterator[str]:
    """Say where formgrader is on for students, off for instructors, or exercises cannot be fetched."""
    everybody, instructors = (hub.folder / who / "jupyter_server_config.d" for who in ("everybody", "instructors"))
    try:
        student, instructor = (_extensions(hub, instructor=teaches) for teaches in (False, True))
    except (OSError, ValueError, subprocess.SubprocessError):
        yield f"Jupyter could not be asked for its settings by {hub.programs / 'python'}; mend 'programs' in hub.toml."
        return
    if student.get(FORMGRADER, False):
        yield f"Formgrader is on for students; set it to false in {everybody}."
    if not instructor.get(FORMGRADER, False):
        yield f"Formgrader is off for instructors; set it to true in {instructors}."
    if not student.get(ASSIGNMENTS, False):
        yield f"Students cannot fetch exercises; set assignment_list to true in {everybody}."


def _extensions(hub: Hub, *, instructor: bool) -> dict[str, bool]:
    """Return which of Jupyter's server extensions are on for somebody, as the hub's environment reads it."""
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_PATH": hub.settings(instructor=instructor),
        "JUPYTER_CONFIG_DIR": str(hub.folder / "nobody's"),
    }
    command = [str(hub.programs / "python"), "-P", "-c", ASK]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    return dict(json.loads(done.stdout))
