"""Fallback text shown where a widget's state was not saved, as in a notebook that was only opened."""

from html import escape
from typing import Any

# The widget is the next output. While it is there, the sentence is hidden; where it is not, Jupyter's error is.
CHILD = ".jp-OutputArea-child"
STYLE = (
    f"{CHILD}:has(.biggerpie-still):has(+ {CHILD} .biggerpie),"
    f"{CHILD}:has(.biggerpie-still) + {CHILD}:not(:has(.biggerpie)) {{ display: none }}"
)


def fallback(sentence: str, language: str) -> dict[str, Any]:
    """Return the output to display before a widget: a sentence in a language such as "en"."""
    html = f'<style>{STYLE}</style><p class="biggerpie-still" lang="{escape(language)}"><em>{escape(sentence)}</em></p>'
    return {"text/html": html, "text/plain": sentence}
