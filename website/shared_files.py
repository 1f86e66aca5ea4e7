"""What all pages share: their styles and scripts, and the widgets'."""

from collections.abc import Iterable
from importlib import resources

from .played import Played
from .styles import site_style, widgets_style


def shared_files(widgets: Iterable[Played]) -> dict[str, bytes]:
    """Return the files by their paths; these widgets are shown somewhere."""
    kinds = {widget.name: widget for widget in widgets}
    page = resources.files(__package__).joinpath("page")
    texts = {file.name: file.read_text(encoding="utf-8") for file in page.iterdir() if file.name.endswith(".js")}
    texts |= {"site.css": site_style(), "widgets.css": widgets_style(kind.style for kind in kinds.values())}
    texts |= {f"widgets/{name}.js": kind.script for name, kind in kinds.items()}
    return {name: text.encode() for name, text in texts.items()}
