"""Grading a class: `biggerpie grade` against nbgrader's own execution of the same submissions, in one run.

Stock nbgrader runs every submission in a kernel of its own; there the same rubric functions give the marks. What is
compared is marking, from the submitted file to the gradebook; feedback, where nothing is executed, is given beside it.
Every run is a process of its own that has nbgrader imported already, so that
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

from biggerpie.course import demo
from biggerpie.course.new_course import make_course
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.negotiation import load_case
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde, BaseConverter, GenerateFeedback

from tests.grading.class_of_thirty import put_one_case_for_all
from tests.grading.class_run.gradebooks import EXERCISE, dump, gradebook_url

HONEST = demo.STUDENTS[:8]  # the other two have broken files or forge marks: see benchmarks/hostile.py
CLASS, LARGE_CLASS = 100, 1000
STOCK_CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "bigger-pie"
c.CourseDirectory.db_url = "sqlite:///gradebook.db"
"""


def make_class(folder: Path, size: int) -> Path:
    """Return a course with `size` submissions that are all different people's."""
    make_course(folder)
    put_one_case_for_all(folder)
    generate(folder, EXERCISE)
    released = json.loads((folder / "release" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    case, draw = load_case("job-offer"), Random(7)
    for number, student in enumerate(islice(cycle(HONEST), size)):
        place = folder / "submitted" / f"s{number:04}" / EXERCISE
        place.mkdir(parents=True)
        (place / "exercise.ipynb").write_text(student(released, case, draw), encoding="utf-8")
    return folder


def stock(course: Path, converter: type[BaseConverter]) -> None:
    """Mark, or give feedback, as nbgrader's own commands do."""
    os.chdir(course)
    app = AutogradeApp()
    app.initialize(["--log-level=CRITICAL"])
    app.coursedir.assignment_id = EXERCISE
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


def ours(course: Path, size: int, workers: int) -> tuple[float, float, int]:
    """Return the seconds a submission takes to be marked, and with its feedback, and the memory in MB."""
    marking, _ = measured(lambda: grade_class(course, EXERCISE, workers=workers, feedback=False), workers)
    feedback, memory = measured(lambda: grade_class(course, EXERCISE, workers=workers), workers)
    each, whole = marking / size, (marking + feedback) / size
    print(f"ours, {size} submissions, {workers} workers: {show(each, whole)}, {memory} MB", flush=True)
    return each, whole, memory


def points(course: Path) -> dict[str, object]:
    """Return all that a gradebook says but which grades wait for a person: an unread answer does with ours only."""
    return {
        student: (
            at,
            score,
            [(name, late, [grade[:-1] for grade in grades], said) for name, late, grades, said in rows],
        )
        for student, (at, score, rows) in dump(gradebook_url(course)).items()
    }


def show(each: float, whole: float) -> str:
    """Return two durations in words."""
    return f"{each * 1000:.0f} ms to mark one, {whole * 1000:.0f} ms with feedback"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        hundred = make_class(place / "hundred", CLASS)
        courses = {name: shutil.copytree(hundred, place / name) for name in ("stock", "one", "two")}
        (courses["stock"] / "nbgrader_config.py").write_text(STOCK_CONFIG, encoding="utf-8")

        one, one_whole, memory = ours(courses["one"], CLASS, 1)
        two, two_whole, _ = ours(courses["two"], CLASS, 2)
        theirs = measured(lambda: stock(courses["stock"], Autograde), 1)[0] / CLASS
        theirs_whole = theirs + measured(lambda: stock(courses["stock"], GenerateFeedback), 1)[0] / CLASS
        print(f"stock nbgrader, {CLASS} submissions, one core: {show(theirs, theirs_whole)}", flush=True)

        marks = [points(course) for course in courses.values()]
        identical = sum(marks[0][student] == marks[1][student] == marks[2][student] for student in marks[0])
        assert len(marks[0]) == CLASS

        large = make_class(place / "large", LARGE_CLASS)
        _, large_whole, memory_large = ours(large, LARGE_CLASS, 1)
        print(
            f"RESULT identical={identical / CLASS:g} speedup_1={theirs / one:.1f} speedup_2={theirs / two:.1f} "
            f"with_feedback_1={theirs_whole / one_whole:.1f} with_feedback_2={theirs_whole / two_whole:.1f} "
            f"growth={large_whole / one_whole:.2f} memory={memory_large / memory:.2f}"
        )


if __name__ == "__main__":
    main()
