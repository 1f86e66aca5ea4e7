"""Fallback where a widget's state was not saved, as in a notebook that was only opened: a still, or a sentence."""

from base64 import b64encode
from html import escape
from typing import Any, NamedTuple

from ._bundle import plain_function
from ._words import Words

# The widget is the next output. While it is there, the fallback is hidden; where it is not, Jupyter's error is.
CHILD = ".jp-OutputArea-child"
STYLE = (
    f"{CHILD}:has(.biggerpie-still):has(+ {CHILD} .biggerpie),"
    f"{CHILD}:has(.biggerpie-still) + {CHILD}:not(:has(.biggerpie)) {{ display: none }}"
    ".biggerpie-still img { display: block; max-width: 100%; height: auto }"
)


WAKE = "biggerpie-wake"
ONLY_THERE = f".{WAKE} {{ display: none }} .jp-Notebook .{WAKE} {{ display: inline-block }}"
"""The button names a command of Jupyter's, which no other place has."""
MOST = 200_000


class Still(NamedTuple):
    """How a simulation looked when the learner left it: a picture as SVG, and what it says in words."""

    picture: str
    says: str


def picture_in(message: Any) -> str | None:
    """Return the picture that a browser has sent; None where there is none, or one of more than 200,000 letters."""
    picture = message.get("still") if isinstance(message, dict) else None
    return picture if isinstance(picture, str) and picture.startswith("<svg ") and len(picture) <= MOST else None


def fallback(words: Words, still: Still | None = None) -> dict[str, Any]:
    """Return the output to display before a widget: a still where there is one, and a button that runs the whole page.

    Where a page is trusted, its cell stays in its place on the screen meanwhile. The still is an image's address, in
    which nothing runs and from which nothing is loaded.
    """
    sentence, language, button = words.say("asleep" if still else "left"), words.say("language"), words.say("wake")
    stay = escape(f"({plain_function('parts/hold.js')})(this)")
    wake = f'<button class="{WAKE}" data-commandlinker-command="notebook:run-all-cells" onclick="{stay}">'
    html = (
        f"<style>{STYLE} {ONLY_THERE}</style>"
        f'<div class="biggerpie-still" lang="{escape(language)}"><p><em>{escape(sentence)}</em></p>'
        f"{wake}{escape(button)}</button>{_image(still) if still else ''}</div>"
    )
    return {"text/html": html, "text/plain": "\n".join(filter(None, (sentence, still and still.says)))}


def _image(still: Still) -> str:
    address = b64encode(still.picture.encode("utf-8", "replace")).decode("ascii")
    return f'<img alt="{escape(still.says)}" src="data:image/svg+xml;base64,{address}">'
