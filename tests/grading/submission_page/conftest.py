"""One course for all tests of the page: an honest student, a hostile one, broken files, links and odd names."""

import base64
import json
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from biggerpie.lessons.command_line import main

from ..similarity.small_class import EXERCISE, hand_in, small_class

ODD = "<b>odd"
HURT = "document.title='hurt'"
WIDGET_STATE = {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"state": {"_esm": HURT}}}}}


@pytest.fixture(scope="package")
def course(tmp_path_factory) -> Path:
    """The small class of the copying report, with the hostile ones beside it."""
    folder = small_class(tmp_path_factory.mktemp("show") / "course")
    _hand_in_hostile(folder)
    hand_in(folder, "zip", "PK\x03\x04 no notebook")
    (folder / "submitted" / "linked").symlink_to("/etc")
    (folder / "submitted" / "lin").mkdir()
    (folder / "submitted" / "lin" / EXERCISE).symlink_to("/etc")
    return folder


@pytest.fixture
def show(course, tmp_path, capsys) -> Callable[..., str]:
    """The page that the command writes for a student."""

    def shown(*words: str) -> str:
        assert main(["show", *words, "--course", str(course), "--into", str(tmp_path / "out"), "--no-browser"]) == 0
        return Path(capsys.readouterr().out.strip()).read_text(encoding="utf-8")

    return shown


def picture(color: int = 140) -> str:
    """A small PNG, as a notebook holds it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([x, y, color] * 1)[:3] * 40 for y, x in zip(range(40), range(40), strict=True))
    parts = (b"IHDR", struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)).decode()


def _hand_in_hostile(folder: Path) -> None:
    """Everything at once that could run in a browser, or look like something that it is not."""
    notebook = json.loads((folder / "submitted" / "ada" / EXERCISE / "exercise.ipynb").read_text())
    cells = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in notebook["cells"]}
    cells["mark-package"]["source"] = "import os\n100.0"
    cells["why"]["source"] = f"<script>{HURT}</script> ![d](../../?path=x) \u202etxt.exe \x1b[31m {{{{ 7*7 }}}}"
    cells["why"]["attachments"] = {
        "a.png": {"image/png": picture()},
        "again.png": {"image/png": picture()},
        "x.svg": {"image/svg+xml": f"<svg onload={HURT}>"},
        f"'><script>{HURT}</script>": {"image/png": "PHNjcmlwdD4="},
    }
    notebook["cells"].remove(cells["trade"])
    notebook["cells"].insert(
        1, {"cell_type": "</h3>", "metadata": {"nbgrader": {"grade_id": "<i>"}}, "source": "</pre>"}
    )
    notebook["metadata"]["widgets"] = WIDGET_STATE
    hand_in(folder, ODD, json.dumps(notebook))
    place = folder / "submitted" / ODD / EXERCISE
    (place / "timestamp.txt").write_text(f"<script>{HURT}</script>")
    (place / "nbgrader_config.py").write_text("raise SystemExit")
    (place / "gradebook").symlink_to("/etc/passwd")
    (place / "<img src=x onerror=alert(1)>.svg").write_text("<svg/>")
    os.mkfifo(place / "pipe")
    for number in range(300):
        (place / f"many-{number}").touch()
