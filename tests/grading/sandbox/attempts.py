"""What students' code tries in the sandbox; each attempt has a fuse, so that a broken sandbox hurts nobody."""

SLEEP = "97.53197"  # seconds that a process left over would sleep; nobody else's would do so
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
    "output": "for _ in range(1000): print('x' * 100_000, flush=True)",
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
