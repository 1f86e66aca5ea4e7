"""nbconvert's page for a submission: of the kit's exercises only what is harmless, of other notebooks as nbgrader's."""

from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from traitlets import default

from ..record import RecordedExercise
from .code import PYTHON, plain_code, python_code
from .handed_out import handed_out
from .safe_notebook import safe_notebook
from .templates import Edit, KeptTemplates, edited

Resources = dict[str, Any]
LONGEST_TEXT = 12_000  # of an ordinary assignment's cell: the time to read Markdown grows with the square of it
TEMPLATES = KeptTemplates()


class SubmissionPage(HTMLExporter):
    """A page whose templates are compiled once a process, and on which no code meets a highlighter but Python's."""

    edits: dict[str, Edit] = {}  # noqa: RUF012  # traitlets' classes are configured like this
    coloured = False
    is_safe = False
    """Whether what is shown is one of the kit's exercises, whose texts were made safe and short."""

    @default("extra_loaders")
    def _extra_loaders_default(self) -> list[Any]:
        return [edited(self.template_paths, self.edits)]

    @default("filters")
    def _filters_default(self) -> dict[str, Any]:
        return {"highlight_code": self.code}

    @property
    def environment(self) -> Environment:
        """The templates."""
        environment = super().environment
        environment.bytecode_cache = TEMPLATES
        return environment

    def code(self, source: str, **_: Any) -> str:
        """Show the source of a code cell."""
        return python_code(source) if self.coloured else plain_code(source)

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        """Return a cell's Markdown as HTML; a very long one as it was typed."""
        if len(source) > LONGEST_TEXT and not self.is_safe:
            return plain_code(source)
        return str(super().markdown2html(context, source))

    def exercise_of(self, resources: Resources | None) -> RecordedExercise | None:
        """Return the record of the notebook that is shown, or None where it is not the kit's."""
        raise NotImplementedError

    def names(self, resources: Resources) -> tuple[str, str]:
        """Return the names of the assignment and of the notebook that are shown."""
        raise NotImplementedError

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: Any
    ) -> tuple[str, Resources]:
        """Return the page; a submission that cannot be shown otherwise is shown as it was typed."""
        exercise = self.exercise_of(resources)
        if exercise is None:
            return self._ordinary(nb, resources, **kw)
        given = handed_out(self.config, *self.names(resources or {}))
        self.is_safe, self.coloured = True, False
        self.exclude_anchor_links = True  # an anchor's name may be that of a form's field
        try:
            return super().from_notebook_node(safe_notebook(nb, exercise, given), resources, **kw)
        except Exception:
            self.log.exception("a submission is shown as it was typed")
            return super().from_notebook_node(safe_notebook(nb, exercise, given, typed=True), resources, **kw)

    def _ordinary(self, nb: NotebookNode, resources: Resources | None, **kw: Any) -> tuple[str, Resources]:
        language = nb.metadata.get("language_info", {})
        self.coloured = language.get("pygments_lexer", language.get("name", PYTHON[0])) in PYTHON
        self.is_safe, self.exclude_anchor_links = False, False
        return super().from_notebook_node(nb, resources, **kw)
