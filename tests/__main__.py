"""`python -m tests`: make sure there is a browser, then run the tests; with `--long` those that take minutes, too.

On two processes more than there are cores, because about half of the time a test waits for a browser or a server; in
the order of tests/conftest.py, not the one with the most tests first.
"""

import os
import sys

import pytest

from .browser import ensure_browser

LONG = "--long"

ensure_browser()
workers = len(os.sched_getaffinity(0)) + 2
chosen = [] if LONG in sys.argv else ["-m", "not long"]
others = [word for word in sys.argv[1:] if word != LONG]
sys.exit(pytest.main(["-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder", *chosen, *others]))
