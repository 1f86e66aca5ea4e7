"""Fallback text shown where a widget's state was not saved, as in a notebook that was only opened."""

from html import escape
from typing import Any

from ._bundle import plain_function

# The widget is the next output. While it is there, the sentence is hidden; where it is not, Jupyter's error is.
CHILD = ".jp-OutputArea-child"
STYLE = (
    f"{CHILD}:has(.biggerpie-still):has(+ {CHILD} .biggerpie),"
    f"{CHILD}:has(.biggerpie-still) + {CHILD}:not(:has(.biggerpie)) {{ display: none }}"
)


WAKE = "biggerpie-wake"
ONLY_THERE = f".{WAKE} {{ display: none }} .jp-Notebook .{WAKE} {{ display: inline-block }}"
"""The button names a command of Jupyter's, which no other place has."""


def fallback(sentence: str, button: str, language: str) -> dict[str, Any]:
    """Return the output to display before a widget: a sentence, and a button that runs the whole page, in a language.

    Where a page is trusted, its cell stays in its place on the screen meanwhile.
    """
    stay = escape(f"({plain_function('parts/hold.js')})(this)")
    wake = f'<button class="{WAKE}" data-commandlinker-command="notebook:run-all-cells" onclick="{stay}">'
    html = (
        f"<style>{STYLE} {ONLY_THERE}</style>"
        f'<div class="biggerpie-still" lang="{escape(language)}"><p><em>{escape(sentence)}</em></p>'
        f"{wake}{escape(button)}</button></div>"
    )
    return {"text/html": html, "text/plain": sentence}
