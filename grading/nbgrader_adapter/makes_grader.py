"""What makes a grader in each process of a run, forked or spawned."""

import atexit
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.apps.baseapp import NbGrader

from .one_submission import Grader, Outcome
from .open_course import opened_course
from .standing import Generated


@dataclass(frozen=True, slots=True)
class MakesGrader:
    """Makes a process's grader: of the course that a fork has opened already; a spawned process opens it anew.

    An application of nbgrader cannot be pickled, so it stays behind where a process is spawned.
    """

    folder: Path
    log: str
    generated: Generated
    force: bool
    feedback: bool
    app: NbGrader | None

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle all but the opened course."""
        return type(self), (self.folder, self.log, self.generated, self.force, self.feedback, None)

    def __call__(self) -> Callable[[str], Outcome]:
        """Return what grades one student's submission."""
        return Grader(self.app or self._opened(), self.generated, self.force, self.feedback).grade

    def _opened(self) -> NbGrader:
        """Open the course until this process ends."""
        course = ExitStack()
        atexit.register(course.close)
        return course.enter_context(opened_course(self.folder, self.log))
