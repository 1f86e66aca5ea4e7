"""One module and one style sheet for each widget, put together from files that browsers could load as they are.

Each imported file becomes a function that returns what the file exports, so that two files may use a name for
different things; and a sheet's rules reach no other widget. What this reads is a small part of JavaScript's modules;
anything else is refused by name.
"""

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ._class_of import OF, class_of

HERE = Path(__file__).parent
WATCHED = Path("build", "esm")
REMARK = re.compile(r"^\s*(?:(?://[^\n]*|/\*\*[\s\S]*?\*/)\n\s*)*", re.MULTILINE)  # for readers of the file
CSS_REMARK = re.compile(r"[ \t]*/\*[\s\S]*?\*/")
CAST = re.compile(r"/\*\* @type \{[^*\n]*\} \*/ ?")  # for what checks the types
IMPORT = re.compile(r'^import \{ (?P<names>\w+(?:, \w+)*) \} from "(?P<file>\.{1,2}/[\w/]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (?P<name>\w+))", re.MULTILINE)
DEFAULT = "export default { render };"
THEME = "parts/theme.css"
SCOPED = re.compile(rf"^\.biggerpie\.({OF}[\w-]+) ", re.MULTILINE)
UNREAD = re.compile(r"^(?:import|export)\b.*|\bimport\s*\(.*", re.MULTILINE)


def module(file: str, project: Path = HERE.parent) -> str | Path:
    """Return the widget's ES module, named from the project's folder `widgets`, as a text.

    While widgets are developed, in an editable install and with `ANYWIDGET_HMR=1`, it is a file that anywidget watches
    and `python -m tools.hot_reload` writes again. Raises ValueError as a sentence where a file cannot be read.
    """
    bundled = bundle(file, project / "widgets")
    if os.environ.get("ANYWIDGET_HMR") != "1" or not (project / "pyproject.toml").is_file():
        return bundled
    kept = project / WATCHED / file
    kept.parent.mkdir(parents=True, exist_ok=True)
    if not kept.is_file() or kept.read_text(encoding="utf-8") != bundled:
        kept.write_text(bundled, encoding="utf-8")
    return kept


def forget() -> None:
    """Let every file be read again."""
    _read.cache_clear()


def bundle(file: str, folder: Path = HERE) -> str:
    """Return the widget's ES module, named from the folder, with its imports written in, each file once.

    Raises ValueError with the file's name where an import or export is written in another way than the kit's files
    do, a file or a name is not there or is there twice, or files import each other in a circle.
    """
    written: dict[Path, str] = {}
    own = _own_code(_read(folder / file, folder), folder, written, ())
    return "\n".join([*written.values(), own])


def plain_function(file: str) -> str:
    """Return the one function that a file exports, which must import nothing, in as little space as its lines take."""
    script = _read(HERE / file, HERE)
    if script.imports or len(script.exports) != 1:
        raise ValueError(f"{script.name}: a function that stands alone imports nothing, and is all that is exported.")
    return " ".join(line.strip() for line in script.code.splitlines())


def style(*files: str) -> str:
    """Return the theme and the given style sheets, named from this folder, as one.

    All but the theme's rules hold within places of one class, see `scope`: beside other widgets, in whatever order they
    came, a widget looks as it does alone.
    """
    texts = ((HERE / file).read_text(encoding="utf-8") for file in (THEME, *files))
    theme, *sheets = (REMARK.sub("", CSS_REMARK.sub("", text)) for text in texts)
    return "\n".join([theme, *(f".biggerpie.{class_of(*files)} {{\n{sheet}}}\n" for sheet in sheets)])


def scope(css: str) -> str:
    """Return the class of the places in which a style of `style` holds, "" where it is the theme alone."""
    found = SCOPED.search(css)
    return found[1] if found else ""


@dataclass(frozen=True)
class _Script:
    """A file's code without its imports and exports: `imports` names what it takes from which file."""

    name: str
    imports: tuple[tuple[Path, tuple[str, ...]], ...]
    exports: tuple[str, ...]
    code: str


@cache
def _read(file: Path, folder: Path) -> _Script:
    name = file.relative_to(folder).as_posix()
    source = CAST.sub("", REMARK.sub("", file.read_text(encoding="utf-8")))
    imports = [
        (_beside(file, found["file"], name), tuple(found["names"].split(", "))) for found in IMPORT.finditer(source)
    ]
    exports = tuple(found["name"] for found in EXPORT.finditer(source))
    code = EXPORT.sub("", IMPORT.sub("", source))
    if unread := UNREAD.search(code.replace(DEFAULT, "")):
        raise ValueError(f'{name}: {unread[0]!r} is not read; write import {{ … }} from "….js"; or export function.')
    _once([*exports, *(taken for _, names in imports for taken in names)], "imported or exported", name)
    _once([str(path.name) for path, _ in imports], "named by several imports", name)
    return _Script(name, tuple(imports), exports, code)


def _beside(file: Path, other: str, name: str) -> Path:
    path = Path(os.path.normpath(file.parent / other))
    if not path.is_file():
        raise ValueError(f"{name}: there is no file {other!r}.")
    return path


def _once(names: list[str], how: str, file: str) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise ValueError(f"{file}: {twice!r} is {how} twice.")


def _own_code(script: _Script, folder: Path, written: dict[Path, str], above: tuple[Path, ...]) -> str:
    """Return the script's code, taking what it imports from the files that this adds to `written`."""
    taken = []
    for path, names in script.imports:
        if path in above:
            raise ValueError(f"{script.name}: {path.name} imports this file, too; one of them must do without.")
        other = _read(path, folder)
        if missing := [name for name in names if name not in other.exports]:
            raise ValueError(f"{script.name}: {other.name} exports no {missing[0]!r}.")
        if DEFAULT in other.code:
            raise ValueError(f"{script.name}: {other.name} is a widget of its own, which no other file may import.")
        if path not in written:
            code = _own_code(other, folder, written, (*above, path))
            written[path] = f"const {_id(other)} = (() => {{\n{code}return {{ {', '.join(other.exports)} }};\n}})();\n"
        taken.append(f"const {{ {', '.join(names)} }} = {_id(other)};\n")
    return "".join(taken) + script.code


def _id(script: _Script) -> str:
    """Return a name for the file's exports that no other file has."""
    return "$" + script.name.removesuffix(".js").replace("/", "$")
