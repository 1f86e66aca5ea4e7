"""What would act when somebody opens the submission's folder: settings, modules, pages, shortcuts, second names."""

import os
from collections.abc import Callable
from pathlib import Path

from .course import EXERCISE
from .files import IMPORTED, JSON, LINK, NO_FILE
from .model import FILE, Hostile, beside

PAGE = "<!doctype html><script>fetch('/formgrader?path=submitted')</script>"
RUN = "could run this or take it for settings"
NOT_ASKED_FOR = "only notebooks, texts, tables"
ODD = "not every computer can hold a file of this name"
ALIKE = "cannot tell its name from"

SETTINGS = {
    "nbgrader's settings": "nbgrader_config.py",
    "nbgrader's settings in JSON": "nbgrader_config.json",
    "nbgrader's settings in capitals": "NBGRADER_CONFIG.PY",
    "nbgrader's settings in wide letters": "ｎｂｇｒａｄｅｒ_config.py",
    "nbgrader's settings in a folder": "deep/er/nbgrader_config.py",
    "nbgrader's settings beside a checkpoint": ".ipynb_checkpoints/nbgrader_config.py",
    "Jupyter's settings": "jupyter_config.py",
    "the server's settings": "jupyter_server_config.json",
    "the server's folder of settings": "jupyter_server_config.d/on.json",
    "a folder of settings": "conf.d/on.json",
    "the Lab's settings": "labconfig/page_config.json",
    "the Lab's overrides": "overrides.json",
    "nbconvert's settings": "jupyter_nbconvert_config.py",
    "IPython's settings": "ipython_config.py",
    "IPython's start-up": ".ipython/profile_default/startup/00.py",
    "IPython's profile": "profile_default/startup/00.ipy",
    "a kernel": "kernels/python3/kernel.json",
    "the user's settings": "usercustomize.py",
    "a path file": "run.pth",
    "a folder of git's": ".git/hooks/post-checkout",
    "an environment": ".env",
    "a project's settings": "pyproject.toml",
    "setuptools' settings": "setup.cfg",
    "a kernel's launcher": "ipykernel_launcher.py",
    "a kernel's library": "traitlets/__init__.py",
    "Python's runner": "runpy.py",
    "a compiled module": "random.so",
}
PAGES = (
    "html",
    "HTM",
    "xhtml",
    "shtml",
    "svg",
    "svgz",
    "xml",
    "xsl",
    "js",
    "mjs",
    "wasm",
    "mhtml",
    "hta",
    "url",
    "lnk",
)


def put(name: str, content: str = IMPORTED) -> Callable[[Path], object]:
    """A file, with the folders it is in."""

    def make(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")

    return make


def second_name(name: str, of: str) -> Callable[[Path], object]:
    """A hard link to a file of the course."""

    def make(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        os.link(folder.parents[2] / of, folder / name)

    return make


def shut(folder: Path) -> None:
    """Files and a folder that nobody may read."""
    put("closed/notes.txt")(folder)
    (folder / "closed").chmod(0)
    (folder / FILE).chmod(0)


def deep_settings(folder: Path) -> None:
    """Settings so far down that their path is too long."""
    put("/".join(["d" * 200] * 6 + ["nbgrader_config.py"]))(folder)


def two_alike(folder: Path) -> None:
    """Two files that are one on many computers."""
    for name in ("caf\u00e9.txt", "CAFE\u0301.txt"):
        put(name, "x")(folder)


SOURCE = f"source/{EXERCISE}/{FILE}"
SUBMISSIONS: tuple[Hostile, ...] = (
    *(beside(f"opened: {what}", "forge", put(name), RUN) for what, name in SETTINGS.items()),
    *(beside(f"opened: a page, {ending}", "forge", put(f"a.{ending}", PAGE), RUN) for ending in PAGES),
    beside("opened: settings so deep that they are moved up", "forge", deep_settings, "has too long a path"),
    beside("opened: a module of the student's", "forge", put("helper.py", JSON), NOT_ASKED_FOR),
    beside("opened: a document with links", "read", put("notes.pdf", "%PDF-1.7"), NOT_ASKED_FOR),
    beside("opened: a packed page", "forge", put("a.html.gz", PAGE), NOT_ASKED_FOR),
    beside("opened: a page without an ending", "forge", put("page", PAGE), NOT_ASKED_FOR),
    beside("opened: a device of Windows", "stop", put("con.txt", "x"), ODD),
    beside("opened: a second stream of Windows", "forge", put("a.txt:nbgrader_config.py"), ODD),
    beside("opened: a blank that Windows drops", "forge", put("nbgrader_config.py "), ODD),
    beside("opened: a letter that nobody sees", "forge", put("nbgrader\u200d_config.py"), ODD),
    beside("opened: lines for the log", "break", put("a\n2030-01-01 ERROR everybody failed.txt"), ODD),
    beside("opened: two texts with one name", "break", two_alike, ALIKE),
    beside("opened: the notebook's name in capitals", "forge", put("EXERCISE.ipynb", "{}"), ALIKE),
    beside("hard link to the gradebook", "read", second_name("notes.txt", "gradebook.db"), f"'notes.txt' {LINK}"),
    beside("hard link as the notebook", "forge", second_name(FILE, SOURCE), f"'{FILE}' {LINK}", **NO_FILE),
    beside("opened: nothing may be read", "stop", shut),
)
