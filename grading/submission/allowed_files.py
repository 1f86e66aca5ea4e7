"""Which files may stay beside a submitted notebook: an allow-list for the kit's exercises, a deny-list for others."""

import mimetypes
import re
import sys
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path, PurePath

from ..dossiers.as_saved import is_dossiers

TEXTS_TABLES_PICTURES = {".txt", ".md", ".csv", ".tsv", ".png", ".jpg", ".jpeg", ".gif"}
NOTEBOOKS = (".ipynb", ".ipynb.txt", ".ipynb.json")  # a browser adds the last two when it saves a notebook
CHECKPOINTS = ".ipynb_checkpoints"
LEFT_BY_PROGRAMS = re.compile(r"\.ds_store|thumbs\.db|desktop\.ini|\._.*|__macosx|__pycache__")  # nobody meant these
ACTIVE_ENDINGS = re.compile(
    r"\.(x?html?|xht|[sp]html?|jsp|svgz?|xml|xslt?|rdf|rss|atom|mml|mathml|[mc]?jsx?|wasm|mht|mhtml|swf|hta|htc"
    r"|url|website|webloc|desktop|lnk|jar|vbs|wsf|bat|cmd|exe|com|scr|ps1|reg|so|pyd|dll|dylib|pyc|pyo|_?pth|ipy)$"
)
ACTIVE_TYPES = re.compile(
    r"html|[/+]xml$|(java|ecma|live)script|shockwave|wasm"
)  # what a server calls something that a browser runs
SETTINGS = re.compile(
    r".*_config(\.(py|json|d|ya?ml|toml))?|(jupyter|ipython|nbgrader|nbconvert|notebook|ipykernel)[^.]*"
    r"\.(py|json|d|ya?ml|toml|ini|cfg)|conf\.d|nbconfig|labconfig|profile_\w+|kernels|kernel\.json|.*overrides\.json"
    r"|package\.json|conftest\.py|pytest\.ini|tox\.ini|pyproject\.toml|setup\.(cfg|py)|pyvenv\.cfg|(site|user)customize"
)
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(\..*)?")
NOT_ON_EVERY_COMPUTER = re.compile(r'[<>:"|?*\\]|[. ]$')
MODULE = re.compile(r"(?P<name>[^.]+)(\.[^.]+)*\.(py|pyw)$")
STARTED_WITH_A_KERNEL = {"biggerpie", "comm", "debugpy", "ipykernel", "ipykernel_launcher", "ipython", "ipywidgets"}
STARTED_WITH_A_KERNEL |= {"jupyter_client", "jupyter_core", "matplotlib_inline", "nbgrader", "psutil", "tornado"}
STARTED_WITH_A_KERNEL |= {"anywidget", "nest_asyncio", "traitlets", "zmq"}
SHADOWED = STARTED_WITH_A_KERNEL | {name.casefold() for name in sys.stdlib_module_names}

ODD_NAME = "not every computer can hold a file of this name"
COULD_RUN = "a program that opens the folder, or a browser, could run this or take it for settings"
NOT_ASKED_FOR = "only notebooks, texts, tables and PNG, JPEG or GIF pictures stay beside an answer"
NOT_MEANT = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """What an assignment lets stay: whether it is the kit's, what was given out, names of nbgrader's."""

    kit: bool = True
    given: Sequence[Path] = ()
    written: Collection[str] = ()

    def reason_against(self, path: Path, folder: Path) -> str | None:
        """Return why a file may not stay in a submission's folder, None where it may.

        The reason is "" for what programs leave behind, which is not worth a sentence.
        """
        inner = path.relative_to(folder)
        if str(inner) in self.written or any(_is_same(path, given / inner) for given in self.given):
            return None
        names = [folded(part) for part in inner.parts]
        if any(map(LEFT_BY_PROGRAMS.fullmatch, names)):
            return NOT_MEANT
        if any(map(_is_odd, inner.parts)):
            return ODD_NAME
        if _could_run(names):
            return COULD_RUN
        return NOT_ASKED_FOR if self.kit and not _is_asked_for(names) else None


def folded(name: str) -> str:
    """Return a name as the least exact file system would compare it: case, Unicode form, dots and blanks at its end."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(c for c in plain if unicodedata.category(c) != "Cf").rstrip(". ")


def is_kit_exercise(source: Path) -> bool:
    """Return whether an assignment is the kit's, as its notebooks in the instructor's source folder say."""
    notebooks = source.glob("*.ipynb") if source.is_dir() else ()
    return any(b"%load_ext biggerpie.grading" in notebook.read_bytes() for notebook in notebooks)


def rules_for(source: Path, release: Path) -> Rules:
    """Return the rules of the assignment that has these two folders of the instructor's."""
    return Rules(is_kit_exercise(source), (release, source))


def _is_same(path: Path, given: Path) -> bool:
    return given.is_file() and path.stat().st_size == given.stat().st_size and cmp(path, given, shallow=False)


def _is_odd(name: str) -> bool:
    unprintable = any(unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} for c in name)
    return unprintable or bool(NOT_ON_EVERY_COMPUTER.search(name) or DEVICES.fullmatch(folded(name)))


def _could_run(names: list[str]) -> bool:
    """Return whether a file at this place could be run, or be read as settings; deliberately wide."""
    hidden = any(name.startswith(".") for name in names if name != CHECKPOINTS)
    return hidden or any(map(SETTINGS.fullmatch, names)) or _is_active(names[-1]) or _is_shadowing(names)


def _is_active(name: str) -> bool:
    kind = mimetypes.guess_type(f"x{PurePath(name).suffix}")[0] or ""
    return bool(ACTIVE_ENDINGS.search(name) or ACTIVE_TYPES.search(kind)) and not name.endswith(NOTEBOOKS)


def _is_shadowing(names: list[str]) -> bool:
    """Return whether Python would import the file in the place of a module of its own or a kernel's."""
    found = MODULE.fullmatch(names[-1])
    module = names[-2] if found and found["name"] == "__init__" and len(names) > 1 else (found or {"name": ""})["name"]
    return module in SHADOWED or module in {"sitecustomize", "usercustomize"}


def _is_asked_for(names: list[str]) -> bool:
    """Return whether a file of the kit's exercises may stay; no program runs these, nor reads them as settings."""
    name = names[-1]
    return (
        name.endswith(NOTEBOOKS)
        or PurePath(name).suffix in TEXTS_TABLES_PICTURES
        or (len(names) == 1 and is_dossiers(name))
    )
