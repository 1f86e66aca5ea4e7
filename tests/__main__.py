"""`python -m tests`: make sure of a browser and npm's tools, then run the tests; with `--long` all that take minutes.

On one process more than there are cores, because a test often waits for a browser or a server; in the order of
tests/conftest.py, not the one with the most tests first.
"""

import os
import sys

import pytest

from .browser import ensure_browser
from .javascript import ensure_javascript_tools

LONG = "--long"

ensure_browser()
ensure_javascript_tools()
workers = len(os.sched_getaffinity(0)) + 1
chosen = [] if LONG in sys.argv else ["-m", "not long"]
others = [word for word in sys.argv[1:] if word != LONG]
told = "-rfER"  # what failed, and what needed a second try
sys.exit(pytest.main(["-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder", told, *chosen, *others]))
