"""The two axes of a figure, with their grid, their numbers or names, and their titles."""

from collections.abc import Iterator
from html import escape
from typing import Any

from ..theme import Palette
from .plot import Plot

MOST_STEPS = 8
STEPS = (1, 2, 5)


def axes(layout: dict[str, Any], plot: Plot, colours: Palette) -> Iterator[str]:
    """Yield the grid, then what is written along the axes."""
    x, y = layout["xaxis"], layout["yaxis"]
    for value, name in ticks(x):
        place = plot.x(value)
        if x.get("showgrid", True):
            yield _line(place, plot.top, place, plot.bottom, colours.faint)
        yield _text(place, plot.bottom + 18, "middle", name, colours.text)
    for value, name in ticks(y):
        place = plot.y(value)
        if y.get("showgrid", True):
            yield _line(plot.left, place, plot.right, place, colours.faint)
        yield _text(plot.left - 8, place + 4, "end", name, colours.text)
    yield _line(plot.left, plot.bottom, plot.right, plot.bottom, colours.line)
    yield _line(plot.left, plot.top, plot.left, plot.bottom, colours.line)
    yield _text((plot.left + plot.right) / 2, plot.bottom + 42, "middle", _title(x), colours.text)
    middle = (plot.top + plot.bottom) / 2
    yield f'<g transform="rotate(-90 16 {middle})">{_text(16, middle, "middle", _title(y), colours.text)}</g>'


def ticks(axis: dict[str, Any]) -> list[tuple[float, str]]:
    """Return what an axis marks: the values that it names, or round numbers within its range."""
    if "tickvals" in axis:
        return list(zip(axis["tickvals"], axis["ticktext"], strict=True))
    low, high = sorted(axis["range"])
    step = next(size for size in _sizes() if (high - low) / size <= MOST_STEPS)
    first = -(-low // step)
    values = [round((first + n) * step) for n in range(int((high - first * step) // step) + 1)]
    return [(value, str(value)) for value in values]


def _sizes() -> Iterator[int]:
    power = 1
    while True:
        yield from (power * step for step in STEPS)
        power *= 10


def _title(axis: dict[str, Any]) -> str:
    return str(axis.get("title", {}).get("text", ""))


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}"/>'


def _text(x: float, y: float, anchor: str, words: str, colour: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
