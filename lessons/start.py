"""`biggerpie start`: the lessons in a folder of the learner's, opened in JupyterLab."""

import argparse
import os
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
        epilog="Other options are passed on to JupyterLab; write them with an equals sign, such as --ip=0.0.0.0.",
    )
    command.add_argument("folder", type=Path, nargs="?", default=Path("bigger-pie"), help="default: ./bigger-pie")
    command.add_argument("--no-browser", action="store_true", help="print the address instead of opening it")
    command.add_argument("--port", type=int, help="the port to serve on")
    command.set_defaults(run=_run, passes_on=True)


def _run(options: argparse.Namespace, rest: list[str]) -> None:
    chosen = ["--no-browser"] * options.no_browser + [f"--port={options.port}"] * (options.port is not None)
    start(options.folder, [*chosen, *rest])


def start(folder: Path, jupyter_options: list[str]) -> None:
    """Fill the folder, say what was kept, and run JupyterLab on the welcome page until it is closed."""
    folder = folder.resolve()
    kept = fill_shelf(folder)
    print(f"Your lessons are in {folder}")
    for name in kept:
        print(f"  {name} is as you left it; to get the newest version, rename yours and start again.")
    command = [sys.executable, "-P", "-m", "jupyterlab", f"--ServerApp.root_dir={folder}"]
    command += [f"--LabApp.default_url=/lab/tree/{WELCOME}", *jupyter_options]
    sys.stdout.flush()
    if sys.platform == "win32":
        subprocess.run(command, check=False)
    else:
        os.execv(sys.executable, command)  # so that whoever stops this command stops JupyterLab
