"""Key press → changed picture, and Run → first drawing: every widget against a plotly FigureWidget, in one run.

Both are opened in real JupyterLab in real Chromium. A key press on a focused control reaches Python, which computes,
and the browser draws. The FigureWidget draws as many marks as the widget and computes next to nothing, so the
comparison is in its favour. Times are taken in the page: from the key's event to the first change in the drawing, and
from Shift + Enter in a fresh kernel to the drawn marks; the kit is compiled before, as pip leaves it. Widget and
FigureWidget are open at once and take turns at each key, because the machine's speed drifts. A text is sent once its
writer pauses; that pause isn't counted. All widgets take a quarter to half an hour; name one to measure it alone:
`python benchmarks/knob.py interview`.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from statistics import median
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[1]))

import nbformat
from biggerpie import answers, negotiation, widgets
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from benchmarks.knobs import KNOBS, Knob
from tests.browser import open_browser
from tests.jupyter.server import jupyter, notebook_page, running
from tools.canonical import METADATA

BETWEEN_PRESSES = 250  # milliseconds
STARTS = 3
RUNS = 3
FIGURE = """import ipywidgets, plotly.graph_objects as go
xs = list(range({marks}))
figure = go.FigureWidget([go.Scatter(x=xs, y=[x % 7 for x in xs], mode="lines+markers")])
knob = ipywidgets.IntSlider(5, 0, 10)
def move(change):
    with figure.batch_update():
        figure.data[0].y = [(x + change["new"]) % 7 for x in xs]
knob.observe(move, "value")
ipywidgets.VBox([knob, figure])"""
WATCH = """([drawing]) => {
  window.took = undefined;
  let pressed;
  const before = document.querySelector(drawing).innerHTML;
  const watcher = new MutationObserver(() => {
    const now = performance.now();
    if (pressed === undefined || document.querySelector(drawing).innerHTML === before) return;
    window.took = now - pressed;
    watcher.disconnect();
  });
  const options = { subtree: true, childList: true, attributes: true, characterData: true };
  watcher.observe(document.querySelector(drawing), options);
  const press = () => (pressed = performance.now());
  document.addEventListener("keydown", press, { capture: true, once: true });
}"""
WAIT = """([drawn]) => {
  window.took = undefined;
  let pressed;
  const look = () => {
    if (document.querySelector(drawn)) window.took = performance.now() - pressed;
    else requestAnimationFrame(look);
  };
  const run = (event) => {
    if (event.key !== "Enter") return;
    pressed = performance.now();
    document.removeEventListener("keydown", run, { capture: true });
    look();
  };
  document.addEventListener("keydown", run, { capture: true });
}"""


@dataclass(frozen=True)
class Times:
    """Medians in milliseconds: from a key to the changed picture, and from Run to the first drawing."""

    key: float
    first: float


@dataclass
class Run:
    """A knob in an open page, and what was measured there in milliseconds."""

    knob: Knob
    page: Page
    first: float
    presses: list[float] = field(default_factory=list)


def figure(marks: int) -> Knob:
    """Return the FigureWidget with so many marks."""
    place = ".js-plotly-plot"
    drawn = f"{place} .scatterlayer .point"
    return Knob("FigureWidget", FIGURE.format(marks=marks), "[role=slider]", place, drawn)


def took(page: Page, patience: float = 90_000) -> float:
    """Return the milliseconds that the page measured."""
    page.wait_for_function("() => window.took !== undefined", timeout=patience)
    return float(page.evaluate("window.took"))


def first_drawing(page: Page, knob: Knob) -> float:
    """Return the milliseconds from Run to the drawing; a Run that Jupyter dropped while it loads is pressed again."""
    for _ in range(RUNS):
        page.locator(".jp-CodeCell .cm-content").first.click()
        page.evaluate(WAIT, [knob.drawn])
        page.keyboard.press("Shift+Enter")
        with suppress(PlaywrightTimeout):
            return took(page, 30_000)
    raise SystemExit(f"{knob.name}: nothing was drawn.")


def beside(browser: Browser, address: str, folder: Path, knob: Knob) -> tuple[Times, Times]:
    """Return the medians of the widget and of a FigureWidget with as many marks."""
    pair = (knob, figure(knob.marks()))
    runs = []
    for start in range(STARTS):
        runs += in_turns(browser, address, folder, pair[:: (-1) ** start])
    ours, theirs = (medians([run for run in runs if run.knob is each]) for each in pair)
    return ours, theirs


@contextmanager
def in_lab(browser: Browser, address: str, folder: Path, knob: Knob) -> Iterator[Run]:
    """Open a notebook of the knob's cell in a fresh kernel, run it, and yield what took place once it is drawn."""
    name = f"{uuid4().hex}.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(knob.source)], metadata=METADATA), folder / name)
    with notebook_page(browser, address, name) as page:
        yield Run(knob, page, first_drawing(page, knob))


def in_turns(browser: Browser, address: str, folder: Path, knobs: Sequence[Knob]) -> list[Run]:
    """Open each knob's cell, and press their keys in turns."""
    with ExitStack() as open_pages:
        runs = [open_pages.enter_context(in_lab(browser, address, folder, knob)) for knob in knobs]
        for number, run in product(range(min(knob.presses for knob in knobs)), runs):
            run.presses.append(key_to_picture(run.page, run.knob, number))
    return runs


def key_to_picture(page: Page, knob: Knob, number: int) -> float:
    """Press the control's next key, and return the milliseconds to the changed picture."""
    page.wait_for_timeout(BETWEEN_PRESSES)
    if not page.evaluate("(control) => document.activeElement.matches(control)", knob.control):
        page.locator(f"{knob.control} >> visible=true").first.focus()
    page.evaluate(WATCH, [knob.drawing])
    page.keyboard.press(knob.keys[number % len(knob.keys)])
    return took(page) - knob.pause


def medians(runs: list[Run]) -> Times:
    """Return the medians of some starts."""
    return Times(median(press for run in runs for press in run.presses), median(run.first for run in runs))


def chosen() -> list[Knob]:
    """Return the widgets that the command names, all where it names none."""
    names = [knob.name for knob in KNOBS]
    command = argparse.ArgumentParser(description="Key to picture: every widget against a plotly FigureWidget.")
    command.add_argument("name", nargs="*", help=f"a widget to measure alone: {', '.join(names)}")
    asked = command.parse_args().name
    if unknown := [name for name in asked if name not in names]:
        command.error(f"there is no widget {unknown[0]!r} here; name one of these: {', '.join(names)}.")
    return [knob for knob in KNOBS if knob.name in asked] or list(KNOBS)


def main() -> None:
    """Print a table and the result line with the worst widget's ratios and its slowest key."""
    knobs = chosen()
    for room in (answers, negotiation, widgets):
        compile_dir(Path(str(room.__file__)).parent, quiet=1)
    ratios: list[tuple[float, float, float]] = []
    with tempfile.TemporaryDirectory() as scratch, open_browser() as browser:
        folder = Path(scratch)
        with running(jupyter(), folder, folder / "settings") as address:
            heads = ("marks", "key → picture", "FigureWidget", "Run → drawing", "FigureWidget")
            print(f"{'':>18} {heads[0]:>6} {heads[1]:>16} {heads[2]:>14} {heads[3]:>16} {heads[4]:>14}")
            for knob in knobs:
                ours, theirs = beside(browser, address, folder, knob)
                print(f"{knob.name:>18} {knob.marks():>6} {ours.key:13.0f} ms {theirs.key:11.0f} ms", end=" ")
                print(f"{ours.first:13.0f} ms {theirs.first:11.0f} ms", flush=True)
                ratios.append((ours.key / theirs.key, ours.first / theirs.first, ours.key))
    key, first, slowest = (max(column) for column in zip(*ratios, strict=True))
    print(f"RESULT widgets={len(ratios)} ratio_knob={key:.2f} ratio_first={first:.2f} slowest_key_ms={slowest:.0f}")


if __name__ == "__main__":
    main()
