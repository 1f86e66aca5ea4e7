"""`python -m tests`: make sure of a browser and npm's tools, then run what `pytest` runs; `--long` adds the long ones.

On twice as many processes as there are cores, because a test often waits for a browser or a server; in the order of
tests/conftest.py, not the one with the most tests first.
"""

import os
import sys

import pytest

from .browser import ensure_browser
from .javascript import ensure_javascript_tools

LONG = "--long"

# Hundreds of processes import the kit; where an image asks Python to keep no bytecode, each would compile it again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
ensure_browser()
ensure_javascript_tools()
workers = 2 * (os.cpu_count() or 1)
chosen = ["-m", ""] if LONG in sys.argv else []
others = [word for word in sys.argv[1:] if word != LONG]
told = "-rfEs"  # what failed, and what was left out for which reason
sys.exit(pytest.main(["-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder", told, *chosen, *others]))
