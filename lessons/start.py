"""`biggerpie start`: the lessons in a folder of the learner's, opened in JupyterLab."""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from ..course.on_hub import server_on_hub
from .lessons_command import put_lessons
from .on_hub import where_on_hub
from .pages import ENGLISH, languages
from .running import open_running
from .where_stopped import page_to_open

IN_EACH_KERNEL = Path(__file__).parent / "in_each_kernel.py"
CALM = Path(__file__).parent / "jupyter"
"""JupyterLab's settings for learners: a quiet log, work saved every ten seconds, and nothing that only makers need."""


def add_start_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `start` to the command line."""
    command = commands.add_parser(
        "start",
        help="copy the lessons to a folder of yours and open them",
        epilog="JupyterLab's own options work, too, written with an equals sign, such as --ip=0.0.0.0; "
        "what stands after -- is passed on as it is.",
    )
    command.add_argument("folder", type=Path, nargs="?", default=Path("bigger-pie"), help="default: ./bigger-pie")
    command.add_argument("--language", choices=languages(), help="the language of the lessons; default: English")
    command.add_argument("--no-browser", action="store_true", help="print the address instead of opening it")
    command.add_argument("--port", type=int, help="the port to serve on")
    command.set_defaults(run=_run, passes_on=True)


def _run(options: argparse.Namespace, rest: list[str]) -> None:
    chosen = [f"--port={options.port}"] * (options.port is not None)
    start(options.folder, [*chosen, *rest], options.language or ENGLISH, browser=not options.no_browser)


def start(folder: Path, jupyter_options: list[str], language: str = ENGLISH, *, browser: bool = True) -> None:
    """Fill the folder, say what is out of date, and run JupyterLab where the learner stopped until it is closed.

    Where it runs in the folder already, that one is opened; on a JupyterHub it is only said where the lessons are.
    """
    folder = folder.resolve()
    put_lessons(folder, language)
    page = page_to_open(folder, language)
    if server_on_hub():
        print(where_on_hub(folder, page))
        return
    place = _place_for(folder)
    if open_running(folder, page, place, browser=browser):
        return
    shutil.rmtree(place / "workspaces", ignore_errors=True)
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
        filter(None, [os.environ.get("JUPYTER_CONFIG_PATH"), str(CALM)])
    )
    command = [
        *(sys.executable, "-P", "-m", "jupyterlab"),
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{quote(page)}",
        f"--LabApp.workspaces_dir={place / 'workspaces'}",
        f"--LabApp.extra_labextensions_path={CALM / 'labextensions'}",
        *["--no-browser"] * (not browser),
        *jupyter_options,
    ]
    os.environ["PYTHONSTARTUP"] = str(IN_EACH_KERNEL)
    sys.stdout.flush()
    if sys.platform == "win32":
        subprocess.run(command, cwd=CALM, check=False)
    else:
        os.chdir(CALM)  # Jupyter and nbgrader run settings from the folder they start in, which anybody may have filled
        os.execv(sys.executable, command)  # so that whoever stops this command stops JupyterLab


def _place_for(folder: Path) -> Path:
    """Return a folder for what Jupyter keeps of this one while it runs: which tabs are open, of no other folder's.

    It stands apart from the learner's, which others may have filled.
    """
    from jupyter_core.paths import jupyter_runtime_dir

    place = Path(jupyter_runtime_dir()) / f"biggerpie-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]}"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place
