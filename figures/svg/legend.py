"""The legend below a figure: for each named trace its mark or line, and its name."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from ..theme import Palette
from .marks import DASHES, mark
from .plot import Plot

LETTER, SAMPLE = 7.2, 34  # pixels: an average letter, and a name's mark with the space around it


def legend(data: Iterable[dict[str, Any]], plot: Plot, colours: Palette) -> Iterator[tuple[int, str]]:
    """Yield what stands in the legend, with its line (from 0), from left to right in as many lines as it takes."""
    line, x = 0, float(plot.left)
    for one in data:
        if one.get("name"):
            wide = SAMPLE + LETTER * len(one["name"])
            if x + wide > plot.right and x > plot.left:
                line, x = line + 1, float(plot.left)
            y = plot.height + line * plot.LINE
            yield line, _sample(one, x, y) + _name(one["name"], x + 24, y + 4, colours)
            x += wide


def _sample(one: dict[str, Any], x: float, y: float) -> str:
    drawn = ""
    if "lines" in one.get("mode", ""):
        dash = DASHES[one["line"].get("dash", "solid")]
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        drawn = (
            f'<line x1="{x}" x2="{x + 18}" y1="{y}" y2="{y}" stroke="{one["line"]["color"]}" stroke-width="2"{dashed}/>'
        )
    if one["type"] == "bar" or "markers" in one.get("mode", ""):
        drawn += mark(x + 9, y, {"symbol": "square" if one["type"] == "bar" else "circle", **one["marker"]})
    return drawn


def _name(name: str, x: float, y: float, colours: Palette) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colours.text}">{escape(name)}</text>'
