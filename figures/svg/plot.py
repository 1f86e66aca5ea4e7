"""Where a figure's values lie in its drawing."""

from typing import Any, ClassVar


class Plot:
    """The drawing's size and its two scales; places are in pixels, with a tenth of one."""

    LINE: ClassVar[int] = 20
    """The height of a line of the legend."""

    def __init__(self, layout: dict[str, Any]) -> None:
        """Take sizes and ranges from a plotly layout."""
        self.width, self.plot_height = layout.get("width", 640), layout.get("height", 440)
        margin = layout.get("margin", {})
        self.left, self.right = margin.get("l", 64), self.width - margin.get("r", 24)
        self.top, self.bottom = margin.get("t", 24), self.plot_height - margin.get("b", 64)
        self.across, self.up = layout["xaxis"]["range"], layout["yaxis"]["range"]
        self.height = self.plot_height

    def x(self, value: float) -> float:
        """Return how far to the right a value lies."""
        return self._between(value, self.across, self.left, self.right)

    def y(self, value: float) -> float:
        """Return how far down a value lies."""
        return self._between(value, self.up, self.bottom, self.top)

    @staticmethod
    def _between(value: float, ends: tuple[float, float], first: float, last: float) -> float:
        share = (value - ends[0]) / (ends[1] - ends[0] or 1)
        return round(first + (last - first) * min(1.0, max(0.0, share)), 1)
