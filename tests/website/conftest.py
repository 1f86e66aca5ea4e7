"""A site of one lesson, the learner's own pages and one exercise, without Python and with it; and how to open it."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from biggerpie.website.build import build_site
from biggerpie.website.pyodide import fetch_pyodide
from biggerpie.website.python_files import python_files
from biggerpie.website.serve import site_server
from playwright.sync_api import Browser, Page

ONE_OF_EACH = ("00", "my-negotiation", "first-and-last", "01-both-can-gain")
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="Python for the browser is packed with Node.js")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    with site_server(folder) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@contextmanager
def faultless_page(browser: Browser, address: str) -> Iterator[Page]:
    """Give a page that has no error and, as long as it is open, asks for nothing from elsewhere than the address."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    faults, strangers = [], []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    ours = (address, "data:", "blob:")
    context.on("request", lambda asked: None if asked.url.startswith(ours) else strangers.append(asked.url))
    yield page
    context.close()
    assert (faults, strangers) == ([], [])


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has kept nothing so far."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site of one lesson, the learner's own pages and one exercise, below a path, as some hosts have it."""
    folder = tmp_path_factory.mktemp("host") / "below" / "a-path"
    build_site(folder, only=ONE_OF_EACH)
    return folder


@pytest.fixture(scope="session")
def pyodide_package(tmp_path_factory) -> Path:
    """The unpacked npm package pyodide: that of BIGGERPIE_PYODIDE, else npm fetches it."""
    if given := os.environ.get("BIGGERPIE_PYODIDE"):
        return Path(given)
    if not shutil.which("npm"):
        pytest.skip("npm fetches Pyodide")
    return fetch_pyodide(tmp_path_factory.mktemp("npm"))


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site.parents[1]) as host:
        yield f"{host}/below/a-path"


@pytest.fixture(scope="session")
def live(tmp_path_factory, pyodide_package) -> Iterator[str]:
    """The address of the same site with Python in its pages."""
    folder = tmp_path_factory.mktemp("live")
    build_site(folder / "site", python=python_files(pyodide_package), only=(*ONE_OF_EACH, "07-another-table"))
    with served(folder) as host:
        yield f"{host}/site"
