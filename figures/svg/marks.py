"""What a figure shows between its axes: shapes, lines, marks and bars."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from .plot import Plot

DASHES = {"solid": "", "dash": "6 4", "dot": "2 3", "dashdot": "6 3 2 3", "longdash": "10 4"}
OUTLINES: dict[str, Sequence[tuple[float, float]]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle-up": ((0, -1.2), (1.2, 0.9), (-1.2, 0.9)),
    "triangle-down": ((0, 1.2), (1.2, -0.9), (-1.2, -0.9)),
    "star": (
        (0, -1.5), (0.4, -0.5), (1.4, -0.5), (0.6, 0.2), (0.9, 1.2), (0, 0.6),
        (-0.9, 1.2), (-0.6, 0.2), (-1.4, -0.5), (-0.4, -0.5),
    ),
}  # fmt: skip


def shape(one: dict[str, Any], plot: Plot) -> str:
    """Return a rectangle or a line."""
    x0, x1, y0, y1 = plot.x(one["x0"]), plot.x(one["x1"]), plot.y(one["y0"]), plot.y(one["y1"])
    line = one.get("line", {})
    if one["type"] == "line":
        return f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}"{_stroke(line)}/>'
    left, top, wide, high = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
    return f'<rect x="{left}" y="{top}" width="{wide:.1f}" height="{high:.1f}" fill="{one["fillcolor"]}"/>'


def trace(one: dict[str, Any], plot: Plot) -> Iterator[str]:
    """Yield a trace's bars, or its line and its marks with what each of them is."""
    if one["type"] == "bar":
        yield from _bars(one, plot)
        return
    places = [(plot.x(x), plot.y(y)) for x, y in zip(one["x"], one["y"], strict=True)]
    if "lines" in one["mode"]:
        path = " ".join(f"{x},{y}" for x, y in places)
        yield f'<polyline points="{path}" fill="none"{_stroke(one["line"])}/>'
    if "error_x" in one:
        yield from _spans(one, plot)
    if "markers" in one["mode"]:
        words = one.get("hovertext") or [""] * len(places)
        yield from (mark(x, y, one["marker"], said) for (x, y), said in zip(places, words, strict=True))


def mark(x: float, y: float, marker: dict[str, Any], words: str = "") -> str:
    """Return one mark, with words that a browser shows when it is pointed at."""
    size, colour = marker.get("size", 6) / 2, marker["color"]
    title = f"<title>{escape(words.replace('<br>', '; '))}</title>" if words else ""
    outline = OUTLINES.get(marker.get("symbol", "circle"))
    look = f'fill="{colour}"' + (_stroke(marker["line"]) if "line" in marker else "")
    if outline is None:
        return f'<circle cx="{x}" cy="{y}" r="{size}" {look}>{title}</circle>'
    points = " ".join(f"{round(x + dx * size, 1)},{round(y + dy * size, 1)}" for dx, dy in outline)
    return f'<polygon points="{points}" {look}>{title}</polygon>'


def _bars(one: dict[str, Any], plot: Plot) -> Iterator[str]:
    half = one["width"] / 2
    for x, y in zip(one["x"], one["y"], strict=True):
        left, right, top, foot = plot.x(x - half), plot.x(x + half), plot.y(y), plot.y(0)
        yield (
            f'<rect x="{left}" y="{top}" width="{right - left:.1f}" height="{foot - top:.1f}" '
            f'fill="{one["marker"]["color"]}"{_stroke(one["marker"]["line"])}/>'
        )


def _spans(one: dict[str, Any], plot: Plot) -> Iterator[str]:
    """Yield the error bars along x: how far up and down from each value they reach."""
    error = one["error_x"]
    for x, y, up, down in zip(one["x"], one["y"], error["array"], error["arrayminus"], strict=True):
        place = plot.y(y)
        yield (
            f'<line x1="{plot.x(x - down)}" x2="{plot.x(x + up)}" y1="{place}" y2="{place}" '
            f'stroke="{error["color"]}" stroke-width="2"/>'
        )


def _stroke(line: dict[str, Any]) -> str:
    dash = DASHES[line.get("dash", "solid")]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f' stroke="{line["color"]}" stroke-width="{line.get("width", 2)}"{dashed}'
