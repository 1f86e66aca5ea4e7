"""`biggerpie start`: the lessons in a folder of the learner's, opened in JupyterLab."""

import argparse
import subprocess
import sys
from pathlib import Path

from .shelf import fill_shelf

WELCOME = "lessons/00-welcome.ipynb"


def add_start_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `start` to the command line."""
    command = commands.add_parser(
        "start",
        help="copy the lessons to a folder of yours and open them",
        epilog="Other options, such as --no-browser and --port 9999, are passed on to JupyterLab.",
    )
    command.add_argument("folder", type=Path, nargs="?", default=Path("bigger-pie"), help="default: ./bigger-pie")
    command.set_defaults(run=lambda options, rest: start(options.folder, rest), passes_on=True)


def start(folder: Path, jupyter_options: list[str]) -> None:
    """Fill the folder, say what was kept, and run JupyterLab on the welcome page until it is closed."""
    folder = folder.resolve()
    kept = fill_shelf(folder)
    print(f"Your lessons are in {folder}")
    for name in kept:
        print(f"  {name} is as you left it; to get the newest version, rename yours and start again.")
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}"]
    subprocess.run([*command, f"--LabApp.default_url=/lab/tree/{WELCOME}", *jupyter_options], check=False)
