"""nbgrader's page templates with what a safe page needs, and kept compiled."""

from collections.abc import Callable, Iterable
from pathlib import Path

from jinja2 import BytecodeCache, FunctionLoader
from jinja2.bccache import Bucket

TABLES = "<style>.rendered_html :is(th, td) { padding: .1em .8em .1em 0; vertical-align: top }</style>"
Edit = Callable[[str], str]


def edited(paths: Iterable[str], edits: dict[str, Edit]) -> FunctionLoader:
    """Return a loader of the first template of each name in `edits` among the paths, edited; of no other."""
    places = [Path(path) for path in paths]

    def load(name: str) -> str | None:
        found = next((path / name for path in places if (path / name).is_file()), None) if name in edits else None
        return edits[name](found.read_text(encoding="utf-8")) if found else None

    return FunctionLoader(load)


class KeptTemplates(BytecodeCache):
    """Keeps compiled page templates in memory: compiling them takes longer than all else about a page."""

    def __init__(self) -> None:
        """Begin with none."""
        self.compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a template from memory."""
        if code := self.compiled.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self.compiled[bucket.key + bucket.checksum] = bucket.bytecode_to_string()
