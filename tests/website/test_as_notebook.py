"""A lesson opened as a notebook in the browser, by JupyterLite: a widget moves, and nothing comes from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from biggerpie.lessons.command_line import main
from biggerpie.website import jupyterlite
from biggerpie.website.build import build_site
from biggerpie.website.jupyterlite import PACKAGES, jupyterlite_files, notebook_link
from biggerpie.website.python_files import python_files
from playwright.sync_api import Browser, expect

from ..browser import screenshot_folder
from .conftest import needs_node, served

LESSON = "01-both-sides-can-gain"
PATIENCE = 300_000  # JupyterLite begins slowly on a busy machine


def test_without_jupyterlite_one_sentence_says_what_to_install(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(jupyterlite, "find_spec", lambda name: None)
    assert main(["site", str(tmp_path / "site"), "--notebooks"]) == 2
    assert "pip install 'biggerpie[site]'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def with_notebooks(tmp_path_factory, pyodide_package) -> Iterator[tuple[Path, str]]:
    """A site whose lesson opens as a notebook: its folder and its address."""
    for package in PACKAGES:
        pytest.importorskip(package, reason="JupyterLite comes with the extra site")
    folder = tmp_path_factory.mktemp("notebooks") / "site"
    python, notebooks = python_files(pyodide_package), jupyterlite_files(pyodide_package)
    build_site(folder, python=python, notebooks=notebooks, only=LESSON)
    with served(folder.parent) as host:
        yield folder, f"{host}/site"


@pytest.mark.long
@needs_node
def test_a_lesson_opens_as_a_notebook_and_a_simulation_moves(with_notebooks, browser: Browser):
    folder, address = with_notebooks
    assert len([*folder.rglob("pyodide.asm.wasm")]) == 1  # the pages' and the notebooks'
    context = browser.new_context()
    asked: list[str] = []
    ours = (address.removesuffix("site"), "data:", "blob:")  # JupyterLite asks for itself at the host's root, too
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{address}/{LESSON}.html")
    link = page.get_by_role("link", name="Open this page as a notebook in the browser")
    assert link.get_attribute("href") == f"./{notebook_link(f'lessons/{LESSON}.ipynb')}"
    link.click()
    page.locator(".jp-CodeCell").first.click(timeout=PATIENCE)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    first = page.locator(".jp-OutputArea-output", has_text="Store my prediction").first
    first.wait_for(timeout=PATIENCE)
    first.get_by_role("radio").first.press("Space")
    first.get_by_role("button", name="Store my prediction").press("Enter")
    first.get_by_role("button", name="Run", exact=True).press("Enter")
    slider = first.get_by_role("slider").first
    expect(slider).to_be_visible(timeout=PATIENCE)
    table = first.locator("table").first
    before = table.inner_text()
    slider.press("ArrowLeft")
    expect(table).not_to_have_text(before, timeout=PATIENCE)
    page.screenshot(path=screenshot_folder() / "site-as-notebook.png")
    strangers = {url for url in asked if not url.startswith(ours)}
    assert strangers == set()
    context.close()
