"""formgrader's page of a submission, hardened, and its way to other courses' settings, narrowed.

These are the only places in which the kit changes classes of nbgrader's: formgrader gives its handlers no setting
for what they need. They are changed in the server that loads a course's settings, once, and a test asserts the names.
"""

import sys
from html import escape
from pathlib import Path
from typing import Any

from ...notices import read_notices
from ...submission.printable import printable
from ..noted_source import changed_sources
from ..record import RecordedCell, RecordedExercise, recorded_cells, recorded_exercise
from .course_switch import only_courses
from .formgrader_template import EDITS
from .page import Resources, SubmissionPage
from .policy import FILES, new_nonce, page_policy
from .refused_date import telling_why, with_a_sentence
from .safe_handlers import make_safe

HANDLERS = "nbgrader.server_extensions.formgrader.handlers"
API = "nbgrader.server_extensions.formgrader.apihandlers"
NONCE = "_biggerpie_nonce"
NAMES = ("student", "first_name", "last_name", "notebook_path")
EXPORTER = "biggerpie_exporter"


def harden_formgrader() -> None:
    """Change formgrader's handlers where this process is its server; do nothing in any other, or a second time."""
    handlers = sys.modules.get(HANDLERS)
    if handlers is None or isinstance(handlers.SubmissionHandler.__dict__.get("exporter"), property):
        return
    handlers.SubmissionHandler.exporter = property(Shown)
    handlers.SubmissionHandler.content_security_policy = property(
        lambda handler: _with_stock(handler, page_policy(_nonce(handler)))
    )
    handlers.SubmissionFilesHandler.content_security_policy = property(lambda handler: _with_stock(handler, FILES))
    handlers.FormgraderHandler.get = only_courses(handlers.FormgraderHandler.get)
    interface = sys.modules[API]
    interface.AssignmentHandler.put = with_a_sentence(interface.AssignmentHandler.put)
    make_safe(handlers.BaseHandler, interface.BaseApiHandler)
    handlers.BaseHandler.render = telling_why(handlers.BaseHandler.render)


class FormgraderPage(SubmissionPage):
    """A submission in formgrader, with the fields for points and comments."""

    edits = EDITS

    def exercise_of(self, resources: Resources | None) -> RecordedExercise | None:
        """Return the record of the submission's notebook, or None where it is not the kit's."""
        return resources["biggerpie_exercise"] if resources else None

    def names(self, resources: Resources) -> tuple[str, str]:
        """Return the names of the assignment and of the notebook that are shown."""
        return resources["assignment_id"], resources["notebook_id"]

    def records_of(self, resources: Resources | None) -> tuple[RecordedCell, ...]:
        """Return the gradebook's cells of the notebook that is shown."""
        return recorded_cells(resources["biggerpie_record"]) if resources else ()


class Shown:
    """What formgrader's handler takes for its exporter: the page for one request."""

    def __init__(self, handler: Any) -> None:
        """Remember who asks."""
        self.handler = handler

    def from_filename(self, filename: str, resources: Resources) -> tuple[str, Resources]:
        """Return the page of an autograded notebook."""
        handler, nonce = self.handler, _nonce(self.handler)
        about = {"assignment": resources["assignment_id"], "notebook": resources["notebook_id"]}
        record = {"nbgrader": {"db_url": handler.db_url, **about}}
        exercise = recorded_exercise(record)
        if exercise is None:
            pictures = f"{handler.request.host}{handler.base_url}/formgrader/submissions/{resources['submission_id']}/"
            handler.set_header("Content-Security-Policy", _with_stock(handler, page_policy(nonce, pictures)))
        plain = {name: escape(str(resources[name])) for name in NAMES if resources.get(name)}
        told = {"biggerpie_nonce": nonce, "biggerpie_exercise": exercise, "biggerpie_record": record}
        notices = {"biggerpie_notices": _notices(handler, resources)}
        return _exporter(handler).from_filename(filename, resources={**resources, **plain, **told, **notices})


def _notices(handler: Any, resources: Resources) -> list[str]:
    """Return what the instructor is told of the submission that is shown, and of its exercise."""
    coursedir, exercise = handler.settings["nbgrader_formgrader"].coursedir, resources["assignment_id"]
    notices = read_notices(Path(coursedir.root), exercise, resources["student"])
    told = (*changed_sources(coursedir, exercise), *notices.open, notices.problem)
    return [printable(said) for said in told if said]


def _exporter(handler: Any) -> FormgraderPage:
    """Return the server's exporter; one of its own for each course that it has opened."""
    formgrader = handler.settings["nbgrader_formgrader"]
    kept: dict[str, FormgraderPage] = handler.settings.setdefault(EXPORTER, {})
    root = str(formgrader.coursedir.root)
    if root not in kept:
        templates = str(Path(sys.modules[HANDLERS].__file__ or "").parent / "templates")
        kept[root] = FormgraderPage(
            config=formgrader.config, template_name="formgrade", extra_template_basedirs=[templates]
        )
    return kept[root]


def _with_stock(handler: Any, policy: str) -> str:
    """Return the policy of every page of Jupyter's, and one that holds as well."""
    return f"{super(type(handler), handler).content_security_policy}, {policy}"


def _nonce(handler: Any) -> str:
    return str(vars(handler).setdefault(NONCE, new_nonce()))
