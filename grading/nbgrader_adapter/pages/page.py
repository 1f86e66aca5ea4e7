"""nbconvert's page for a submission, which shows only what is harmless, of the kit's exercises and of any other."""

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from traitlets import Instance, default

from ..knows_course import KnowsCourse
from ..record import RecordedCell, RecordedExercise
from .code import plain_code, python_code
from .handed_out import handed_out
from .kept_views import KeptViews
from .ordinary import is_python, ordinary_notebook
from .ordinary_html import Room, clean_html
from .safe_notebook import safe_notebook
from .templates import Edit, KeptTemplates, edited

Resources = dict[str, Any]
Safe = Callable[..., NotebookNode]
MOST_COLOURED = 50_000  # letters of a notebook's code
TEMPLATES = KeptTemplates()


class SubmissionPage(KnowsCourse, HTMLExporter):
    """A page whose templates are compiled once a process, and on which no code meets a highlighter but Python's."""

    edits: dict[str, Edit] = {}  # noqa: RUF012  # traitlets' classes are configured like this
    coloured = False
    formulas = False
    """Whether the page shows LaTeX."""
    is_safe = False
    """Whether what is shown is one of the kit's exercises, whose texts were made safe and short."""

    views = Instance(KeptViews)

    @default("extra_loaders")
    def _extra_loaders_default(self) -> list[Any]:
        return [edited(self.template_paths, self.edits)]

    @default("filters")
    def _filters_default(self) -> dict[str, Any]:
        return {"highlight_code": self.code, "clean_html": clean_html}

    @default("views")
    def _views_default(self) -> KeptViews:
        return KeptViews()

    @property
    def environment(self) -> Environment:
        """The templates."""
        environment = super().environment
        environment.bytecode_cache = TEMPLATES
        return environment

    def code(self, source: str, **_: Any) -> str:
        """Show the source of a code cell."""
        self._letters += len(source)
        return python_code(source) if self.coloured and self._letters <= MOST_COLOURED else plain_code(source)

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        """Return a cell's Markdown as HTML; of an ordinary assignment's only what a sanitizer leaves."""
        return self._view.text(lambda: self._text(context, source))

    def _text(self, context: Context, source: str) -> str:
        if self.is_safe:
            return str(super().markdown2html(context, source))
        return self._room.markdown(source, context.get("cell", {}).get("attachments", {}))

    def exercise_of(self, resources: Resources | None) -> RecordedExercise | None:
        """Return the record of the notebook that is shown, or None where it is not the kit's."""
        raise NotImplementedError

    def names(self, resources: Resources) -> tuple[str, str]:
        """Return the names of the assignment and of the notebook that are shown."""
        raise NotImplementedError

    def records_of(self, resources: Resources | None) -> tuple[RecordedCell, ...]:
        """Return the gradebook's cells of the notebook that is shown."""
        raise NotImplementedError

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: Any
    ) -> tuple[str, Resources]:
        """Return the page; a submission that cannot be shown otherwise is shown as it was typed."""
        exercise = self.exercise_of(resources)
        self.is_safe, self.sanitize_html = exercise is not None, exercise is None
        self.exclude_anchor_links = True  # an anchor's name may be that of a form's field
        self.coloured = exercise is None and is_python(nb)
        safe = self._ordinary(resources) if exercise is None else self._kits(exercise, resources)
        try:
            return self._page(nb, safe, resources, typed=False, **kw)
        except Exception:
            self.log.exception("a submission is shown as it was typed")
            return self._page(nb, safe, resources, typed=True, **kw)

    def _page(
        self, nb: NotebookNode, safe: Safe, resources: Resources | None, *, typed: bool, **kw: Any
    ) -> tuple[str, Resources]:
        self._room, self._letters = Room(), 0
        self._view = self.views.view(nb, safe, typed)
        return super().from_notebook_node(self._view.safe(lambda: safe(nb, typed=typed)), resources, **kw)

    def _kits(self, exercise: RecordedExercise, resources: Resources | None) -> Safe:
        given = handed_out(self.course, *self.names(resources or {}))
        return partial(safe_notebook, exercise=exercise, handed_out=given)

    def _ordinary(self, resources: Resources | None) -> Safe:
        return partial(self._made_anew, records=self.records_of(resources))

    def _made_anew(self, nb: NotebookNode, records: tuple[RecordedCell, ...], *, typed: bool) -> NotebookNode:
        return ordinary_notebook(nb, records, self._room, formulas=self.formulas, typed=typed)
