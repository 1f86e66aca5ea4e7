"""Code that reads what no student should see, and puts it where the student will get it."""

from .model import WITNESS, Hostile, code, notebook, write_in

BOOK = 'print((course / "gradebook.db").read_bytes().decode("latin-1"))\n'
QUERY = """import sqlite3
print(sqlite3.connect(course / "gradebook.db").execute("SELECT * FROM student").fetchall())
"""
NEIGHBOUR = """for other in sorted((course / "submitted").glob("*/*/*.ipynb")):
    print(other.read_text(errors="replace"))
"""
PROCESS = 'print(open("/proc/self/environ").read())\n'
ELSEWHERE = """import shutil, os
for place in (course / "feedback", course / "autograded"):
    place.mkdir(exist_ok=True)
shutil.copy(course / "gradebook.db", "book.db")
"""
BY_MAGIC = '!cat "$course"/gradebook.db "$course"/source/*/*.ipynb; env\n'
STAMP = """import json
kept = json.dumps((course / "gradebook.db").read_bytes().decode("latin-1"))
raise KeyError(kept)
"""

SUBMISSIONS: tuple[Hostile, ...] = (
    code("gradebook printed", "read", BOOK),
    code("gradebook queried", "read", QUERY),
    code("gradebook in an error message", "read", STAMP),
    code("gradebook copied beside the notebook", "read", ELSEWHERE),
    code("source printed", "read", 'print(next((course / "source").rglob("*.ipynb")).read_text())\n'),
    code("neighbour's work printed", "read", NEIGHBOUR),
    code("environment printed", "read", "import os\nprint(dict(os.environ))\n"),
    code("process read through /proc", "read", PROCESS),
    code("shell used", "read", BY_MAGIC),
    notebook(
        "code under an answer's first line",
        "read",
        lambda n: write_in(n, "labels", "%%answer labels\n" + WITNESS + QUERY),
        "no colon stands there",
        right=0,
    ),
    notebook(
        "magic that runs a file",
        "read",
        lambda n: write_in(n, "labels", "%run -i ../../../gradebook.db\n%load ../../../gradebook.db"),
        "there is no answer 'labels' yet",
        right=0,
    ),
    notebook(
        "files shown as pictures",
        "read",
        lambda n: write_in(
            n, "why", "![](../../../gradebook.db) ![](file:///etc/passwd) <img src='file:///etc/passwd'>"
        ),
    ),
)
