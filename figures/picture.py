"""A picture: a plotly figure with the table and the sentence that say the same, for whoever reads instead of looks."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from .legend_room import with_room_for_legend
from .svg import svg_of
from .theme import Palette, palette, template

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

Cell = str | int
LEFT = ' style="text-align:left"'
"""Jupyter sets tables to the right, which texts of several lines are hard to read in."""


@dataclass(frozen=True)
class Picture:
    """A figure, its table (headings, rows) and its sentence. In a notebook it shows all three."""

    title: str
    sentence: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    draw: Callable[[Palette], dict[str, Any]]
    """Gives plotly's data and layout for a palette; every axis has its range."""
    language: str = "en"

    def figure(self, *, dark: bool = False) -> "Figure":
        """Return the plotly figure, in the light or the dark theme."""
        from plotly.graph_objects import Figure

        return Figure(self._for_plotly(dark=dark))

    def svg(self, *, dark: bool = False) -> str:
        """Return the figure as an SVG element with the sentence as its description: for pages that run no scripts."""
        return svg_of(self._drawn(dark=dark), palette(dark=dark), self.sentence)

    def table_html(self) -> str:
        """Return the table as HTML."""
        head = "".join(f'<th scope="col"{LEFT}>{escape(heading)}</th>' for heading in self.headings)
        body = "".join(
            f"<tr>{''.join(f'<td{LEFT}>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def text(self) -> str:
        """Return the sentence and the table as plain text, columns one below the other."""
        table = [self.headings, *self.rows]
        widths = [max(len(str(row[place])) for row in table) for place in range(len(self.headings))]
        lines = ["  ".join(str(c).ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in table]
        return "\n".join([self.sentence, "", *lines])

    def _ipython_display_(self) -> None:
        """Show the figure, by plotly where the page can and as SVG where not; then the sentence and the table.

        The page's own plotly draws it, so Python's is not imported.
        """
        from IPython.display import HTML, display

        drawn = self._for_plotly(dark=False)
        shown = {"application/vnd.plotly.v1+json": drawn, "text/html": self.svg(), "text/plain": self.text()}
        display(shown, raw=True)
        details = f"<details><summary>{escape(self.title)}</summary>{self.table_html()}</details>"
        display(HTML(f"<p>{escape(self.sentence)}</p>{details}"))

    def _for_plotly(self, *, dark: bool) -> dict[str, Any]:
        drawn = self._drawn(dark=dark)
        return {**drawn, "layout": with_room_for_legend(drawn)}

    def _drawn(self, *, dark: bool) -> dict[str, Any]:
        colours = palette(dark=dark)
        drawn = self.draw(colours)
        return {"data": drawn["data"], "layout": {"template": template(colours), **drawn["layout"]}}
