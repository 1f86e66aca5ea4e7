"""HTML from Jinja2 templates, beside the code that fills them or, where pages share one, here; all is escaped."""

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment


def render(package: str, template: str, **values: Any) -> Markup:
    """Return a package's template filled with values, as HTML that another template takes as it is.

    Raises jinja2.UndefinedError where the template names a value that is not given.
    """
    return Markup(_environment(package).get_template(template).render(values))  # noqa: S704  # all values are escaped


@cache
def page_css(*packages: str) -> str:
    """Return how pages that share a frame look, and what each package's `page.css` adds to it."""
    frame = resources.files(__package__).joinpath("page_frame.css")
    sheets = [frame, *(resources.files(package).joinpath("page.css") for package in packages)]
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


@cache
def _environment(package: str) -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # not every command needs it

    def text(name: str) -> str:
        beside, shared = (resources.files(place).joinpath(name) for place in (package, __package__))
        return (beside if beside.is_file() else shared).read_text(encoding="utf-8")

    return Environment(autoescape=True, undefined=StrictUndefined, loader=FunctionLoader(text), trim_blocks=True)
