"""`python -m tests`: make sure there is a browser, then run all tests.

On one process more than there are cores, because about half of the time a test waits for a browser or a server.
"""

import os
import sys

import pytest

from .browser import ensure_browser

ensure_browser()
workers = len(os.sched_getaffinity(0)) + 1
sys.exit(pytest.main(["-n", str(workers), "--dist", "loadfile", *sys.argv[1:]]))
