"""One module and one style sheet for each widget, put together from files that browsers could load as they are."""

import re
from pathlib import Path

HERE = Path(__file__).parent
IMPORT = re.compile(r'^import [^;]* from "(?P<file>\.{1,2}/[a-z_/]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:function|const|class) (?P<name>\w+))", re.MULTILINE)
REMARK = re.compile(r"^\s*(?:(?://[^\n]*|/\*\*[\s\S]*?\*/)\n\s*)*", re.MULTILINE)  # for who reads the file


def module(file: str) -> str:
    """Return the widget's ES module, named from this folder, with its imports written in, each file once."""
    return REMARK.sub("", _with_imports((HERE / file).resolve(), seen=set()))


def style(*files: str) -> str:
    """Return the theme and the given style sheets, named from this folder, as one."""
    return REMARK.sub("", "\n".join((HERE / file).read_text(encoding="utf-8") for file in ("parts/theme.css", *files)))


def _with_imports(file: Path, seen: set[Path]) -> str:
    source = file.read_text(encoding="utf-8")
    imported = []
    for found in IMPORT.finditer(source):
        needed = (file.parent / found["file"]).resolve()
        if needed not in seen:
            seen.add(needed)
            imported.append(_with_imports(needed, seen))
    own = IMPORT.sub("", source)
    return "\n".join([*imported, _in_its_own_scope(own) if EXPORT.search(own) else own])


def _in_its_own_scope(source: str) -> str:
    """Return a module that shows only what it exports, so that two modules may use a name for different things."""
    names = ", ".join(found["name"] for found in EXPORT.finditer(source))
    return f"const {{ {names} }} = (() => {{\n{EXPORT.sub('', source)}return {{ {names} }};\n}})();\n"
