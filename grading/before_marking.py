"""What happens to a submission before nbgrader converts it, by whichever command or button."""

from pathlib import Path
from typing import Any

from .refusing import refuse_over_budget
from .submitted_files import tidy_submission
from .whole_class.stamps import stamp_file


def before_marking(course: Path, *, notebooks: list[str], assignment: str = "", **_: Any) -> None:
    """Put the submission's files in order, and forget that it was marked: from now on it is again to be done.

    A submission over its budget of files is refused before anything copies or reads them.
    nbgrader's pre_convert_hook. If the marking is ended before its end, `biggerpie grade` does it again.
    """
    for folder in {Path(notebook).parent for notebook in notebooks}:
        stamp_file(course, folder).unlink(missing_ok=True)
    refuse_over_budget(course, assignment, notebooks)
    tidy_submission(course, notebooks=notebooks)
