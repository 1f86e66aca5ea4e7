"""The colours of figures: those of the widgets' theme, read from its file, light or dark."""

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

THEME = Path(__file__).parents[1] / "widgets" / "parts" / "theme.css"
PAIR = re.compile(r"--bp-([a-z-]+): light-dark\(#([0-9a-f]+), #([0-9a-f]+)\)")
OPAQUE = 6  # hexadecimal digits of a colour that nothing shines through
FONT = "system-ui, sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for, as the theme names them."""

    surface: str
    text: str
    quiet: str
    line: str
    faint: str
    you: str
    them: str
    best: str
    best_wash: str
    zone_wash: str
    focus: str

    @property
    def series(self) -> tuple[str, ...]:
        """Colours for lines that stand side by side; each also gets a mark of its own."""
        return (self.you, self.them, self.best, self.focus, self.text, self.quiet)


@lru_cache
def palette(*, dark: bool = False) -> Palette:
    """Return the colours of the light or the dark theme."""
    found = {name: pair[dark] for name, *pair in PAIR.findall(THEME.read_text(encoding="utf-8"))}
    return Palette(**{field.name: _colour(found[field.name.replace("_", "-")]) for field in fields(Palette)})


def template(colours: Palette) -> dict[str, Any]:
    """Return the one plotly template of all figures, as a layout's defaults."""
    axis = {
        "gridcolor": colours.faint,
        "linecolor": colours.line,
        "showline": True,
        "zeroline": False,
        "ticks": "outside",
        "tickcolor": colours.line,
        "title": {"font": {"size": 14}, "standoff": 8},
    }
    return {
        "layout": {
            "font": {"family": FONT, "size": 14, "color": colours.text},
            "paper_bgcolor": colours.surface,
            "plot_bgcolor": colours.surface,
            "colorway": list(colours.series),
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {"bgcolor": colours.surface, "font": {"color": colours.text}},
        }
    }


def _colour(digits: str) -> str:
    """Return a colour as plotly and SVG both read it."""
    if len(digits) == OPAQUE:
        return f"#{digits}"
    red, green, blue, alpha = (int(digits[place : place + 2], 16) for place in range(0, 8, 2))
    return f"rgba({red},{green},{blue},{round(alpha / 255, 3)})"
