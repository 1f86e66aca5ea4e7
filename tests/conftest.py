"""What several tests share: one browser, and the cases of the kit."""

from collections.abc import Iterator
from itertools import chain, groupby
from pathlib import Path

import pytest
from biggerpie.negotiation import Case, load_case
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect

from .browser import ensure_browser, found_browser, open_browser

JUPYTER = Path(__file__).parent / "jupyter"
APART = 5  # files of tests
expect.set_options(timeout=30_000)  # a busy machine is slow, and a wrong page stays wrong
# A slow answer is no wrong one either; benchmarks/ measures speed.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.hookimpl(trylast=True)  # once the long ones are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread the files of tests that mostly wait for Jupyter over the others, so that few of them run at once."""
    files = [list(tests) for _, tests in groupby(items, lambda test: test.path)]
    waiting = [tests for tests in files if JUPYTER in tests[0].path.parents]
    mixed = [tests for tests in files if JUPYTER not in tests[0].path.parents]
    for number, tests in enumerate(waiting):
        mixed.insert(number * (APART + 1), tests)
    items[:] = chain.from_iterable(mixed)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each page is a fresh profile."""
    if not found_browser():
        ensure_browser()
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def job_offer() -> Case:
    """The case of exercise 01."""
    return load_case("job-offer")
