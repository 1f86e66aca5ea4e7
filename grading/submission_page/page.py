"""The page itself: static, in one file, loading nothing; all that comes from elsewhere is escaped by the template."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined

from .handed_in import Place
from .letters import visible
from .shown import Shown

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(shown: Shown) -> str:
    """Return the page of a submission."""
    return _environment().get_template("page.html").render(shown=shown, policy=POLICY, css=_css())


def list_page(places: Sequence[tuple[Place, str, str]], closed: Mapping[str, str]) -> str:
    """Return a page that leads to the pages of several submissions, given by place, file name and problem.

    `closed` says by name which folders are not looked into, and why.
    """
    rows = [(visible(place.student), visible(place.exercise), file, visible(said)) for place, file, said in places]
    closed = {visible(name): visible(said) for name, said in closed.items()}
    return _environment().get_template("list.html").render(rows=rows, closed=closed, policy=POLICY, css=_css())


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Return the templates, which escape every value by themselves and know no value that is not there."""
    return Environment(autoescape=True, undefined=StrictUndefined, loader=FunctionLoader(_text), trim_blocks=True)


def _css() -> str:
    """Return the look of the copying report's page, and what this page adds to it."""
    shared = resources.files("biggerpie.grading.similarity").joinpath("page.css").read_text(encoding="utf-8")
    return shared + _text("page.css")


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
