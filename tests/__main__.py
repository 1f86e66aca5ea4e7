"""`python -m tests`: make sure there is a browser, then run all tests, on every core."""

import sys

import pytest

from .browser import ensure_browser

ensure_browser()
sys.exit(pytest.main(["-n", "auto", "--dist", "loadfile", *sys.argv[1:]]))
