"""What stands in a notebook that was only opened: a sentence in the place of a simulation that does not run."""

from html import escape
from typing import Any

# The simulation is the output after this one. While it is there, the sentence is hidden; where it is not (nothing
# runs, and its state was not saved), Jupyter's error in its place is.
CHILD = ".jp-OutputArea-child"
STYLE = (
    f"{CHILD}:has(.biggerpie-still):has(+ {CHILD} .biggerpie),"
    f"{CHILD}:has(.biggerpie-still) + {CHILD}:not(:has(.biggerpie)) {{ display: none }}"
)


def still(sentence: str, language: str) -> dict[str, Any]:
    """Return the output that goes before a simulation, in a language such as "en"."""
    html = f'<style>{STYLE}</style><p class="biggerpie-still" lang="{escape(language)}"><em>{escape(sentence)}</em></p>'
    return {"text/html": html, "text/plain": sentence}
