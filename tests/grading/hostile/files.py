"""What lies beside a notebook, or in its place: links, pipes, folders, modules, odd names."""

import os
import pickle
import socket
from collections.abc import Callable
from pathlib import Path

from .broken import zip_bomb
from .course import EXERCISE, NEIGHBOUR
from .model import FILE, Hostile, beside

IMPORTED = """from pathlib import Path
for place in [Path.cwd().resolve(), *Path.cwd().resolve().parents]:
    if (place / "gradebook.db").exists():
        (place / "forged").touch()
"""
KIT = (
    IMPORTED
    + """import sys, types
__path__ = []
grading = sys.modules["biggerpie.grading"] = types.ModuleType("biggerpie.grading")
widgets = sys.modules["biggerpie.widgets"] = types.ModuleType("biggerpie.widgets")
widgets.Brief = widgets.Conversation = widgets.PackageBuilder = lambda *a: None
def load_ipython_extension(shell):
    shell.register_magic_function(lambda line: None, "line", "case")
    shell.register_magic_function(lambda line, cell: None, "cell", "answer")
    full = lambda *a, **k: 30.0
    shell.push(dict.fromkeys(["case", "labels", "package", "check"], full))
    shell.push(dict.fromkeys(["grade"], full))
grading.load_ipython_extension = load_ipython_extension
"""
)
JSON = IMPORTED + "raise SystemExit(1)\n"
NO_FILE = {"package": None, "right": 0}


class Touch:
    """A pickle that touches a file when it is loaded."""

    def __reduce__(self):
        return Path.touch, (Path("forged"),)


def link(name: str, target: str) -> Callable[[Path], None]:
    """A link out of the submission, to a place in the course."""

    def put(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(folder.parents[2] / target)

    return put


def written(name: str, content: str) -> Callable[[Path], object]:
    """A text file."""
    return lambda folder: (folder / name).write_text(content)


def odd_names(folder: Path) -> None:
    """Files and folders whose names mislead."""
    for name in (
        "new\nline.txt",
        "-rf",
        "--help",
        "..",
        "...",
        ".. ",
        "*.ipynb.txt",
        "a\\..\\b",
        "%2e%2e",
        "$(touch forged)",
    ):
        if name != "..":
            (folder / name).write_text("x")
    (folder / "[x]").mkdir()
    (folder / "[x]" / "?").write_text("x")


def odd_bytes(folder: Path) -> None:
    """Names that are not UTF-8, one of them a notebook's."""
    for name in (b"na\xefve.txt", b"\xff\xfe.ipynb"):
        Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).write_text("{}")  # noqa: PTH118  # bytes


def deep_folders(folder: Path) -> None:
    """Folders that reach to the end of what a path may be."""
    path = folder
    while len(os.fsencode(path.resolve())) < 4095 - 203:
        path /= "d" * 200
        path.mkdir()
    (path / ("f" * (4094 - len(os.fsencode(path.resolve()))))).write_text("x")


def listening(folder: Path) -> None:
    """A socket, made where its path is short."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as heard:
            heard.bind("s")
    finally:
        os.chdir(before)


def only(*names: str) -> Callable[[Path], None]:
    """The notebook under other names."""

    def put(folder: Path) -> None:
        content = (folder / FILE).read_bytes()
        (folder / FILE).unlink()
        for name in names:
            (folder / name).write_bytes(content)

    return put


def in_a_folder(folder: Path) -> None:
    """The notebook in a folder, as a zip that was unpacked brings it along."""
    (folder / "01").mkdir()
    (folder / FILE).rename(folder / "01" / FILE)


def folder_named(name: str, *, instead: bool = False) -> Callable[[Path], None]:
    """A folder with a file in it."""

    def put(folder: Path) -> None:
        if instead:
            (folder / name).unlink()
        (folder / name).mkdir()
        (folder / name / "inside.txt").write_text("x")

    return put


def pipe(name: str) -> Callable[[Path], None]:
    """A pipe nobody writes into."""

    def put(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

    return put


def link_as_folder(folder: Path) -> None:
    """The whole submission a link to a neighbour's."""
    (folder / FILE).unlink()
    folder.rmdir()
    folder.symlink_to(folder.parents[1] / NEIGHBOUR / EXERCISE)


def unreadable_twice(folder: Path) -> None:
    """A time stamp nobody can read, and a folder where it would be put."""
    (folder / "timestamp.txt").write_text("soon")
    folder_named("timestamp.txt.unreadable")(folder)


def stamp(content: bytes) -> Callable[[Path], object]:
    """A time stamp."""
    return lambda folder: (folder / "timestamp.txt").write_bytes(content)


def stamp_beside_a_page(folder: Path) -> None:
    """A time stamp that nobody can read, and a page that runs a script."""
    stamp(b"1h" + b"9" * 34)(folder)
    (folder / "notes.html").write_text("<script>document.title = 'forged'</script>")


STAMP = "no time that can be read"
LINK = "is a link"
SUBMISSIONS: tuple[Hostile, ...] = (
    beside("link to the gradebook", "read", link("notes.html", "gradebook.db"), f"'notes.html' {LINK}"),
    beside("link to the source", "read", link("notes.txt", f"source/{EXERCISE}/{FILE}"), f"'notes.txt' {LINK}"),
    beside("link to a folder", "read", link("all", "source"), f"'all' {LINK}"),
    beside("link to nowhere", "stop", link("gone.txt", "nowhere"), f"'gone.txt' {LINK}"),
    beside(
        "link as the notebook",
        "forge",
        link(FILE, f"submitted/{NEIGHBOUR}/{EXERCISE}/{FILE}"),
        f"'{FILE}' {LINK}",
        **NO_FILE,
    ),
    beside("link as the submission", "forge", link_as_folder, f"'{EXERCISE}' {LINK}", **NO_FILE),
    beside("pipe", "stop", pipe("p"), "'p' is a pipe or a socket"),
    beside("pipe as the notebook", "stop", pipe(FILE), f"'{FILE}' is a pipe or a socket", **NO_FILE),
    beside("pipe as the time stamp", "stop", pipe("timestamp.txt"), "'timestamp.txt' is a pipe or a socket"),
    beside("socket", "stop", listening, "'s' is a pipe or a socket"),
    beside("names that mislead", "break", odd_names),
    beside("names that are not UTF-8", "break", odd_bytes, "cannot be written as text"),
    beside("name of 255 letters", "break", written("n" * 251 + ".txt", "x")),
    beside("folders without end", "break", deep_folders, "has too long a path"),
    beside(
        "another name only", "break", only("exercise (1).ipynb"), "'exercise (1).ipynb' was marked as exercise.ipynb"
    ),
    beside(
        "another ending only", "break", only("exercise.ipynb.txt"), "'exercise.ipynb.txt' was marked as exercise.ipynb"
    ),
    beside("two other names", "break", only("a.ipynb", "b.ipynb"), "no exercise.ipynb", **NO_FILE),
    beside("page that is a folder", "break", folder_named("exercise.html"), "'exercise.html' is a folder"),
    beside("notebook that is a folder", "break", folder_named(FILE, instead=True), "is no ordinary file", **NO_FILE),
    beside("notebook in a folder", "break", in_a_folder, "'01/exercise.ipynb' was marked as exercise.ipynb"),
    beside("site's settings", "forge", written("sitecustomize.py", IMPORTED), "'sitecustomize.py' was moved"),
    beside("pytest's settings", "forge", written("conftest.py", IMPORTED), "'conftest.py' was moved"),
    beside("module named like the kit", "forge", written("biggerpie.py", KIT), "'biggerpie.py' was moved"),
    beside("module named like Python's", "stop", written("json.py", JSON), "'json.py' was moved"),
    beside(
        "pickle",
        "forge",
        lambda folder: (folder / "answers.pkl").write_bytes(pickle.dumps(Touch())),
        "'answers.pkl' was moved",
    ),
    beside(
        "zip bomb",
        "stop",
        lambda folder: (folder / "data.zip").write_bytes(zip_bomb()),
        "'data.zip' was moved",
    ),
    beside("huge time stamp", "stop", stamp(b"9" * 30_000_000), STAMP),
    beside("binary time stamp", "stop", stamp(bytes(range(256))), STAMP),
    beside("time stamp in the year 99999", "stop", stamp(b"99999-01-01 00:00:00 UTC"), STAMP),
    beside("time stamp before time", "stop", stamp(b"0001-01-01 00:00:00 +1400"), STAMP),
    beside("time stamp that is a format", "stop", stamp(b"%s%n{0.__class__}"), STAMP),
    beside("time stamp with a file as its zone", "read", stamp(b"2026-11-15 08:00:00 /etc/hostname"), STAMP),
    beside("time stamp of endless hours", "stop", stamp(b"1h" + b"9" * 34), STAMP),
    beside("bad time stamp beside a page", "forge", stamp_beside_a_page, "'notes.html' was moved"),
    beside("time stamp that is a folder", "stop", folder_named("timestamp.txt"), STAMP),
    beside("time stamp that cannot be set aside", "stop", unreadable_twice, STAMP),
)
