"""The hostile corpus against stock nbgrader, which executes what students send, and against the kit, in one run.

Every submission is graded in a course of its own, with one honest neighbour after it, both ways, under limits of
time and memory. Counted are marks above what is honestly there, secrets in what the student gets back, and
runs that do not end or leave the neighbour without the right marks.
"""

import ctypes
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from biggerpie.grading.course import make_course
from biggerpie.grading.demo import generate
from biggerpie.grading.whole_class.run import grade_class
from biggerpie.negotiation import load_case
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from tests.grading.class_of_thirty import NASH, expected_label_points, expected_package_points, put_one_case_for_all
from tests.grading.hostile import CORPUS, Hostile
from tests.grading.hostile.course import (
    ENVIRONMENT,
    EXERCISE,
    NEIGHBOUR,
    SECRETS,
    handed_back,
    marks,
    plant_secrets,
    released,
    submission_folder,
)

SECONDS = 60
AT_ONCE = 2
MOST_MEMORY = 4 << 30
LARGEST_FILE = 1 << 30
STUDENT = "s001-hostile"
PROCESSES = multiprocessing.get_context("fork")
ADOPT_ORPHANS = 36  # Linux: PR_SET_CHILD_SUBREAPER, so that what leaves its session stays our descendant
MARK = "BIGGER_PIE_BENCHMARK_RUN"  # in the environment of all that a run starts


@dataclass
class Run:
    """One submission graded in one way: its course, its process and when that began."""

    hostile: Hostile
    ours: bool
    course: Path
    process: multiprocessing.Process | None = None
    began: float = 0.0
    ended: bool = False

    def start(self) -> None:
        """Begin in a process of its own."""
        self.began = time.monotonic()
        self.process = PROCESSES.Process(target=_limited, args=(grade_ours if self.ours else grade_stock, self.course))
        self.process.start()

    def is_over(self) -> bool:
        """Return whether it has ended or its time is up, in which case it is ended."""
        self.ended = not self.process.is_alive()
        if not self.ended and time.monotonic() - self.began < SECONDS:
            return False
        end_everything(self.process.pid, str(self.course))
        self.process.join()
        return True


@dataclass(frozen=True)
class Outcome:
    """What a run came to."""

    run: Run
    forged: bool
    leaked: bool
    stopped: bool


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
    """Grade as `biggerpie grade` does."""
    grade_class(course, EXERCISE, workers=1)


def _limited(grade: Callable[[Path], None], course: Path) -> None:
    """Grade in a session of its own, under limits, with the words going to a file."""
    os.setsid()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    os.environ.clear()  # what runs here prints it
    os.environ |= {**kept, **ENVIRONMENT, MARK: str(course)}
    said = os.open(course.with_suffix(".log"), os.O_WRONLY | os.O_CREAT)
    os.dup2(said, 1)
    os.dup2(said, 2)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    grade(course)


def end_everything(leader: int, mark: str) -> None:
    """End a run's processes: its session's, and those that left it, by the mark in their environment."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)
    while strays := [pid for pid in _descendants(os.getpid()) if _is_marked(pid, mark)]:
        for pid in strays:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)


def _descendants(pid: int) -> Iterator[int]:
    """Yield the processes that a process began, and those that these began."""
    with suppress(OSError):
        for listed in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in map(int, listed.read_text().split()):
                yield child
                yield from _descendants(child)


def _is_marked(pid: int, mark: str) -> bool:
    try:
        return f"{MARK}={mark}\0".encode() in Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return False


def judged(run: Run) -> Outcome:
    """Return what a run came to."""
    case = load_case("job-offer")
    found = marks(run.course) if (run.course / "gradebook.db").is_file() else {}
    total = sum(points or 0.0 for points in found.get(STUDENT, {}).values())
    honest = expected_label_points(run.hostile.right) + expected_package_points(case, run.hostile.package)
    neighbour = found.get(NEIGHBOUR, {}).get("mark-package")
    right = neighbour == expected_package_points(case, NASH)
    back = b"\0".join(handed_back(run.course, STUDENT).values())
    executed = run.ours and any("forged" in files for _, _, files in os.walk(run.course))
    return Outcome(
        run,
        forged=total > honest + 0.01 or executed,
        leaked=any(token.encode() in back for token in SECRETS.values()),
        stopped=not run.ended or not right,
    )


def outcomes(runs: list[Run], template: Path) -> Iterator[Outcome]:
    """Yield what each run came to, a few at a time."""
    waiting, going = list(reversed(runs)), []
    while waiting or going:
        while waiting and len(going) < AT_ONCE:
            going.append(waiting.pop())
            shutil.copytree(template, going[-1].course)
            going[-1].hostile.write(submission_folder(going[-1].course, STUDENT), released(template))
            going[-1].start()
        time.sleep(0.05)
        for run in [run for run in going if run.is_over()]:
            going.remove(run)
            yield judged(run)
            shutil.rmtree(run.course, ignore_errors=True)


def make_template(folder: Path) -> Path:
    """Make a course whose exercise is generated, with an honest neighbour and secrets."""
    template = folder / "template"
    make_course(template)
    put_one_case_for_all(template)
    generate(template, EXERCISE)
    plant_secrets(template)
    return template


def table(found: list[Outcome]) -> str:
    """Return the counts by aim."""
    lines = [f"{'aim':8}{'number':>8}  {'stock: forged leaked stopped':>30}  {'ours: forged leaked stopped':>30}"]
    for aim in ("forge", "read", "stop", "break"):
        stock, ours = ([o for o in found if o.run.hostile.aim == aim and o.run.ours is way] for way in (False, True))
        counts = [
            f"{sum(o.forged for o in side):>15}{sum(o.leaked for o in side):>7}{sum(o.stopped for o in side):>8}"
            for side in (stock, ours)
        ]
        lines.append(f"{aim:8}{len(ours):8}  {counts[0]}  {counts[1]}")
    return "\n".join(lines)


def main() -> None:
    """Print a table and the result line."""
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        template = make_template(folder)
        runs = [Run(h, ours, folder / f"{n}-{ours}") for ours in (True, False) for n, h in enumerate(CORPUS)]
        found = []
        for outcome in outcomes(runs, template):
            found.append(outcome)
            marks_of = [word for word in ("forged", "leaked", "stopped") if getattr(outcome, word)]
            if marks_of:
                who = "ours" if outcome.run.ours else "stock"
                print(f"{who:6} {outcome.run.hostile.name}: {', '.join(marks_of)}")
            print(f"\r{len(found)} of {len(runs)}", end="\r", file=sys.stderr, flush=True)
    print(table(found))
    counted = " ".join(
        f"{prefix}{word}={sum(getattr(o, word) for o in found if o.run.ours is ours)}"
        for prefix, ours in (("", True), ("stock_", False))
        for word in ("forged", "leaked", "stopped")
    )
    print(f"RESULT corpus={len(CORPUS)} {counted}")


if __name__ == "__main__":
    main()
