"""What `knob.py` presses: of each widget one control, its keys, and the drawing that they change."""

from dataclasses import dataclass
from typing import Any

RIGHT_AND_LEFT = ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft")
IMPORTS = "from biggerpie.negotiation import *\nfrom biggerpie.widgets import *\n"


@dataclass(frozen=True)
class Knob:
    """A widget's source, its control, and its drawing, as CSS selectors; `drawn` is there once it has been drawn."""

    name: str
    source: str
    control: str
    drawing: str
    drawn: str
    keys: tuple[str, ...] = RIGHT_AND_LEFT

    def marks(self) -> int:
        """Return how many marks the widget's picture holds: every pair of numbers, or at least every table cell."""
        names: dict[str, Any] = {}
        exec(self.source.rsplit("\n", 1)[0], names)  # noqa: S102  # our own source
        picture = eval(self.source.rsplit("\n", 1)[1], names).picture  # noqa: S307  # the same
        return max(_pairs(picture), 1)


def _pairs(value: Any) -> int:
    if isinstance(value, dict):
        return sum(_pairs(each) for each in value.values())
    if not isinstance(value, list) or not value:
        return 0
    if all(isinstance(each, int | float) for each in value):
        return len(value) // 2
    return sum(_pairs(each) for each in value)


def plane(name: str, source: str, control: str) -> Knob:
    """Return the knob of a widget that draws the payoff plane."""
    return Knob(name, IMPORTS + source, control, ".bp-plane", ".bp-plane .bp-frontier[d]")


def chart(name: str, source: str, control: str) -> Knob:
    """Return the knob of a widget that draws a chart of lines."""
    return Knob(name, IMPORTS + source, control, ".bp-chart", ".bp-chart .bp-chart-line")


EXPLORER = 'PayoffExplorer(["a", "b", "c", "d"], [5, 6, 2, 3], [5, 2, 6, 2])'
BUILDER = """builder = PackageBuilder(load_case("shared-garden"), "gardener", show_other=True)
builder.choices = [0, 0, 0, 0]
builder"""
KNOBS = (
    plane("payoff explorer", EXPLORER, ".bp-importance input"),
    plane("package builder", BUILDER, ".bp-issue input"),
    chart("blame spiral", "BlameSpiral()", "input[type=range]"),
    chart("meeting again", "MeetingAgain()", "input[type=range]"),
)
