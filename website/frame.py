"""What the frame of every page is filled with."""

from typing import Any

from ..lessons.pages import ENGLISH, languages
from .site_words import site_words


def framed(language: str, here: str, title: str, said_in: str = "") -> dict[str, Any]:
    """Return what the frame's template takes; `here` is the page's name, `said_in` the language of its text."""
    up = "" if language == ENGLISH else "../"
    others = [
        {
            "language": other,
            "name": site_words(other)["language"],
            "link": f"{up}{'' if other == ENGLISH else f'{other}/'}index.html",
        }
        for other in languages()
        if other != language
    ]
    return {
        "language": language,
        "said_in": said_in or language,
        "words": site_words(language),
        "title": title if title == site_words(language)["title"] else f"{title} · {site_words(language)['home']}",
        "here": here,
        "up": up,
        "others": others,
        "files": f"{up}{{files}}",
    }
