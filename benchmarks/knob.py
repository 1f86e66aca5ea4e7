"""Key press → changed picture, and Run → first drawing: each widget against a plotly FigureWidget, in one run.

Both are opened in real JupyterLab in real Chromium and draw the same points from the same model; a key press
changes one number (or one option), Python computes, the browser draws. Times are taken in the page: from the key's
event to the first change in the drawing, and from Shift + Enter in a fresh kernel to the drawn points.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page

from tests.browser import open_browser
from tests.jupyter.server import jupyter, notebook_page, running

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
PRESSES = 15
STARTS = 3
EXPLORER = """from biggerpie.widgets import PayoffExplorer
PayoffExplorer(["a", "b", "c", "d"], [5, 6, 2, 3], [5, 2, 6, 2])"""
EXPLORER_FIGURE = """import ipywidgets, plotly.graph_objects as go
from biggerpie.negotiation import cloud, frontier, weighed_case
def points(first):
    case = weighed_case(["a", "b", "c", "d"], ([first, 6, 2, 3], [5, 2, 6, 2]), [True] * 4)
    best = [point.payoffs for point in frontier(case)]
    return [list(zip(*cloud(case))), list(zip(*best)), list(zip(case.payoffs(case.compromise)))]
modes = ["markers", "lines+markers", "markers"]
figure = go.FigureWidget([go.Scatter(x=x, y=y, mode=mode) for (x, y), mode in zip(points(5), modes)])
knob = ipywidgets.IntSlider(5, 0, 10)
def move(change):
    with figure.batch_update():
        for trace, (x, y) in zip(figure.data, points(change["new"])):
            trace.x, trace.y = x, y
knob.observe(move, "value")
ipywidgets.VBox([knob, figure])"""
BUILDER = """from biggerpie.negotiation import load_case
from biggerpie.widgets import PackageBuilder
builder = PackageBuilder(load_case("shared-garden"), "gardener", show_other=True)
builder.choices = [0, 0, 0, 0]
builder"""
BUILDER_FIGURE = """import ipywidgets, plotly.graph_objects as go
from biggerpie.negotiation import cloud, frontier, load_case
case = load_case("shared-garden")
best = list(zip(*(point.payoffs for point in frontier(case))))
parts = [list(zip(*cloud(case))), best, list(zip(case.payoffs(case.compromise))), list(zip(case.payoffs((0, 0, 0, 0))))]
modes = ["markers", "lines+markers", "markers", "markers"]
figure = go.FigureWidget([go.Scatter(x=x, y=y, mode=mode) for (x, y), mode in zip(parts, modes)])
knob = ipywidgets.IntSlider(0, 0, 4)
def move(change):
    you, them = case.payoffs((change["new"], 0, 0, 0))
    with figure.batch_update():
        figure.data[3].x, figure.data[3].y = [you], [them]
knob.observe(move, "value")
ipywidgets.VBox([knob, figure])"""
OURS = {"drawing": ".bp-plane", "drawn": ".bp-plane .bp-frontier[d]"}
FIGURE = {"drawing": ".js-plotly-plot", "drawn": ".js-plotly-plot .scatterlayer .point", "knob": "[role=slider]"}
WIDGETS = {
    "payoff explorer": (EXPLORER, {**OURS, "knob": ".bp-importance input"}, EXPLORER_FIGURE),
    "package builder": (BUILDER, {**OURS, "knob": ".bp-issue input"}, BUILDER_FIGURE),
}
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
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter") ((pressed = performance.now()), look());
  }, { capture: true, once: false });
}"""


def took(page: Page) -> float:
    """Return the milliseconds that the page measured."""
    page.wait_for_function("() => window.took !== undefined", timeout=90_000)
    return float(page.evaluate("window.took"))


def measure(browser: Browser, address: str, name: str, where: dict[str, str]) -> tuple[float, list[float]]:
    """Open a notebook of one cell in a fresh kernel; return the first drawing's and each key press's milliseconds."""
    with notebook_page(browser, address, name) as page:
        page.locator(".jp-CodeCell .cm-content").first.click()
        page.evaluate(WAIT, [where["drawn"]])
        page.keyboard.press("Shift+Enter")
        first = took(page)
        knob = page.locator(where["knob"]).first
        presses = []
        for number in range(PRESSES):
            page.wait_for_timeout(400)
            if number == 0:
                knob.focus()
            page.evaluate(WATCH, [where["drawing"]])
            page.keyboard.press("ArrowRight" if number % 4 < 2 else "ArrowLeft")
            presses.append(took(page))
        return first, presses


def main() -> None:
    """Print a table and the result line with the worst widget's ratios."""
    knob_ratios, first_ratios = [], []
    with tempfile.TemporaryDirectory() as scratch, open_browser() as browser:
        folder = Path(scratch)
        with running(jupyter(), folder, folder / "settings") as address:
            print(f"{'':>18} {'':>14} {'key → picture':>16} {'Run → drawing':>16}")
            for widget, (ours, where, figure) in WIDGETS.items():
                times = {}
                for kind, source, places in (("ours", ours, where), ("FigureWidget", figure, FIGURE)):
                    runs = []
                    for start in range(STARTS):
                        name = f"{widget.replace(' ', '-')}-{kind}-{start}.ipynb"
                        cells = [new_code_cell(source)]
                        nbformat.write(new_notebook(cells=cells, metadata=KERNEL), folder / name)
                        runs.append(measure(browser, address, name, places))
                    times[kind] = median(p for _, presses in runs for p in presses), median(f for f, _ in runs)
                    print(f"{widget:>18} {kind:>14} {times[kind][0]:13.0f} ms {times[kind][1]:13.0f} ms", flush=True)
                knob_ratios.append(times["ours"][0] / times["FigureWidget"][0])
                first_ratios.append(times["ours"][1] / times["FigureWidget"][1])
    print(f"RESULT ratio_knob={max(knob_ratios):.2f} ratio_first={max(first_ratios):.2f}")


if __name__ == "__main__":
    main()
