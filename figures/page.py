"""Pictures as one page that needs no network: plotly's script stands in it, or no script at all."""

from collections.abc import Sequence
from html import escape

from .picture import Picture
from .theme import FONT, palette

STYLE = """
:root { color-scheme: light; }
body { max-width: 60rem; margin: 1rem auto; padding: 0 1rem; font: 16px/1.5 %s; color: %s; background: %s; }
table { border-collapse: collapse; }
th, td { padding: 0.2rem 0.6rem; text-align: left; border-bottom: 1px solid %s; }
.drawing { overflow-x: auto; }
"""


def page_of(pictures: Sequence[Picture], *, still: bool = False) -> str:
    """Return a page with each picture's sentence, drawing and table.

    With `still` the drawings are SVG, and the page is small and runs no script; else plotly draws them, and the page
    has its four megabytes.
    """
    colours = palette()
    style = STYLE % (FONT, colours.text, colours.surface, colours.faint)
    parts = "".join(_part(picture, still=still, first=not place) for place, picture in enumerate(pictures))
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    return (
        f'<!doctype html>\n<html lang="{pictures[0].language}"><head>{head}<title>{escape(pictures[0].title)}</title>'
        f"<style>{style}</style></head><body>{parts}</body></html>\n"
    )


def _part(picture: Picture, *, still: bool, first: bool) -> str:
    """Return one picture; plotly's script stands before the first."""
    drawing = picture.svg() if still else picture.figure().to_html(full_html=False, include_plotlyjs=first)
    heading = f"<h1>{escape(picture.title)}</h1>" if first else f"<h2>{escape(picture.title)}</h2>"
    return (
        f'{heading}<p>{escape(picture.sentence)}</p><div class="drawing">{drawing}</div>'
        f'<div class="drawing">{picture.table_html()}</div>'
    )
