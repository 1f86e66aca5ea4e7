"""A learner's folder and JupyterLab, as the README's command gives them; a folder of a test's own notebooks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from biggerpie.lessons.shelf import fill_shelf

from .server import jupyter, running


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    """A place with a learner's folder, as `biggerpie start` fills it."""
    place = tmp_path_factory.mktemp("learner")
    fill_shelf(place / "bigger-pie")
    return place


@pytest.fixture(autouse=True)
def _another_learner(request) -> None:
    """Let each test begin with lessons in which nobody did anything yet."""
    if "shelf" in request.fixturenames:
        for file in request.getfixturevalue("shelf").rglob("my-record.json"):
            file.unlink()


@pytest.fixture(scope="module")
def settings(tmp_path_factory) -> Path:
    """The folder of JupyterLab's settings and data."""
    return tmp_path_factory.mktemp("settings")


@pytest.fixture(scope="module")
def lab(shelf: Path, settings: Path) -> Iterator[str]:
    """JupyterLab, started by the README's command."""
    with running(["biggerpie", "start"], shelf, settings) as address:
        yield address


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The folder with the tests' notebooks."""
    return tmp_path_factory.mktemp("notebooks")


@pytest.fixture(scope="module", params=["lab", pytest.param("notebook", marks=pytest.mark.long)])
def address(request, folder: Path, tmp_path_factory) -> Iterator[str]:
    """The address of a notebook's page in JupyterLab, then in Notebook 7, without the notebook's name."""
    with running(jupyter(request.param), folder, tmp_path_factory.mktemp("settings")) as server:
        yield f"{server}/{'lab/tree' if request.param == 'lab' else 'notebooks'}"
