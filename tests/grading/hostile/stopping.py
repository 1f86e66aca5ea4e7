"""Code that ends, blocks or fills the marking process; every bomb has a fuse."""

from .model import Hostile, code

SECONDS = 120
EXIT = "import os\nos._exit(1)\n"
KILL = "import os, signal\nif os.getppid() > 1:\n    os.kill(os.getppid(), signal.SIGKILL)\n"
FORK = """import os, time
for _ in range(300):
    if not os.fork():
        time.sleep(60)
        os._exit(0)
"""
MEMORY = """held = []
for _ in range(60):
    held.append(bytearray(100_000_000))
"""
LOOP = f"""import time
end = time.monotonic() + {SECONDS}
while time.monotonic() < end:
    pass
"""
STUBBORN = f"""import time
end = time.monotonic() + {SECONDS}
while time.monotonic() < end:
    try:
        while time.monotonic() < end:
            pass
    except KeyboardInterrupt:
        continue
"""
ENDLESS = f"""import time
end = time.monotonic() + {SECONDS}
while time.monotonic() < end:
    print("x" * 100_000)
"""
DEAF = f"""import signal, time
for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, signal.SIG_IGN)
time.sleep({SECONDS})
"""

SUBMISSIONS: tuple[Hostile, ...] = (
    code("kernel exits", "stop", EXIT),
    code("kernel quits", "stop", "quit()\n"),
    code("parent killed", "stop", KILL),
    code("fork bomb", "stop", FORK),
    code("memory bomb", "stop", MEMORY),
    code("endless loop", "stop", LOOP),
    code("endless loop that cannot be interrupted", "stop", STUBBORN),
    code("endless output", "stop", ENDLESS),
    code("deaf to signals", "stop", DEAF),
    code("kernel suspended", "stop", "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n"),
    code("input asked for", "stop", 'input("your password")\n'),
    code("gradebook deleted", "stop", '(course / "gradebook.db").unlink()\n'),
    code(
        "all submissions deleted",
        "stop",
        'import shutil\nfor other in (course / "submitted").iterdir():\n    shutil.rmtree(other)\n',
    ),
)
