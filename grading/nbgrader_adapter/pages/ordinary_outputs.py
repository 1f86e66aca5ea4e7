"""The outputs of an ordinary assignment's cells, remade from an allow-list: texts, tables and pictures."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ....negotiation.letters import whole_letters
from .ordinary_html import MOST_TAGS, Room

TEXTS = ("text/plain", "text/latex", "text/markdown")
PICTURES = {"image/png": "iVBORw0KGgo", "image/jpeg": "/9j/"}  # how each begins in base64
BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
LONGEST = 200_000
LARGEST_PICTURE = 20_000_000
MOST_OUTPUTS = 200
NOT_SHOWN = "(an output is not shown here: {kinds})"
CUT = "\n(cut here: the output has {length:,} characters)"
Output = dict[str, Any]


def text_of(value: Any) -> str:
    """Return the text that a notebook holds as a text or as a list of lines; "" for anything else."""
    lines = value if isinstance(value, list) else [value]
    text = "".join(line for line in lines if isinstance(line, str))
    return whole_letters(text).replace("\0", "\ufffd")


def safe_outputs(outputs: Any, room: Room, *, formulas: bool, typed: bool) -> list[Output]:
    """Return a cell's outputs without metadata, and without what a browser would run or interpret.

    With `typed`, they are plain text. `formulas` says whether the page can show LaTeX.
    """
    given = [output for output in outputs if isinstance(output, Mapping)] if isinstance(outputs, list) else []
    shown = [_output(output, room, formulas=formulas, typed=typed) for output in given[:MOST_OUTPUTS]]
    more = len(given) - len(shown)
    return [*shown, *([_stream("stdout", f"({more:,} more outputs are not shown here)")] if more else [])]


def _output(output: Mapping[str, Any], room: Room, *, formulas: bool, typed: bool) -> Output:
    kind = output.get("output_type")
    if kind == "stream":
        return _stream("stderr" if output.get("name") == "stderr" else "stdout", _printed(output.get("text"), room))
    if kind == "error":
        lines = output.get("traceback")
        traceback = "\n".join(map(text_of, lines)) if isinstance(lines, list) else ""
        names = {name: text_of(output.get(name))[:LONGEST] for name in ("ename", "evalue")}
        return {"output_type": "error", **names, "traceback": _printed(traceback, room).split("\n")}
    data = _data(output.get("data"), room, formulas=formulas, typed=typed)
    about: Output = {"output_type": "display_data", "metadata": {}, "data": data}
    if kind == "execute_result":
        about |= {"output_type": kind, "execution_count": None}
    return about


def _stream(name: str, text: str) -> Output:
    return {"output_type": "stream", "name": name, "text": text}


def _printed(value: Any, room: Room) -> str:
    """Return text for a terminal; where it changes colour without end, as its letters."""
    text = text_of(value)
    if len(text) > LONGEST:
        text = text[:LONGEST] + CUT.format(length=len(text))
    room.tags += 2 * text.count("\x1b")
    return text if room.tags <= MOST_TAGS else text.replace("\x1b", "\ufffd")


def _data(given: Any, room: Room, *, formulas: bool, typed: bool) -> dict[str, str]:
    data = given if isinstance(given, Mapping) else {}
    kept = {kind: _printed(data[kind], room) for kind in TEXTS if isinstance(data.get(kind), str | list)}
    if not formulas:
        kept.pop("text/latex", None)
    if not typed:
        kept |= {kind: picture for kind in PICTURES if (picture := _picture(kind, data.get(kind)))}
        if html := text_of(data.get("text/html")):
            kept["text/html"] = room.html(html[:LONGEST])
    if typed or not kept:
        names = ", ".join(str(kind)[:50] for kind in list(data)[:5])
        kept = {"text/plain": kept.get("text/plain", NOT_SHOWN.format(kinds=names))}
    return kept


def _picture(kind: str, value: Any) -> str:
    content: Iterable[str] = text_of(value).split()
    picture = "".join(content)
    is_one = picture.startswith(PICTURES[kind]) and len(picture) <= LARGEST_PICTURE and BASE64.fullmatch(picture)
    return picture if is_one else ""
