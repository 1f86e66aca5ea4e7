"""A real Jupyter server for the tests, and a page of it in the browser."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

ADDRESS = re.compile(r"(http://(?:127\.0\.0\.1|localhost):\d+)/")
SECONDS_TO_START = 300
PATIENCE = 180_000  # milliseconds that a page may need on a busy machine
TRIES = 6
CONNECTED = """async () => {
  const sessions = await (await fetch("/api/sessions")).json();
  const here = sessions.find(({ path }) => decodeURI(location.pathname).endsWith(`/${path}`));
  return here?.kernel?.connections > 0 && here.kernel.execution_state === "idle";
}"""
STILL = """() => {
  const box = document.querySelector(".jp-NotebookPanel-notebook, .jp-Notebook");
  const here = `${box?.scrollHeight} ${document.querySelectorAll(".biggerpie").length}`;
  if (here !== window.seenHere) [window.seenHere, window.seenSince] = [here, performance.now()];
  return performance.now() - window.seenSince > 700;
}"""
STOP_KERNELS = """async () => {
  const token = document.cookie.match(/_xsrf=([^;]+)/)[1];
  const sessions = await (await fetch("/api/sessions")).json();
  const end = { method: "DELETE", headers: { "X-XSRFToken": token } };
  await Promise.all(sessions.map(({ id }) => fetch(`/api/sessions/${id}`, end)));
}"""
CALM: dict[str, dict[str, Any]] = {
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False}
}
DARK = {"@jupyterlab/apputils-extension/themes": {"theme": "JupyterLab Dark"}}


@contextmanager
def running(
    command: list[str],
    folder: Path,
    settings: Path,
    *,
    lab: Mapping[str, dict[str, Any]] = CALM,
    home: Path | None = None,
) -> Iterator[str]:
    """Start a Jupyter command in a folder and yield the server's address; stop it in the end.

    `lab` holds settings of JupyterLab's extensions, by their names, beside those that keep it calm. With a `home`,
    somebody works there whose name no JupyterHub tells.
    """
    for name, values in {**CALM, **lab}.items():
        file = settings / "lab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    environment = {
        **os.environ,
        "JUPYTERLAB_SETTINGS_DIR": str(settings / "lab"),
        "JUPYTER_CONFIG_DIR": str(settings),
        "JUPYTER_DATA_DIR": str(settings / "data"),
    }
    if home:
        environment["HOME"] = str(home)
        environment.pop("JUPYTERHUB_USER", None)
    options = ["--no-browser", "--port=0", "--IdentityProvider.token=", "--allow-root"]
    log = settings / "server.log"
    with log.open("w") as out:
        server = subprocess.Popen([*command, *options], cwd=folder, env=environment, stdout=out, stderr=out)
    try:
        yield _address(server, log)
    finally:
        _stop(server)


def jupyter(application: str = "lab") -> list[str]:
    """Return the command that starts one of Jupyter's applications with this Python."""
    return [sys.executable, "-m", "jupyter", application]


@contextmanager
def notebook_page(
    browser: Browser, address: str, path: str, *, width: int = 1300, application: str = "lab"
) -> Iterator[Page]:
    """Open a notebook in JupyterLab or Notebook 7 ("notebook"), wait for its kernel and unfold its code.

    All kernels are shut down in the end.
    """
    context = browser.new_context(viewport={"width": width, "height": 1000}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{address}/lab/tree/{path}?reset" if application == "lab" else f"{address}/notebooks/{path}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    wait_for_kernel(page)
    unfold_code(page)
    try:
        yield page
    finally:
        with suppress(PlaywrightError):  # the test may have failed before there was a page
            page.evaluate(STOP_KERNELS)
        context.close()


def wait_for_kernel(page: Page) -> None:
    """Wait until the page has its kernel; Notebook 7's own sign says idle from the beginning.

    Whoever runs cells before is asked by a dialog which kernel to take.
    """
    sign = page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').first
    sign.wait_for(state="attached", timeout=PATIENCE)  # a narrow window hides it
    for _ in range(SECONDS_TO_START):
        if page.evaluate(CONNECTED):
            return
        page.wait_for_timeout(1_000)
    raise AssertionError(f"no kernel was connected to {page.url}")


def unfold_code(page: Page) -> None:
    """Show the code that a lesson folds away, by the menu: the tests tell cells by it."""
    page.get_by_role("menuitem", name="View", exact=True).click()
    page.get_by_role("menuitem", name="Expand All Code", exact=True).click()


def run_all(page: Page) -> None:
    """Run every cell by the menu; wait until none waits to run, and what they show has stopped to push one another.

    While a busy machine still connects the kernel, Jupyter drops the command; it is given again, as a person would.
    """
    prompts = "[...document.querySelectorAll('.jp-InputPrompt')].map((prompt) => prompt.textContent)"
    for _ in range(TRIES):
        with suppress(PlaywrightTimeout):
            page.get_by_role("menuitem", name="Run", exact=True).click(timeout=5_000)
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click(timeout=5_000)
            page.wait_for_function(f"() => {prompts}.some((text) => /\\[[*\\d]+\\]/.test(text))", timeout=10_000)
            break
        page.keyboard.press("Escape")
    page.wait_for_function(f"() => !{prompts}.some((text) => text.includes('*'))", timeout=PATIENCE)
    page.wait_for_function(STILL, polling=100, timeout=PATIENCE)
    assert page.evaluate(f"{prompts}.some((text) => /\\[\\d+\\]/.test(text))")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server, by force where a busy machine keeps it from ending its kernels in time."""
    server.terminate()
    try:
        server.wait(timeout=30)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _address(server: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        if (found := ADDRESS.search(log.read_text())) and _answers(found[1]):
            return found[1]
        time.sleep(0.2)
    raise AssertionError(f"Jupyter did not start: {log.read_text()}")


def _answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/api", timeout=5) as reply:
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False
