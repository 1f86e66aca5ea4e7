"""The course, marked once for all tests."""

import os
import socket
import sys
from collections.abc import Iterator

import pytest
from biggerpie.course.new_course import make_course

from ...machine import ensure
from ..test_class_of_thirty import nbgrader
from .attempts import INTO_THE_CONNECTION, REFUSED, STOPPED, THEFTS
from .course import LIMITS, RIGHT, Run, outputs, release, scores, submit


@pytest.fixture(scope="module")
def listening() -> Iterator[int]:
    """A port on this machine, and a socket with its number in the name, that anybody here can connect to."""
    with socket.socket() as network, socket.socket(socket.AF_UNIX) as abstract:
        network.bind(("127.0.0.1", 0))
        network.listen()
        port = network.getsockname()[1]
        abstract.bind(f"\0course-{port}")
        abstract.listen()
        yield port


@pytest.fixture(scope="module")
def run(tmp_path_factory, listening: int) -> Run:
    """A course of honest students, thieves and bombers, marked without (but for bombers) and within the sandbox."""
    ensure("bwrap", "bubblewrap")
    course = tmp_path_factory.mktemp("university") / "course"
    make_course(course)
    release(course)
    thefts = THEFTS.format(course=str(course), port=listening, prefix=sys.prefix, pid=os.getpid())
    submit(course, "plain-right", RIGHT)
    (course.parent / "shared").mkdir()
    (course.parent / "shared" / "data.txt").write_text("7")
    submit(course, "plain-half", f"s = int(open({str(course.parent / 'shared' / 'data.txt')!r}).read())")
    submit(course, "plain-failing", "s = 6 / 0")
    submit(course, "plain-kit", "%load_ext biggerpie.grading\ns = 6")
    submit(course, "plain-thief", thefts)
    for name, code in STOPPED.items():
        submit(course, name, code + "\ns = 6")
    submit(course, "slow", *["import time\ntime.sleep(2.5)"] * 6, "s = 6")
    submit(course, "obedient", "import time\ntime.sleep(60)", "s = 6")
    submit(course, "refused", *REFUSED)
    submit(course, "writer", INTO_THE_CONNECTION)
    submit(course, "zoe", RIGHT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_SECRET", "1234")
        nbgrader(course, "autograde", "sums", "--student=plain-*")
        without, thefts_without = scores(course), outputs(course, "plain-thief")
        with (course / "nbgrader_config.py").open("a") as config:
            config.write(f"{LIMITS}c.MarkAnswers.sandbox_folders = [{str(course.parent / 'shared')!r}]\n")
        log = nbgrader(course, "autograde", "sums", "--force")
    return Run(course, without, scores(course), log, thefts_without)
