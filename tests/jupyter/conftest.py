"""A learner's folder and JupyterLab, as the README's command gives them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from biggerpie.lessons.shelf import fill_shelf

from .server import running


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    """A place with a learner's folder, as `biggerpie start` fills it."""
    place = tmp_path_factory.mktemp("learner")
    fill_shelf(place / "bigger-pie")
    return place


@pytest.fixture(scope="module")
def settings(tmp_path_factory) -> Path:
    """The folder of JupyterLab's settings and data."""
    return tmp_path_factory.mktemp("settings")


@pytest.fixture(scope="module")
def lab(shelf: Path, settings: Path) -> Iterator[str]:
    """JupyterLab, started by the README's command."""
    with running(["biggerpie", "start"], shelf, settings) as address:
        yield address
