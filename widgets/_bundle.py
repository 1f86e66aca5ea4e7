"""One module and one style sheet for each widget, put together from files that browsers could load as they are."""

import re
from pathlib import Path

HERE = Path(__file__).parent
IMPORT = re.compile(r'^import [^;]* from "\./(?P<file>[a-z_]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=function|const|class)", re.MULTILINE)


def module(file: str) -> str:
    """Return the widget's ES module with what it imports written in; no file is written in twice."""
    return _with_imports(file, seen=set())


def style(*files: str) -> str:
    """Return the theme and the given style sheets as one."""
    return "\n".join((HERE / file).read_text(encoding="utf-8") for file in ("theme.css", *files))


def _with_imports(file: str, seen: set[str]) -> str:
    source = (HERE / file).read_text(encoding="utf-8")
    imported = []
    for found in IMPORT.finditer(source):
        if found["file"] not in seen:
            seen.add(found["file"])
            imported.append(EXPORT.sub("", _with_imports(found["file"], seen)))
    return "\n".join([*imported, IMPORT.sub("", source)])
