"""Students' code in ordinary assignments runs in a sandbox: honest marks stay, and nothing gets out or goes on."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
import pytest
from biggerpie.grading.course import make_course
from biggerpie.grading.sandbox import walls
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from ..machine import ensure
from .test_beside_ordinary_assignments import KERNEL, about
from .test_class_of_thirty import EXERCISE, nbgrader

SLEEP = "97.53197"  # seconds that a process left over would sleep; nobody else's would do so
LIMITS = """
c.MarkAnswers.sandbox = True
c.MarkAnswers.timeout = 3
c.MarkAnswers.iopub_timeout = 2
c.MarkAnswers.sandbox_seconds = 8
c.MarkAnswers.sandbox_memory_mb = 400
c.MarkAnswers.sandbox_processes = 40
c.MarkAnswers.sandbox_files_mb = 20
c.MarkAnswers.sandbox_output_mb = 1
"""
RIGHT = "from pathlib import Path\ns = sum(map(int, Path('data.csv').read_text().split(',')))"
THEFTS = """
import ctypes, os, socket, subprocess
from pathlib import Path
course = Path({course!r})

def connect(family, address):
    with socket.socket(family) as s:
        s.settimeout(2)
        s.connect(address)

def write(path):
    path.write_text("x")
    path.unlink()

def grader():
    return b"".join(Path(f"/proc/{{p}}/environ").read_bytes() for p in {{os.getppid(), 1}})

attempts = {{
    "gradebook": lambda: (course / "gradebook.db").read_bytes(),
    "source": lambda: (course / "source" / "sums" / "sums.ipynb").read_text(),
    "neighbour": lambda: (course / "submitted" / "plain-right" / "sums" / "sums.ipynb").read_text(),
    "marked neighbour": lambda: list((course / "autograded" / "plain-right").iterdir()),
    "secret": lambda: os.environ["COURSE_SECRET"],
    "secret of the grader": lambda: grader().index(b"COURSE_SECRET"),
    "passwords": lambda: Path("/etc/shadow").read_text(),
    "loopback": lambda: connect(socket.AF_INET, ("127.0.0.1", {port})),
    "abstract socket": lambda: connect(socket.AF_UNIX, "\\0course-{port}"),
    "write to the course": lambda: write(course / "x.new"),
    "write to Python": lambda: write(Path({prefix!r}) / "x.new"),
    "write to /": lambda: write(Path("/x.new")),
    "write to /dev": lambda: write(Path("/dev/x.new")),
    "memory file": lambda: os.memfd_create("x"),
    "namespace": lambda: subprocess.run(["unshare", "-U", "true"], check=True, capture_output=True),
    "see the grader": lambda: Path("/proc/{pid}").stat(),
}}
for name, attempt in attempts.items():
    try:
        attempt()
        print("DONE", name)
    except Exception as problem:
        print("FAILED", name, "with", type(problem).__name__)
s = 6
"""
# Each attempt has a fuse, so that a sandbox that does not hold hurts nobody.
STOPPED = {
    "memory together": """
import os, time
for _ in range(5):
    if not os.fork():
        b = b"x" * 150_000_000
        time.sleep(9)
        os._exit(0)
time.sleep(2)""",
    "shared memory": """
import mmap, time
m = mmap.mmap(-1, 600_000_000)
for i in range(0, 600_000_000, 4096):
    m[i] = 1
time.sleep(1)""",
    "output": "for _ in range(100_000): print('x' * 1000)",
    "great output": "print('x' * 40_000_000)",
    "deaf": """
import time
end = time.time() + 60
while time.time() < end:
    try:
        while time.time() < end: pass
    except KeyboardInterrupt: pass""",
    "leaves": "import os\nos._exit(0)",
    "kills all": "import os\nos.killpg(0, 9)",
}
REFUSED = [
    "b = bytearray(2_000_000_000)",
    """
for written in range(200):
    with open(f"{written}.new", "wb") as f:
        f.write(bytes(1_000_000))""",
    "print('WRITTEN', written)\nimport os\nfor n in range(written + 1): os.remove(f'{n}.new')",
    "os.kill(os.getppid(), 9)\ns = 5",
    "os.kill(1, 9)\ns = 5",
    f"""
import subprocess
subprocess.Popen(["setsid", "sh", "-c", "sleep {SLEEP} & sleep {SLEEP}"])
os.symlink("/etc/passwd", "notes.csv")""",
    """
import time
for forked in range(200):
    if not os.fork():
        time.sleep(9)
        os._exit(0)""",
    "print('FORKED', forked)\ns = 6",
]
INTO_THE_CONNECTION = """
from ipykernel.kernelapp import IPKernelApp
from pathlib import Path
import time
try:
    (Path(IPKernelApp.instance().connection_file).parent / "more.new").write_text("x")
    time.sleep(1)
except PermissionError:
    s = 6"""
FULL, NOTHING = 3.0, 0.0


@dataclass(frozen=True)
class Run:
    """A marked course, before and after its sandbox was switched on."""

    course: Path
    without: dict[str, float]
    within: dict[str, float]
    log: str
    thefts_without: str

    def outputs(self, student: str) -> str:
        """What a student's cells show after they ran in the sandbox."""
        return outputs(self.course, student)


def outputs(course: Path, student: str) -> str:
    notebook = nbformat.read(course / "autograded" / student / "sums" / "sums.ipynb", as_version=4)
    return str([cell.outputs for cell in notebook.cells if cell.cell_type == "code"])


def scores(course: Path, assignment: str = "sums") -> dict[str, float]:
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        return {s.student_id: s.score for s in gradebook.assignment_submissions(assignment)}


def release(course: Path) -> nbformat.NotebookNode:
    """Make the assignment, which brings a file of data, and return what students get."""
    cells = [
        new_markdown_cell("# Sums"),
        new_code_cell(f"### BEGIN SOLUTION\n{RIGHT}\n### END SOLUTION", metadata=about("s", solution=True)),
        new_code_cell("assert s == 6", metadata=about("t", grade=True, locked=True, points=2)),
        new_code_cell("assert s > 5", metadata=about("u", grade=True, locked=True, points=1)),
    ]
    place = course / "source" / "sums"
    place.mkdir()
    (place / "data.csv").write_text("1,2,3")
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), place / "sums.ipynb")
    nbgrader(course, "generate_assignment", "sums")
    return nbformat.read(course / "release" / "sums" / "sums.ipynb", as_version=4)


def submit(course: Path, student: str, *code: str) -> None:
    """Hand in a notebook whose answer is the last code; the others stand in cells of the student's own."""
    notebook = nbformat.read(course / "release" / "sums" / "sums.ipynb", as_version=4)
    notebook.cells[1].source = code[-1]
    notebook.cells[1:1] = [new_code_cell(more) for more in code[:-1]]
    place = course / "submitted" / student / "sums"
    place.mkdir(parents=True)
    nbformat.write(notebook, place / "sums.ipynb")


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


def test_an_honest_submission_gets_the_marks_it_gets_without_a_sandbox(run: Run):
    honest = {student: score for student, score in run.within.items() if student.startswith("plain-")}
    assert honest == run.without
    assert honest["plain-right"] == honest["plain-kit"] == FULL
    assert honest["plain-failing"] == NOTHING
    assert honest["plain-half"] == 1.0


def test_every_submission_is_marked_whatever_the_others_do(run: Run):
    handed_in = {folder.name for folder in (run.course / "submitted").iterdir()}
    assert len(handed_in) == 10 + len(STOPPED)
    assert run.within.keys() == handed_in
    assert run.within["zoe"] == FULL
    assert "There was an error processing assignment" not in run.log


def test_no_theft_succeeds_in_the_sandbox_though_it_does_outside(run: Run):
    within = run.outputs("plain-thief")
    assert within.count("FAILED") == THEFTS.count(": lambda:")
    assert "DONE" not in within
    as_anybody = {"gradebook", "source", "neighbour", "secret", "loopback", "abstract socket", "write to the course"}
    assert all(f"DONE {name}" in run.thefts_without for name in as_anybody)


@pytest.mark.parametrize(
    ("student", "why"),
    [
        ("memory together", "more than 400 MB of memory"),
        ("shared memory", "more than 400 MB of memory"),
        ("output", "more than 1 MB of output"),
        ("great output", "did not let itself be interrupted"),
        ("deaf", "did not let itself be interrupted"),
        ("slow", "more than 8 seconds"),
        ("leaves", "The kernel ended during a cell"),
        ("kills all", "The kernel ended during a cell"),
    ],
)
def test_a_notebook_beyond_a_limit_earns_nothing_and_says_why(run: Run, student: str, why: str):
    assert run.within[student] == NOTHING
    assert why in run.outputs(student)
    assert len(run.outputs(student)) < 10_000


def test_what_a_limit_refuses_fails_in_its_cell_and_the_rest_is_marked(run: Run):
    said = run.outputs("refused")
    assert run.within["refused"] == FULL
    assert all(error in said for error in ("MemoryError", "OSError", "BlockingIOError"))
    assert 1 <= printed(said, "WRITTEN") <= 20
    assert 1 <= printed(said, "FORKED") <= 40
    if os.geteuid() == 0:
        assert said.count("PermissionError'") == 2


def printed(said: str, word: str) -> int:
    return int(re.findall(rf"{word} (\d+)", said)[0])


def test_the_folder_of_the_kernels_connection_is_closed_or_watched(run: Run):
    if os.geteuid() == 0:
        assert run.within["writer"] == FULL
    else:
        assert "wrote into the folder of its kernel's connection" in run.outputs("writer")


def test_a_cell_that_lets_itself_be_interrupted_leaves_the_rest_to_be_marked(run: Run):
    assert run.within["obedient"] == FULL
    assert "CellTimeoutError" in run.outputs("obedient")


def test_nothing_is_left_behind(run: Run):
    assert sorted(p.name for p in (run.course / "autograded" / "refused" / "sums").iterdir()) == [
        "data.csv",
        "sums.ipynb",
    ]
    time.sleep(0.5)
    lines = [" ".join(process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"])]
    assert lines
    assert not [line for line in lines if SLEEP in line or (str(run.course) in line and "bwrap" in line)]
    assert not list(run.course.rglob("*.new"))


def test_where_bubblewrap_is_missing_the_run_stops_with_one_sentence_and_the_kits_exercises_are_marked(
    run: Run, monkeypatch
):
    monkeypatch.setenv("PATH", "")
    done = subprocess.run(
        [Path(sys.executable).parent / "nbgrader", "autograde", "sums", "--force"],
        cwd=run.course,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stderr + done.stdout
    assert done.returncode == 1
    assert said.count("install the package bubblewrap") == 1
    assert "Traceback" not in said
    assert not (run.course / "autograded" / "deaf" / "sums").exists()
    nbgrader(run.course, "generate_assignment", EXERCISE)
    shutil.copytree(run.course / "release" / EXERCISE, run.course / "submitted" / "zoe" / EXERCISE)
    nbgrader(run.course, "autograde", EXERCISE)
    assert scores(run.course, EXERCISE).keys() == {"zoe"}


def test_where_bubblewrap_refuses_the_sentence_repeats_its_words(tmp_path, monkeypatch):
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    said = walls.why_not.__wrapped__()
    assert said.startswith("The sandbox does not start here (bwrap: No permissions to create new namespace)")
    assert "c.MarkAnswers.sandbox = False" in said


def test_a_course_inside_a_folder_that_students_code_sees_is_refused():
    limits = walls.Limits(seconds=1, memory=1, processes=1, files=1, output=1)
    with pytest.raises(ValueError, match="the course lies in it"):
        walls.walled([], Path(sys.prefix) / "course", Path("/tmp"), limits, ())
