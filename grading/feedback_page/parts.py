"""A marked notebook by its parts: a question, what was answered, what it came to, and what a person says of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup
from nbformat import NotebookNode

from ..markdown.rewritten import safe_text
from ..nbgrader_adapter.pages.safe_notebook import ADDED
from ..nbgrader_adapter.record import RecordedCell, RecordedExercise
from .answers import ShownAnswer, given_html, shown_answer, text_html
from .reports import ShownReport, shown_reports

HEADING = re.compile(r"#{1,6}\s+(?P<words>.+)")
MARKS = re.compile(r"\s*\([\d,.]+ marks?\)\s*$")
SCHEME = re.compile(r"<!--\s*BEGIN MARK SCHEME\s*-->(?P<scheme>.*?)<!--\s*END MARK SCHEME\s*-->", re.DOTALL)

NO_RESPONSE = "No response."  # nbgrader's own comment on an empty answer, which the page says itself


@dataclass(slots=True)
class Part:
    """What the page shows under one heading."""

    title: str
    question: str = ""
    scheme: str = ""
    answers: list[ShownAnswer] = field(default_factory=list)
    added: list[Markup] = field(default_factory=list)
    reports: list[ShownReport] = field(default_factory=list)
    graded: list[NotebookNode] = field(default_factory=list)
    """nbgrader's metadata of the cells that have marks."""
    comments: list[Markup] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        """Whether the student has anything to read here."""
        return bool(self.answers or self.added or self.graded)

    @property
    def question_html(self) -> Markup:
        """The question as it was handed out."""
        return given_html(self.question)

    @property
    def scheme_html(self) -> Markup:
        """How a person marks it."""
        return given_html(self.scheme)


def parts_of(notebook: NotebookNode, exercise: RecordedExercise) -> tuple[str, list[Part]]:
    """Return an exercise's title and its parts, from a notebook in which nothing is left that may not be told."""
    records = {record.name: record for record in exercise.cells}
    title, parts = "", [Part("")]
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        record = records.get(about.get("grade_id", ""))
        if record is not None and (record.solution or record.grade):
            _take(parts[-1], cell, record, about)
        elif cell.cell_type == "markdown" and cell.source.startswith(ADDED):
            parts[-1].added.append(text_html(cell))
        elif cell.cell_type == "markdown":
            title = _begin(parts, cell.source) or title
    return title, [part for part in parts if part.is_shown]


def scores_of(parts: list[Part]) -> Iterator[tuple[Part, NotebookNode]]:
    """Yield each mark with its part, in the order of the notebook."""
    return ((part, about) for part in parts for about in part.graded)


def _take(part: Part, cell: NotebookNode, record: RecordedCell, about: Mapping[str, str]) -> None:
    if record.solution:
        part.answers.append(shown_answer(cell, record))
    else:
        part.reports += shown_reports(cell, part.answers)
    if record.grade:
        part.graded.append(cell.metadata.nbgrader)
    comment = about.get("comment")
    if comment and comment != NO_RESPONSE:
        part.comments.append(given_html(safe_text(comment)[0]))


def _begin(parts: list[Part], source: str) -> str:
    """Begin a part where an instructor's text has a heading, and add the text; return the title of the exercise."""
    scheme = SCHEME.search(source)
    question = SCHEME.sub("", source).strip()
    first, _, rest = question.partition("\n")
    if found := HEADING.match(first):
        parts.append(Part(MARKS.sub("", found["words"]).strip()))
        question = rest.strip()
    parts[-1].question += f"\n\n{question}"
    parts[-1].scheme += scheme["scheme"] if scheme else ""
    return parts[-1].title if found and first.startswith("# ") else ""
