"""`biggerpie start` imports neither nbgrader nor SQLAlchemy nor plotly, until somebody validates."""

from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from .server import notebook_page, run_all, running

WATCH = """import sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in ("nbgrader", "sqlalchemy", "plotly"):
            with open({log!r}, "a") as log:
                log.write(name + "\\n")
sys.meta_path.insert(0, Watch())
"""
"""A `sitecustomize`: every Python that is started imports it first, so each notes what it imports later."""


@pytest.fixture
def imported(tmp_path, monkeypatch) -> Path:
    """A file that names the heavy libraries that any Python process of this test imports."""
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH.format(log=str(tmp_path / "imported")))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "watch"))
    return tmp_path / "imported"


@pytest.fixture
def started(imported: Path, tmp_path) -> Iterator[str]:
    """The address of `biggerpie start`, watched."""
    with running(["biggerpie", "start"], tmp_path, tmp_path / "settings") as address:
        yield address


def test_a_started_lesson_runs_without_nbgrader_which_is_loaded_when_asked_for(
    started: str, imported: Path, browser: Browser
):
    with notebook_page(browser, started, "lessons/01-both-sides-can-gain.ipynb") as page:
        run_all(page)
        assert not imported.exists()
    with urlopen(f"{started}/nbgrader_version?version=0", timeout=60) as reply:
        assert b"does not match" in reply.read()
    assert set(imported.read_text().split()) == {"nbgrader", "sqlalchemy"}
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{started}/formgrader?path=lessons", timeout=60)
