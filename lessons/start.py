"""`biggerpie start`: the lessons in a folder of the learner's, opened in JupyterLab."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from .shelf import ENGLISH, fill_shelf, languages

WELCOME = "00-welcome.ipynb"
IN_EACH_KERNEL = Path(__file__).parent / "in_each_kernel.py"
CALM = Path(__file__).parent / "jupyter"
"""JupyterLab's settings for learners: what they did in a simulation is saved, and no news are asked about."""


def add_start_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `start` to the command line."""
    command = commands.add_parser(
        "start",
        help="copy the lessons to a folder of yours and open them",
        epilog="Other options are passed on to JupyterLab; write them with an equals sign, such as --ip=0.0.0.0.",
    )
    command.add_argument("folder", type=Path, nargs="?", default=Path("bigger-pie"), help="default: ./bigger-pie")
    command.add_argument("--language", choices=languages(), help="the language of the lessons; default: English")
    command.add_argument("--no-browser", action="store_true", help="print the address instead of opening it")
    command.add_argument("--port", type=int, help="the port to serve on")
    command.set_defaults(run=_run, passes_on=True)


def _run(options: argparse.Namespace, rest: list[str]) -> None:
    chosen = ["--no-browser"] * options.no_browser + [f"--port={options.port}"] * (options.port is not None)
    start(options.folder, [*chosen, *rest], options.language or ENGLISH)


def start(folder: Path, jupyter_options: list[str], language: str = ENGLISH) -> None:
    """Fill the folder, say what was kept, and run JupyterLab on the welcome page until it is closed."""
    folder = folder.resolve()
    kept = fill_shelf(folder)
    print(f"Your lessons are in {folder}")
    for name in kept:
        print(f"  {name} is as you left it; to get the newest version, rename yours and start again.")
    command = [sys.executable, "-P", "-m", "jupyterlab", f"--ServerApp.root_dir={folder}"]
    welcome = f"lessons/{WELCOME}" if language == ENGLISH else f"lessons/{language}/{WELCOME}"
    command += [f"--LabApp.default_url=/lab/tree/{welcome}", *jupyter_options]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
        filter(None, [os.environ.get("JUPYTER_CONFIG_PATH"), str(CALM)])
    )
    os.environ["PYTHONSTARTUP"] = str(IN_EACH_KERNEL)
    sys.stdout.flush()
    if sys.platform == "win32":
        subprocess.run(command, cwd=CALM, check=False)
    else:
        os.chdir(CALM)  # Jupyter and nbgrader run settings from the folder they start in, which anybody may have filled
        os.execv(sys.executable, command)  # so that whoever stops this command stops JupyterLab
