"""Room below a plotly figure for its legend, which plotly would otherwise write over the axis of a low figure."""

from collections.abc import Iterable
from typing import Any

from .svg.legend import LETTER
from .svg.plot import Plot

BELOW_AXIS = 54
"""Pixels for the axis' numbers and its title."""
SAMPLE = 52
"""Pixels that plotly takes beside a name for its mark and the space around it."""


def with_room_for_legend(drawn: dict[str, Any]) -> dict[str, Any]:
    """Return a figure's layout, higher by the lines of its legend, with the legend in that room."""
    layout = drawn["layout"]
    plot = Plot(layout)
    room = plot.LINE * (_lines(drawn["data"], plot.right - plot.left) + 1)
    margin = {"l": plot.left, "r": plot.width - plot.right, "t": plot.top, "b": plot.plot_height - plot.bottom + room}
    legend = {"orientation": "h", "x": 0, "y": -BELOW_AXIS / (plot.bottom - plot.top), "yanchor": "top"}
    return {**layout, "height": plot.plot_height + room, "margin": margin, "legend": legend}


def _lines(data: Iterable[dict[str, Any]], width: float) -> int:
    """Return how many lines plotly makes: as many names in each as the longest leaves room for."""
    names = [len(one["name"]) for one in data if one.get("name")]
    in_one = max(1, int(width // (SAMPLE + LETTER * max(names, default=0))))
    return -(-len(names) // in_one)
