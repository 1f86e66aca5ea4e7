"""An exercise outside of Jupyter, for a learner on their own or a student of a course: its cells run one by one.

These lines run both where the site is built and in the learner's browser. They read what notebooks say in magics:
`%case` opens the case, `%%answer` keeps an answer as text.
"""

import re
from pathlib import Path
from typing import Any

from ..answers.answer import Answer, find_answer
from ..grading.dossiers.named import named_case
from ..grading.exercise import ANSWER_NAMES
from ..grading.opened_exercise import opened_exercise
from ..grading.report.report import Report
from ..negotiation.own_cases import look_for_cases_in
from ..widgets._words import words
from ..widgets.written_answer.written_answer import WrittenAnswer
from .cells import shown_by, widgets_among
from .kits_cell import require_kits

MAGIC = re.compile(r"^%(?P<name>\w+)(?P<line>.*)\n?", re.MULTILINE)


class OpenExercise:
    """An exercise whose cells run in this folder, which says by its name and a file in it which case it is."""

    def __init__(self, folder: Path, student: str = "") -> None:
        """Begin with no case and no answer; a `student` of a course finds the dossiers in the folder."""
        self._folder, self._student = folder, student
        self._names: dict[str, Any] = {name: Answer(name) for name in ANSWER_NAMES}
        self._shown: list[Any] = []

    def run(self, source: str) -> list[Any]:
        """Run a cell and return what it shows: widgets, and what has HTML; raise ForeignCodeError as `require_kits`."""
        self._shown = []
        for magic in MAGIC.finditer(source):
            if magic["name"] == "case":
                look_for_cases_in(self._folder)
                self._open(magic["line"].strip())
        rest = MAGIC.sub("", source).strip()
        require_kits(rest, self._names)
        shown = shown_by(rest, self._names, self._shown) if rest else self._shown
        for widget in widgets_among(shown):
            _speak_of_fields(widget)
        return shown

    def answer(self, name: str, text: str) -> None:
        """Keep a text as the answer of that name."""
        self._names[name] = find_answer(f"%%answer {name}\n{text}") or Answer(name)

    def _open(self, line: str) -> None:
        exercise = opened_exercise(named_case(line), self._folder, self._show, lambda: self._student)
        self._names.update(exercise.names())

    def _show(self, report: Report) -> None:
        self._shown.append(report)


def _speak_of_fields(widget: Any) -> None:
    """Let a widget that fills in an answer speak of the page's text fields, which here are what cells are elsewhere."""
    if getattr(widget, "answer", ""):
        said = words("answer_field")
        widget.words = widget.words.joined(said["form"])
        if isinstance(widget, WrittenAnswer):
            widget.words = widget.words.joined(said["written"])
