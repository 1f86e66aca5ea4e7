"""From a command to a served page: `biggerpie start`, plain JupyterLab, and JupyterLab without nbgrader's extensions.

Each fills or opens a new folder with settings of its own, and is stopped once its first page is served. They take
turns, because the machine's speed drifts; seconds of work (cpu) hang less on what else runs. `biggerpie` is the first
on the PATH, so that another version can be measured; JupyterLab is that of the Python that runs this file. And from a
click on a lesson to its first simulation awake (start_lesson.py), which needs a browser.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from urllib.request import urlopen

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.start_lesson import seconds_until_awake

ROUNDS = 5
SECONDS_TO_START = 300
OPTIONS = ["--no-browser", "--port=0", "--IdentityProvider.token=", "--allow-root"]
LAB = [sys.executable, "-P", "-m", "jupyterlab"]
COMMANDS = {"start": ["biggerpie", "start"], "lab": LAB, "bare": LAB}
WITHOUT_NBGRADER = {
    f"nbgrader.server_extensions.{name}": False
    for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")
}
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def seconds_to_a_page(name: str) -> tuple[float, float]:
    """Start the command in a new folder; return the seconds until its first page is served, and those of work."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if name == "bare":
            settings = {"ServerApp": {"jpserver_extensions": WITHOUT_NBGRADER}}
            (folder / "jupyter_server_config.d").mkdir()
            (folder / "jupyter_server_config.d" / "bare.json").write_text(json.dumps(settings))
        environment = {
            **os.environ,
            "JUPYTER_CONFIG_DIR": str(folder / "own"),
            "JUPYTER_CONFIG_PATH": scratch,  # in a virtual environment only this goes before the environment's own
            "JUPYTER_DATA_DIR": str(folder / "data"),
        }
        with (folder / "log").open("w") as log:
            began = time.perf_counter()
            server = subprocess.Popen([*COMMANDS[name], *OPTIONS], cwd=folder, env=environment, stdout=log, stderr=log)
            try:
                took = _served(folder / "log", server) - began
                spent = psutil.Process(server.pid).cpu_times()
                return took, spent.user + spent.system
            finally:
                server.terminate()
                server.wait()


def _served(log: Path, server: subprocess.Popen[bytes]) -> float:
    """Return the moment at which the server served its first page."""
    until = time.perf_counter() + SECONDS_TO_START
    while time.perf_counter() < until and server.poll() is None:
        if found := ADDRESS.search(log.read_text()):
            with suppress(OSError), urlopen(f"{found[0]}/lab", timeout=SECONDS_TO_START) as page:
                page.read()
                return time.perf_counter()
        time.sleep(0.02)
    raise RuntimeError(f"no page was served: {log.read_text()}")


def main() -> None:
    """Measure all in turn, after one round that only warms the disk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    awake: list[float] = []
    for number in range(rounds + 1):
        for name, measured in taken.items():
            took, worked = seconds_to_a_page(name)
            if number:
                measured.append((took, worked))
                print(f"{name:5} {took:6.2f} s, {worked:5.2f} s of work", flush=True)
        took = seconds_until_awake()
        if number:
            awake.append(took)
            print(f"click to simulation {took:6.2f} s", flush=True)
    middle = {name: [median(column) for column in zip(*measured, strict=True)] for name, measured in taken.items()}
    said = [f"{name}_s={took:.2f} {name}_cpu_s={worked:.2f}" for name, (took, worked) in middle.items()]
    ratios = [middle["start"][column] / middle["lab"][column] for column in (0, 1)]
    ended = f"start_to_lab={ratios[0]:.2f} start_to_lab_cpu={ratios[1]:.2f} click_to_simulation_s={median(awake):.2f}"
    print(f"RESULT {' '.join(said)} {ended}")


if __name__ == "__main__":
    main()
