"""The site's styles: those of the pages, in the widgets' colours, and those of all widgets as one."""

import re
from collections.abc import Iterable
from importlib import resources

from ..widgets._bundle import style

COLOUR = re.compile(r"^ *(--bp-[\w-]+: (?:light-dark\(.+\)|#\w+));$", re.MULTILINE)


def site_style() -> str:
    """Return the style of the pages, which have the theme's colours."""
    colours = "".join(f"{found};" for found in COLOUR.findall(style()))
    own = resources.files(__package__).joinpath("page", "site.css").read_text(encoding="utf-8")
    return f":root{{{colours}}}\n{own}"


def widgets_style(styles: Iterable[str]) -> str:
    """Return the theme, once, and what each widget adds to it."""
    theme = style()
    return "\n".join([theme, *dict.fromkeys(each.removeprefix(theme) for each in styles)])
