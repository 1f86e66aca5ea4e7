"""What was made of the notebooks that an instructor looked at last, so that looking again costs little."""

import json
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from nbformat import NotebookNode

MOST_VIEWS = 32
MOST_LETTERS = 50_000_000  # of all views: notebooks, and their texts as HTML


@dataclass(slots=True)
class View:
    """One notebook: its safe form, and its texts as HTML in the order in which the page asks for them."""

    notebook: NotebookNode | None = None
    texts: list[str] = field(default_factory=list)
    place: int = 0
    size: int = 0

    def safe(self, make: Callable[[], NotebookNode]) -> NotebookNode:
        """Return the safe form, made the first time."""
        self.notebook = self.notebook or make()
        return self.notebook

    def text(self, make: Callable[[], str]) -> str:
        """Return the next text as HTML, made the first time."""
        if self.place == len(self.texts):
            self.texts.append(make())
        self.place += 1
        return self.texts[self.place - 1]


class KeptViews:
    """The last views, by all that they depend on."""

    def __init__(self) -> None:
        """Begin with none."""
        self._views: OrderedDict[str, View] = OrderedDict()

    def view(self, notebook: NotebookNode, *depends_on: object) -> View:
        """Return the view of a notebook, at its beginning."""
        content = json.dumps([notebook, repr(depends_on)], default=str).encode()
        digest = sha256(content).hexdigest()
        view = self._views.pop(digest, None) or View(size=len(content))
        while self._views and (len(self._views) >= MOST_VIEWS or self._letters() > MOST_LETTERS):
            self._views.popitem(last=False)
        self._views[digest] = view
        view.place = 0
        return view

    def _letters(self) -> int:
        return sum(view.size + sum(map(len, view.texts)) for view in self._views.values())
