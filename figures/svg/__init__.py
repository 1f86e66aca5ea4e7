"""A plotly figure of the kit's as SVG, without a browser: lines, marks, bars, and axes with a range."""

from collections.abc import Iterator
from html import escape
from typing import Any

from ..theme import FONT, Palette
from .axes import axes
from .legend import legend
from .marks import shape, trace
from .plot import Plot

__all__ = ["svg_of"]


def svg_of(drawn: dict[str, Any], colours: Palette, described: str) -> str:
    """Return plotly's data and layout as an SVG element, with a description.

    It knows what the kit's figures use: traces of lines, marks and bars with error bars, rectangles and lines as
    shapes, and axes with a range.
    """
    plot = Plot(drawn["layout"])
    named = list(legend(drawn["data"], plot, colours))
    height = plot.height + (len(named) and named[-1][0] + 1) * plot.LINE
    parts = [*_drawing(drawn, plot, colours), *(part for _, part in named)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(described)}" '
        f'viewBox="0 0 {plot.width} {height}" width="{plot.width}" font-family="{FONT}" font-size="13" '
        f'style="background:{colours.surface};max-width:100%;height:auto">{"".join(parts)}</svg>'
    )


def _drawing(drawn: dict[str, Any], plot: Plot, colours: Palette) -> Iterator[str]:
    for one in drawn["layout"].get("shapes", ()):
        yield shape(one, plot)
    yield from axes(drawn["layout"], plot, colours)
    for one in drawn["data"]:
        yield from trace(one, plot)
