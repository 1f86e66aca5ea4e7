"""What happens to a submission before nbgrader converts it, by whichever command or button."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..class_run.stamps import stamp_file
from ..course_modes import made_for_group
from ..submission.handed_out import HandedOut
from ..submission.kits_copy import kits_copy
from ..submission.notebook_names import only_notebook_renamed
from ..submission.tidying import tidy_submission
from .file_budget_everywhere import refuse, refuse_over_budget

log = logging.getLogger(__name__)


def before_marking(
    course: Path, places: Mapping[str, str] | None = None, *, notebooks: list[str], assignment: str = "", **_: Any
) -> None:
    """Put the submission's files in order, and forget that it was marked: from now on it is again to be done.

    A submission over its budget of files is refused before anything copies or reads them. `places` are the course's
    own names of nbgrader's folders, such as `{"source_directory": "exercises"}`; a configuration file may still set
    them after this hook. nbgrader's pre_convert_hook. If the marking is ended before its end, `biggerpie grade` does
    it again.
    """
    with made_for_group(course):
        _put_in_order(course, HandedOut(course, places or {}), assignment, notebooks)


def _put_in_order(course: Path, handed_out: HandedOut, assignment: str, notebooks: list[str]) -> None:
    folders = {Path(notebook).parent for notebook in notebooks}
    try:
        for folder in folders:
            stamp_file(course, folder).unlink(missing_ok=True)
        refuse_over_budget(handed_out.source(assignment), notebooks)
    except Exception as error:  # noqa: BLE001  # nbgrader goes on after a hook that failed
        for folder in folders:
            log.error("%r could not be looked through (%s), so it is not marked.", str(folder), error)  # noqa: TRY400
            refuse(folder, notebooks, f"could not be looked through ({type(error).__name__}).")
    tidy_submission(course, handed_out, notebooks)
    for folder in {Path(notebook).parent for notebook in notebooks}:
        if copy := kits_copy(course, folder):
            log.warning("%r: %s", str(folder), only_notebook_renamed(folder, [copy.name], course))
