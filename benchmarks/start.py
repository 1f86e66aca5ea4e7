"""From a command to a served page: `biggerpie start`, plain JupyterLab, and JupyterLab without nbgrader's extensions.

Each fills or opens a new folder with settings of its own, and is stopped once its first page is served. They take
turns, because the machine's speed drifts. `biggerpie` is the first on the PATH, so that another version can be
measured; JupyterLab is that of the Python that runs this file.
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

ROUNDS = 5
SECONDS_TO_START = 120
OPTIONS = ["--no-browser", "--port=0", "--IdentityProvider.token=", "--allow-root"]
LAB = [sys.executable, "-P", "-m", "jupyterlab"]
COMMANDS = {"start": ["biggerpie", "start"], "lab": LAB, "bare": LAB}
WITHOUT_NBGRADER = {
    f"nbgrader.server_extensions.{name}": False
    for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")
}
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def seconds_to_a_page(name: str) -> float:
    """Start the command in a new folder; return the seconds until its first page is served."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if name == "bare":
            settings = {"ServerApp": {"jpserver_extensions": WITHOUT_NBGRADER}}
            (folder / "jupyter_server_config.d").mkdir()
            (folder / "jupyter_server_config.d" / "bare.json").write_text(json.dumps(settings))
        environment = {**os.environ, "JUPYTER_CONFIG_DIR": scratch, "JUPYTER_DATA_DIR": str(folder / "data")}
        with (folder / "log").open("w") as log:
            began = time.perf_counter()
            server = subprocess.Popen([*COMMANDS[name], *OPTIONS], cwd=folder, env=environment, stdout=log, stderr=log)
            try:
                return _served(folder / "log", server) - began
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
    """Measure all three in turn, after one round that only warms the disk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(rounds + 1):
        for name, seconds in taken.items():
            last = seconds_to_a_page(name)
            if number:
                seconds.append(last)
                print(f"{name:5} {last:6.2f} s", flush=True)
    start, lab, bare = (median(taken[name]) for name in ("start", "lab", "bare"))
    print(f"RESULT start_s={start:.2f} lab_s={lab:.2f} bare_lab_s={bare:.2f} start_to_lab={start / lab:.2f}")


if __name__ == "__main__":
    main()
