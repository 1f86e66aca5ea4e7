"""What ends, blocks or fills the marking process; every bomb has a fuse."""

from pathlib import Path

from .model import Hostile, beside, code, notebook, write_in

SECONDS = 120
EXIT = "import os\nos._exit(1)\n"
KILL = "import os, signal\nif os.getppid() > 1:\n    os.kill(os.getppid(), signal.SIGKILL)\n"
FORK = """import os, time
for _ in range(300):
    if not os.fork():
        time.sleep(60)
        os._exit(0)
"""
MEMORY = """held = []
for _ in range(60):
    held.append(bytearray(100_000_000))
"""
LOOP = f"""import time
end = time.monotonic() + {SECONDS}
while time.monotonic() < end:
    pass
"""
STUBBORN = f"""import time
end = time.monotonic() + {SECONDS}
while time.monotonic() < end:
    try:
        while time.monotonic() < end:
            pass
    except KeyboardInterrupt:
        continue
"""
ENDLESS = f"""import time
end = time.monotonic() + {SECONDS}
while time.monotonic() < end:
    print("x" * 100_000)
"""
DEAF = f"""import signal, time
for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, signal.SIG_IGN)
time.sleep({SECONDS})
"""
LENGTH = 9_900
FORM = "no colon stands there"


def files(folder: Path) -> None:
    """Twenty thousand empty files."""
    for number in range(20_000):
        (folder / f"{number}").touch()


def folders(folder: Path) -> None:
    """A thousand empty folders in one another's company."""
    for number in range(1_000):
        (folder / f"{number % 30}" / f"{number}").mkdir(parents=True)


def sparse(folder: Path) -> None:
    """A file that says it is larger than any disk, and takes no room."""
    with (folder / "data.bin").open("wb") as file:
        file.truncate(3_000_000_000_000)


def sparse_notebook(folder: Path) -> None:
    """The same in place of the notebook."""
    (folder / "exercise.ipynb").unlink()
    with (folder / "exercise.ipynb").open("wb") as file:
        file.truncate(3_000_000_000_000)


def labels(text: str):
    """Answer the labels with some text."""
    return lambda n: write_in(n, "labels", f"%%answer labels\n{text}")


WAITS = {"package": None, "right": 0}
SUBMISSIONS: tuple[Hostile, ...] = (
    code("kernel exits", "stop", EXIT),
    code("kernel quits", "stop", "quit()\n"),
    code("parent killed", "stop", KILL),
    code("fork bomb", "stop", FORK),
    code("memory bomb", "stop", MEMORY),
    code("endless loop", "stop", LOOP),
    code("endless loop that cannot be interrupted", "stop", STUBBORN),
    code("endless output", "stop", ENDLESS),
    code("deaf to signals", "stop", DEAF),
    code("kernel suspended", "stop", "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n"),
    code("input asked for", "stop", 'input("your password")\n'),
    code("gradebook deleted", "stop", '(course / "gradebook.db").unlink()\n'),
    code(
        "all submissions deleted",
        "stop",
        'import shutil\nfor other in (course / "submitted").iterdir():\n    shutil.rmtree(other)\n',
    ),
    beside("twenty thousand files", "stop", files, "holds 20,001 files and folders; at most 200 are taken", **WAITS),
    beside("a thousand folders", "stop", folders, "files and folders; at most 200 are taken", **WAITS),
    beside("a file larger than the disk", "stop", sparse, "holds a file of 3,000 GB, 'data.bin'", **WAITS),
    beside("a notebook larger than the disk", "stop", sparse_notebook, "holds a file of 3,000 GB", **WAITS),
    notebook("an answer of spaces", "stop", labels("package" + " " * LENGTH + "x"), FORM, right=0),
    notebook("an answer of two kinds of blanks", "stop", labels("a" + " \u00a0" * (LENGTH // 2) + "b"), FORM, right=0),
    notebook("an answer of accents", "stop", labels("a" + "\u0315\u0300" * (LENGTH // 2)), FORM, right=0),
    notebook("an answer of letters that grow", "stop", labels("\ufdfa\n" * (LENGTH // 2)), FORM, right=0),
    notebook("an answer of thousands of answers", "stop", labels("%%answer x\n" * 800), "a second answer", right=0),
    notebook("an answer of thousands of issues", "stop", labels("salary: x\n" * 900), "stands there twice", right=0),
)
