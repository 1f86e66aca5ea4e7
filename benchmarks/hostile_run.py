"""One hostile submission graded in a course of its own, with an honest neighbour after it, and what that came to."""

import multiprocessing
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from biggerpie.course.copying import report_copying
from biggerpie.grading.class_run.run import grade_class
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import load_case
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from benchmarks.hostile_limits import end_everything, limit_this_process
from tests.grading.class_of_thirty import NASH, expected_label_points, expected_package_points
from tests.grading.hostile import Hostile
from tests.grading.hostile.course import (
    ENVIRONMENT,
    EXERCISE,
    NEIGHBOUR,
    SECRETS,
    handed_back,
    marks,
    released,
    submission_folder,
)

SECONDS = 60
AT_ONCE = 2
PROCESSES = multiprocessing.get_context("fork")
REPORTED = "the report on copying and the assistants' shares are written"


@dataclass
class Run:
    """One submission graded in one way; `found` are the words for what succeeded, such as "forged"."""

    hostile: Hostile
    ours: bool
    student: str
    course: Path
    process: multiprocessing.process.BaseProcess | None = None
    began: float = 0.0
    ended: bool = False
    found: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """The file that holds what grading said."""
        return self.course.with_suffix(".log")

    def start(self, template: Path) -> None:
        """Hand in, and begin to grade in a process of its own."""
        shutil.copytree(template, self.course)
        self.hostile.write(submission_folder(self.course, self.student), released(template))
        self.began = time.monotonic()
        grade = grade_ours if self.ours else grade_stock
        self.process = PROCESSES.Process(target=_limited, args=(grade, self.course, self.log))
        self.process.start()

    def is_over(self) -> bool:
        """Return whether it has ended or its time is up, in which case it is ended."""
        assert self.process
        assert self.process.pid
        self.ended = not self.process.is_alive()
        if not self.ended and time.monotonic() - self.began < SECONDS:
            return False
        end_everything(self.process.pid, str(self.course))
        self.process.join()
        return True

    def judge(self) -> None:
        """Note what succeeded, as far as the course and its gradebook tell."""
        case = load_case("job-offer")
        found = marks(self.course) if (self.course / "gradebook.db").is_file() else {}
        total = sum(points or 0.0 for points in found.get(self.student, {}).values())
        honest = expected_label_points(self.hostile.right) + expected_package_points(case, self.hostile.package)
        right = found.get(NEIGHBOUR, {}).get("mark-package") == expected_package_points(case, NASH)
        back = b"\0".join(handed_back(self.course, self.student).values())
        self.note("ran", any("forged" in files for _, _, files in os.walk(self.course)))
        self.note("forged", total > honest + 0.01)
        self.note("leaked", any(token.encode() in back for token in SECRETS.values()))
        self.note("stopped", not self.ended or not right or (self.ours and REPORTED not in self.words()))

    def note(self, word: str, succeeded: bool) -> None:  # noqa: FBT001  # a word and whether it holds
        """Note a word if that succeeded."""
        self.found |= {word} if succeeded else set()

    def words(self) -> str:
        """Return what grading said."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.is_file() else ""


def graded(runs: list[Run], template: Path) -> Iterator[Run]:
    """Yield each run when it is over and judged, a few at a time; its course is deleted after that."""
    waiting: list[Run] = list(reversed(runs))
    going: list[Run] = []
    while waiting or going:
        while waiting and len(going) < AT_ONCE:
            going.append(waiting.pop())
            going[-1].start(template)
        time.sleep(0.05)
        for run in [run for run in going if run.is_over()]:
            going.remove(run)
            run.judge()
            yield run
            shutil.rmtree(run.course, ignore_errors=True)


def grade_stock(course: Path) -> None:
    """Grade with nbgrader alone: no plugin, no setting of the kit's."""
    for converter in (Autograde, GenerateFeedback):
        config = Config()
        config.CourseDirectory = Config(
            root=str(course), db_url=f"sqlite:///{course}/gradebook.db", assignment_id=EXERCISE
        )
        with suppress(NbGraderException):  # some submissions failed; the others were graded
            converter(coursedir=CourseDirectory(config=config), config=config).start()


def grade_ours(course: Path) -> None:
    """Grade as `biggerpie grade` does, look for copied answers, and share the written ones among assistants."""
    print(grade_class(course, EXERCISE, workers=1).text(), flush=True)
    report_copying(course, EXERCISE)
    if main(["share", EXERCISE, "--among", "kim", "lee", "--course", str(course)]) == 0:
        print(REPORTED, flush=True)


def _limited(grade: Callable[[Path], None], course: Path, log: Path) -> None:
    limit_this_process(str(course), ENVIRONMENT, log)
    grade(course)
