"""`biggerpie formgrader`: nbgrader's formgrader for a course, started where no student's file is taken for settings.

nbgrader reads and runs `nbgrader_config.py` from the folder that Jupyter is started in, and from one that an address
may name relative to it. So Jupyter starts in a folder of its own that holds nothing but a pointer to the course.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..grading.course_modes import OTHERS, is_shared, made_for_group
from ..grading.course_path import CONFIG, require_course
from ..negotiation import NegotiationError
from .on_hub import server_on_hub

POINTER = '''"""Made by `biggerpie formgrader`: the course's own settings stand in the course's folder."""

c = get_config()
load_subconfig("nbgrader_config.py", path={course!r})
'''


def add_formgrader_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `formgrader` to the command line."""
    command = commands.add_parser(
        "formgrader",
        help="grade written answers in the browser",
        epilog="Other options are passed on to JupyterLab; write them with an equals sign, such as --port=9999.",
    )
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.add_argument("--no-browser", action="store_true", help="print the address instead of opening it")
    command.set_defaults(run=_run, passes_on=True)


def jupyter_place(course: Path) -> Path:
    """Return the folder to start Jupyter in, made and with the pointer in it; raise NegotiationError if it is none."""
    require_course(course)
    user = os.getuid() if hasattr(os, "getuid") else 0
    place = course / ".biggerpie" / f"jupyter-{user}"  # others who share the course have theirs
    with made_for_group(course):
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(0o700)
        write_whole(place / CONFIG, POINTER.format(course=str(course)).encode())
    return place


def config_path(place: Path) -> str:
    """Return where Jupyter looks for settings: first in that folder, from which formgrader finds its course."""
    return os.pathsep.join(filter(None, [str(place), os.environ.get("JUPYTER_CONFIG_PATH", "")]))


def jupyter_command(course: Path, options: list[str]) -> list[str]:
    """Return the command that starts Jupyter with formgrader as its first page."""
    return [
        *(sys.executable, "-P", "-m", "jupyterlab"),
        f"--ServerApp.root_dir={course}",
        "--LabApp.default_url=/formgrader",
        *options,
    ]


def _run(options: argparse.Namespace, rest: list[str]) -> None:
    course = options.course.resolve()
    if server := server_on_hub():
        require_course(course)
        raise NegotiationError(
            f"this is a server on a JupyterHub, where nobody reaches a second one; go to {server}formgrader in your "
            "browser ('biggerpie hub' writes the settings with which it opens your course)."
        )
    place = jupyter_place(course)
    os.environ["JUPYTER_CONFIG_PATH"] = config_path(place)
    if is_shared(course):
        os.umask(OTHERS)
    command = jupyter_command(course, ["--no-browser"] * options.no_browser + rest)
    if sys.platform == "win32":
        subprocess.run(command, cwd=place, check=False)
    else:
        os.chdir(place)
        os.execv(sys.executable, command)  # so that whoever stops this command stops Jupyter
