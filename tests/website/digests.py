"""Digests of what is recorded of a lesson's widgets; the same lines run in CPython and in Pyodide."""

import hashlib
import json

from biggerpie.website.cells import shown_by, widgets_among
from biggerpie.website.recording import recording


def digests(lessons: str) -> str:
    """Return by lesson, cell and place of a widget a digest of its recording; `lessons` are lists of id and source."""
    found = {}
    for lesson, cells in json.loads(lessons).items():
        for place, source in cells:
            for at in range(len(widgets_among(shown_by(source)))):
                made = recording(lambda: widgets_among(shown_by(source))[at])  # noqa: B023  # it is called at once
                text = json.dumps(made, sort_keys=True)
                found[f"{lesson} {place} {at}"] = hashlib.sha256(text.encode()).hexdigest()
    return json.dumps(found)
