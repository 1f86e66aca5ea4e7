"""How soon after a click a lesson of the site can be read, moves, and has Python; and what that sends.

Real Chromium, a cold profile for each visit, loopback, the pages' files compressed by Brotli, medians of five, or of
as many visits as a number says. The click comes in a window that has been open for some seconds, as a learner's has:
in a new one Chromium is busy with scripts of its own. The picture and the knob are those of the simulations in sight
and a page down; the others are drawn once these are seen. `slow_` is on a line of 10 Mbit/s with 40 ms, which a page
shares with its worker. A second visit is made without any network. `lite_over_` says how many times as long the same
lesson takes in JupyterLite until its first simulation stands there, which then is live and has Python; that is left
out where JupyterLite isn't installed. `key_ratio` says how many times as long as in JupyterLab a simulation's picture
takes to follow a key. BIGGERPIE_PYODIDE may name the unpacked npm package pyodide, which npm fetches otherwise.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))

from biggerpie.website.build import build_site
from biggerpie.website.jupyterlite import FOLDER, PACKAGES, jupyterlite_files, notebook_link
from biggerpie.website.pyodide import fetch_pyodide
from biggerpie.website.python_files import python_files
from playwright.sync_api import BrowserContext, Page

from benchmarks.site_keys import key_ratio
from benchmarks.site_sent import Compressed, SlowLine
from tests.browser import open_browser

VISITS = int(next(iter(sys.argv[1:]), "5"))
LESSON = "01-both-sides-can-gain"
HAS_JUPYTERLITE = all(map(find_spec, PACKAGES))
SETTLED_MS = 3000
KEPT_FOR_LATER = ("/rest.zip", "/marking.zip")  # which no lesson waits for
MOMENTS = """
  window.moments = {};
  new MutationObserver(() => {
    for (const name of Object.keys(document.documentElement.dataset)) moments[name] ??= performance.now();
  }).observe(document, { subtree: true, attributes: true, childList: true });
"""
COMPRESS = """
  const { readFileSync, writeFileSync } = require("node:fs");
  const { brotliCompressSync } = require("node:zlib");
  const packed = (file) => writeFileSync(file + ".br", brotliCompressSync(readFileSync(file)));
  JSON.parse(readFileSync(0, "utf8")).forEach(packed);
"""


@contextmanager
def site() -> Iterator[str]:
    """Build the lesson, compress it, and serve it."""
    with tempfile.TemporaryDirectory() as place:
        folder, given = Path(place, "site"), os.environ.get("BIGGERPIE_PYODIDE")
        package = Path(given) if given else fetch_pyodide(Path(place))
        notebooks = jupyterlite_files(package) if HAS_JUPYTERLITE else {}
        build_site(folder, python=python_files(package), notebooks=notebooks, only=LESSON[:2])
        pages = (
            file for file in folder.rglob("*") if FOLDER not in file.parts
        )  # on loopback JupyterLite gains nothing
        files = [str(file) for file in pages if file.is_file()]
        subprocess.run([shutil.which("node") or "node", "-e", COMPRESS], input=json.dumps(files), text=True, check=True)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(folder))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


def settled_page(context: BrowserContext) -> Page:
    """Open an empty window and wait until Chromium has done what it does for a new one."""
    page = context.new_page()
    page.wait_for_timeout(SETTLED_MS)
    return page


def visit(context: BrowserContext, address: str, until: str) -> dict[str, float]:
    """Open the page and return the moments, in seconds after the click."""
    page = settled_page(context)
    page.add_init_script(MOMENTS)
    page.goto(address)
    page.locator(f"html[data-{until}]").wait_for(state="attached", timeout=120_000)
    moments = page.evaluate("() => moments")
    page_files = "() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)"
    Compressed.asked = {urlsplit(address).path, *page.evaluate(page_files)}
    painted = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime")
    page.evaluate("async () => { await navigator.serviceWorker.ready }") if until == "python" else None
    page.close()
    return {name: at / 1000 for name, at in (moments | {"readable": painted}).items()}


def visit_notebook(context: BrowserContext, site: str) -> float:
    """Open the lesson in JupyterLite, run all cells at once, and return the seconds until the first simulation."""
    page = settled_page(context)
    begun = time.perf_counter()
    page.goto(f"{site}/{notebook_link(f'lessons/{LESSON}.ipynb')}")
    page.locator(".jp-CodeCell").first.click(timeout=120_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.locator(".jp-OutputArea-output").get_by_role("radio").first.wait_for(timeout=300_000)
    page.close()
    return time.perf_counter() - begun


def main() -> None:
    """Measure and print."""
    times: dict[str, list[float]] = {}
    notebook: list[float] = []
    with site() as host, open_browser() as browser:
        address = f"{host}/{LESSON}.html"
        for _ in range(VISITS):
            context = browser.new_context()
            Compressed.sent.clear()
            first = visit(context, address, "python")
            sent, asked = dict(Compressed.sent), Compressed.asked
            context.set_offline(offline=True)
            second = visit(context, address, "python")
            context.close()
            context = browser.new_context()
            Compressed.line = SlowLine()
            slow = visit(context, address, "python")
            Compressed.line = None
            context.close()
            for name, value in {
                "readable_s": first["readable"], "picture_s": first["shown"], "knob_s": first["moves"],
                "python_s": first["python"], "offline_knob_s": second["moves"], "offline_python_s": second["python"],
                "slow_knob_s": slow["moves"], "slow_python_s": slow["python"],
            }.items():  # fmt: skip
                times.setdefault(name, []).append(value)
            if HAS_JUPYTERLITE:
                context = browser.new_context()
                notebook.append(visit_notebook(context, host))
                context.close()
        keys = key_ratio(browser, host, LESSON)
    knob = sum(size for name, size in sent.items() if name in asked and name != "/offline.js")
    python = sum(size for name, size in sent.items() if "/python/" in name and not name.endswith(KEPT_FOR_LATER))
    figures = " ".join(f"{name}={median(values):.2f}" for name, values in times.items())
    if notebook:
        over = {part: median(notebook) / median(times[f"{part}_s"]) for part in ("knob", "python")}
        figures += (
            f" lite_s={median(notebook):.1f} lite_over_knob={over['knob']:.0f} lite_over_python={over['python']:.0f}"
        )
    sizes = f"knob_kb={knob / 1000:.0f} python_mb={(knob + python) / 1e6:.2f}"
    print(f"RESULT {figures} {sizes} key_ratio={keys:.2f}")


if __name__ == "__main__":
    main()
