"""What several tests share: one browser, and the cases of the kit."""

from collections.abc import Iterator

import pytest
from biggerpie.negotiation import Case, load_case
from playwright.sync_api import Browser, expect

from .browser import open_browser

expect.set_options(timeout=30_000)  # a busy machine is slow, and a wrong page stays wrong


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each page is a fresh profile."""
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def job_offer() -> Case:
    """The case of exercise 01."""
    return load_case("job-offer")
