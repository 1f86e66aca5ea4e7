"""`python -m tests`: make sure there is a browser, then run all tests."""

import sys

import pytest

from .browser import ensure_browser

ensure_browser()
sys.exit(pytest.main(sys.argv[1:]))
