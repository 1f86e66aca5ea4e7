"""Grading a class: `biggerpie grade` against nbgrader's own execution of the same submissions, in one run.

Stock nbgrader runs every submission in a kernel of its own; there the same rubric functions give the marks. Both
write the gradebook and the feedback. Every run is a process of its own that has nbgrader imported already, so that
no side pays for that; one core for each, and two for our two workers. Then the cost of a submission and the memory
in a class of 1,000 against those in a class of 100.
"""

import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

import json

from biggerpie.grading import demo
from biggerpie.grading.course import make_course
from biggerpie.grading.whole_class.run import grade_class
from biggerpie.negotiation import load_case
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde, GenerateFeedback

from tests.grading.whole_class.gradebooks import EXERCISE, dump, gradebook_url

HONEST = demo.STUDENTS[:8]  # the other two have broken files or forge marks: see benchmarks/hostile.py
CLASS, LARGE_CLASS = 100, 1000
STOCK_CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "bigger-pie"
c.CourseDirectory.db_url = "sqlite:///gradebook.db"
"""


def make_class(folder: Path, size: int) -> Path:
    """Return a course with `size` submissions that are all different people's."""
    make_course(folder, demo=1)
    shutil.rmtree(folder / "submitted")
    released = json.loads((folder / "release" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    case, draw = load_case(demo.CASE), Random(7)
    for number, student in enumerate(islice(cycle(HONEST), size)):
        place = folder / "submitted" / f"s{number:04}" / EXERCISE
        place.mkdir(parents=True)
        (place / "exercise.ipynb").write_text(student(released, case, draw), encoding="utf-8")
    return folder


def stock(course: Path) -> None:
    """Mark and give feedback as nbgrader's own commands do."""
    os.chdir(course)
    app = AutogradeApp()
    app.initialize(["--log-level=CRITICAL"])
    app.coursedir.assignment_id = EXERCISE
    for converter in (Autograde, GenerateFeedback):
        converter(coursedir=app.coursedir, parent=app).start()


def measured(work: Callable[[], object], cores: int) -> tuple[float, int]:
    """Return the seconds that some work takes on so many cores, and the most memory one process had, in MB."""

    def run(pipe) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))
        begin = perf_counter()
        work()
        most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        pipe.send((perf_counter() - begin, most // 1024))

    ours, theirs = get_context("fork").Pipe()
    process = get_context("fork").Process(target=run, args=(theirs,))
    process.start()
    result: tuple[float, int] = ours.recv()
    process.join()
    return result


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        hundred = make_class(place / "hundred", CLASS)
        courses = {name: shutil.copytree(hundred, place / name) for name in ("stock", "one", "two")}
        (courses["stock"] / "nbgrader_config.py").write_text(STOCK_CONFIG, encoding="utf-8")

        one, memory = measured(lambda: grade_class(courses["one"], EXERCISE, workers=1), 1)
        print(f"ours, one worker on one core: {one:.1f} s, {one / CLASS * 1000:.0f} ms each, {memory} MB", flush=True)
        two, _ = measured(lambda: grade_class(courses["two"], EXERCISE, workers=2), 2)
        print(f"ours, two workers on two cores: {two:.1f} s, {two / CLASS * 1000:.0f} ms each", flush=True)
        theirs, _ = measured(lambda: stock(courses["stock"]), 1)
        print(f"stock nbgrader on one core: {theirs:.1f} s, {theirs / CLASS * 1000:.0f} ms each", flush=True)

        marks = [dump(gradebook_url(course)) for course in courses.values()]
        identical = sum(marks[0][student] == marks[1][student] == marks[2][student] for student in marks[0])
        assert len(marks[0]) == CLASS

        large = make_class(place / "large", LARGE_CLASS)
        whole, memory_large = measured(lambda: grade_class(large, EXERCISE, workers=1), 1)
        growth = (whole / LARGE_CLASS) / (one / CLASS)
        print(f"ours, {LARGE_CLASS} submissions: {whole / LARGE_CLASS * 1000:.0f} ms each, {memory_large} MB")
        print(
            f"RESULT identical={identical / CLASS:g} speedup_1={theirs / one:.1f} speedup_2={theirs / two:.1f} "
            f"growth={growth:.2f} memory={memory_large / memory:.2f}"
        )


if __name__ == "__main__":
    main()
