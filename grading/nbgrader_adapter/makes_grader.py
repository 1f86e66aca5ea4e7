"""What makes a grader in each process of a run, forked or spawned."""

import atexit
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .one_submission import Grader, Outcome
from .open_course import OpenCourse, opened_course
from .standing import Generated


@dataclass(frozen=True, slots=True)
class MakesGrader:
    """Makes a process's grader: of the course that a fork has opened already; a spawned process opens it again.

    An application of nbgrader cannot be pickled, so it stays behind where a process is spawned.
    """

    folder: Path
    log: str
    generated: Generated
    force: bool
    feedback: bool
    course: OpenCourse | None

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle all but the opened course."""
        return type(self), (self.folder, self.log, self.generated, self.force, self.feedback, None)

    def __call__(self) -> Callable[[str], Outcome]:
        """Return what grades one student's submission."""
        return Grader((self.course or self._opened()).app, self.generated, self.force, self.feedback).grade

    def _opened(self) -> OpenCourse:
        """Open the course until this process ends."""
        until_the_end = ExitStack()
        atexit.register(until_the_end.close)
        return until_the_end.enter_context(opened_course(self.folder, self.log))
