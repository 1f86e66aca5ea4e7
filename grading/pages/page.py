"""nbconvert's page for a submission: of the kit's exercises only what is harmless, of other notebooks as nbgrader's."""

from typing import Any

from jinja2 import Environment
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from traitlets import default

from ..record import RecordedExercise
from .code import PYTHON, plain_code, python_code
from .safe_notebook import safe_notebook
from .templates import Edit, KeptTemplates, edited

Resources = dict[str, Any]
HOST = "biggerpie_host"  # in a page's resources: who shows it
TEMPLATES = KeptTemplates()


class SubmissionPage(HTMLExporter):
    """A page whose templates are compiled once a process, and on which no code meets a highlighter but Python's."""

    edits: dict[str, Edit] = {}  # noqa: RUF012  # traitlets' classes are configured like this
    coloured = False

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

    def exercise_of(self, resources: Resources | None) -> RecordedExercise | None:
        """Return the record of the notebook that is shown, or None where it is not the kit's."""
        raise NotImplementedError

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: Any
    ) -> tuple[str, Resources]:
        """Return the page; a submission that cannot be shown otherwise is shown as it was typed."""
        exercise = self.exercise_of(resources)
        if exercise is None:
            return self._ordinary(nb, resources, **kw)
        self.coloured, self.exclude_anchor_links = False, True  # an anchor's name may be that of a form's field
        host = (resources or {}).get(HOST, "")
        try:
            return super().from_notebook_node(safe_notebook(nb, exercise, host), resources, **kw)
        except Exception:
            self.log.exception("a submission is shown as it was typed")
            return super().from_notebook_node(safe_notebook(nb, exercise, typed=True), resources, **kw)

    def _ordinary(self, nb: NotebookNode, resources: Resources | None, **kw: Any) -> tuple[str, Resources]:
        language = nb.metadata.get("language_info", {})
        self.coloured = language.get("pygments_lexer", language.get("name", PYTHON[0])) in PYTHON
        self.exclude_anchor_links = False
        return super().from_notebook_node(nb, resources, **kw)
