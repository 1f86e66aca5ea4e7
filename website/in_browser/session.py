"""One lesson in the learner's browser: its cells have run, its widgets answer, and the record is a file beside it.

The page asks by name; what it gives and gets is JSON. Every answer holds the record's files that changed.
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from IPython import now_runs

from ...answers.open_notebook import NAMED
from ...widgets.record import FILE, record_in
from ...widgets.record.entries import NewerRecordError, from_data, merged
from ...widgets.record.record_file import LARGEST, RecordFile, parsed
from ..cells import State, answer, shown_by, state_of, widgets_among

KEPT = re.compile(r"my-record[\w ().-]{0,60}\.json")

Calls = Mapping[str, Callable[..., dict[str, Any]]]
"""What a page may ask for, by name."""

_widgets: list[Any] = []
_files: dict[str, str] = {}


def answering(calls: Calls) -> Callable[[str, str], str]:
    """Return what answers the page: it takes the name of one of the calls and a list of what that takes, as JSON."""

    def call(name: str, given: str) -> str:
        return json.dumps(calls[name](*json.loads(given)) | {"files": changed_files()})

    return call


def begin(folder: str, lesson: str, cells: list[list[str]], files: dict[str, str]) -> dict[str, list[State]]:
    """Run a lesson's cells, each an id and its source, with the record's files beside it, and return all states."""
    enter(Path(folder), lesson, files)
    _widgets.clear()
    for place, source in cells:
        now_runs(place)
        shown = widgets_among(shown_by(source))
        for widget in shown:
            widget.find_entry()
        _widgets.extend(shown)
    return {"states": [state_of(widget) for widget in _widgets]}


def change(place: int, sent: State) -> dict[str, State]:
    """Set what the browser sent to a widget, and return what changed."""
    return {"changed": answer(_widgets[place], sent)}


def replay(moves: list[tuple[int, State]]) -> dict[str, list[State]]:
    """Make the learner's moves in their order, and return all states then."""
    for place, sent in moves:
        answer(_widgets[place], sent)
    return {"states": [state_of(widget) for widget in _widgets]}


def take(files: dict[str, str]) -> dict[str, Any]:
    """Bring the record together with what another page of the site wrote."""
    record, file = record_in(Path.cwd()), RecordFile(Path(FILE))
    here = record.all()
    put_files(files)
    record.all()  # puts aside what is no record
    there = file.read()
    if (both := merged(there, here)) != there:
        file.write(both)
    return {}


def load(text: str, files: dict[str, str]) -> dict[str, str]:
    """Bring the record together with a saved one; `fault` names the sentence that says why not, or is "".

    `files` are the record's as they are stored, where no page has begun that read them.
    """
    try:
        if len(text) > LARGEST:
            return {"fault": "kept_unread"}
        entries = from_data(parsed(text))
        take(files)
        file = RecordFile(Path(FILE))
        file.write(merged(file.read(), entries))
    except NewerRecordError:
        return {"fault": "kept_newer"}
    except ValueError:
        return {"fault": "kept_unread"}
    except OSError:
        return {"fault": "kept_full"}
    return {"fault": ""}


def enter(folder: Path, file: str, files: dict[str, str]) -> None:
    """Go to the folder of the page's notebook, and write the record's files there."""
    os.chdir(folder)
    os.environ[NAMED] = str(folder / file)
    put_files(files)


def put_files(files: dict[str, str]) -> None:
    """Write the record's files, and no others, as the page keeps them."""
    for name, text in files.items():
        if KEPT.fullmatch(name):
            draft = Path(f".{name}")
            draft.write_text(text, encoding="utf-8")
            draft.replace(name)
            _files[name] = text


def changed_files() -> dict[str, str | None]:
    """Return the record's files that changed since the page had them, with what they hold now; None for a gone one."""
    now = {file.name: file.read_text(encoding="utf-8") for file in Path.cwd().glob(f"{Path(FILE).stem}*.json")}
    changed: dict[str, str | None] = {name: None for name in _files if name not in now}
    changed |= {name: text for name, text in now.items() if _files.get(name) != text}
    _files.clear()
    _files.update(now)
    return changed


CALLS: Calls = {
    "begin": begin,
    "change": change,
    "replay": replay,
    "take": take,
    "load": load,
}
call = answering(CALLS)
